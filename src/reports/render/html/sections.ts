import type { ReportBlock, Row, Table } from '../../model/report.ts';

export interface Section {
  id: string;
  heading: string;
  /** What follows the heading, up to the next heading of its level. */
  blocks: readonly ReportBlock[];
}

/** Splits a report at its second-level headings; `opening` is what stands before the first. */
export function sectionsOf(blocks: readonly ReportBlock[]): {
  opening: readonly ReportBlock[];
  sections: readonly Section[];
} {
  const starts = blocks.flatMap((block, index) => (startsSection(block) ? [{ block, index }] : []));
  const sections = starts.map(({ block, index }, order) => ({
    id: block.id,
    heading: block.text,
    blocks: blocks.slice(index + 1, starts[order + 1]?.index),
  }));
  return { opening: blocks.slice(0, starts[0]?.index), sections };
}

export interface Chapter {
  /** True for small tables and notes, false for sections with measures or their charts. */
  isFront: boolean;
  sections: readonly Section[];
}

/** Joins neighbouring sections of one kind, so that small tables can stand beside each other. */
export function chaptersOf(sections: readonly Section[]): readonly Chapter[] {
  const chapters: { isFront: boolean; sections: Section[] }[] = [];
  for (const section of sections) {
    const isFront =
      measureTablesOf(section).length === 0 && section.blocks.every(({ type }) => type !== 'charts');
    const open = chapters.at(-1);
    if (open?.isFront === isFront) open.sections.push(section);
    else chapters.push({ isFront, sections: [section] });
  }
  return chapters;
}

/** The rows of a section that stand for a measure. */
export function measuresOf(section: Section): readonly Row[] {
  return measureTablesOf(section).flatMap((table) => table.rows);
}

/** Neighbouring small tables stand beside each other where there is room; every other block stands alone. */
export function besideEachOther(blocks: readonly ReportBlock[]): readonly (readonly ReportBlock[])[] {
  const groups: ReportBlock[][] = [];
  for (const block of blocks) {
    const before = groups.at(-1)?.at(-1);
    if (before !== undefined && isSmallTable(block) && isSmallTable(before)) groups.at(-1)?.push(block);
    else groups.push([block]);
  }
  return groups;
}

function isSmallTable(block: ReportBlock): boolean {
  return block.type === 'table' && block.table.layout === 'plain' && !block.table.isWide;
}

function measureTablesOf({ blocks }: Section): readonly Table[] {
  return blocks.flatMap((block) =>
    block.type === 'table' && block.table.layout === 'measures' ? [block.table] : [],
  );
}

function startsSection(block: ReportBlock): block is ReportBlock & { type: 'heading' } {
  return block.type === 'heading' && block.level === 2;
}
