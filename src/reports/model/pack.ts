import type { ContentsEntry, Report, ReportBlock } from './report.ts';

/** One report of a pack, and what its part is called there. */
export interface PackPart {
  id: string;
  title: string;
  report: Report;
}

/**
 * Several reports as one document with contents: each begins a part of its own, with the headings that it has, one level
 * down. It is for reading, so the records of data formats are those of the first part alone.
 *
 * @param title `Committee pack - Council Scorecard`
 */
export function packOf(title: string, stem: string, parts: readonly [PackPart, ...PackPart[]]): Report {
  const [{ report: first }] = parts;
  const blocks = parts.flatMap(({ id, title: heading, report }, index): ReportBlock[] => [
    { type: 'heading', level: 2, text: heading, id },
    ...(index === 0 ? report.blocks : withoutKey(report.blocks)).map((block) => within(id, block)),
  ]);
  return {
    ...first,
    kind: 'committee-pack',
    fileStem: stem,
    title,
    runningHead: { ...first.runningHead, title },
    sources: [...new Set(parts.flatMap(({ report }) => report.sources))].sort(),
    blocks: [{ type: 'contents', entries: blocks.flatMap(entryOf) }, ...blocks],
  };
}

/** The key to the statuses is the same in every part, so the first has it for all. */
function withoutKey(blocks: readonly ReportBlock[]): ReportBlock[] {
  let isKey = false;
  return blocks.filter((block) => {
    if (block.type === 'heading') isKey = block.id === 'key';
    return !isKey;
  });
}

/** One level down, with an id that no other part has. */
function within(part: string, block: ReportBlock): ReportBlock {
  const own = (id: string) => `${part}-${id}`;
  switch (block.type) {
    case 'heading':
      return { ...block, level: block.level === 2 ? 3 : 4, id: own(block.id) };
    case 'table': {
      const { table } = block;
      const rows = table.rows.map((row) => ({ ...row, id: own(row.id) }));
      return { type: 'table', table: { ...table, id: own(table.id), rows } };
    }
    case 'charts':
      return { ...block, charts: block.charts.map((each) => ({ ...each, id: own(each.id) })) };
    default:
      return block;
  }
}

const entryOf = (block: ReportBlock): ContentsEntry[] =>
  block.type === 'heading' && block.level !== 4
    ? [{ level: block.level, text: block.text, id: block.id }]
    : [];
