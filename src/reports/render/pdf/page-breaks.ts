import type { ReportBlock } from '../../model/report.ts';

/** A block to begin on a new page. */
export interface PageBreak {
  type: 'pageBreak';
}

/** From here on a report is read section by section, and half a page lost at each is a small share. */
const longReport = 100;

/**
 * In a long report every section of measures begins on a new page. Readers take out their own directorate's
 * pages; and what lies between two breaks is laid out on a processor core of its own. In a document of several reports
 * every part does. So do many charts, in any report.
 */
export function withPageBreaks(blocks: readonly ReportBlock[]): (ReportBlock | PageBreak)[] {
  const rows = blocks.reduce((sum, block) => sum + (isMeasures(block) ? block.table.rows.length : 0), 0);
  const parts = blocks.some(({ type }) => type === 'contents');
  return blocks.flatMap((block, index): (ReportBlock | PageBreak)[] => {
    if (block.type !== 'heading') return [block];
    const beginsPart = parts && block.level === 2;
    const beginsMeasures = rows >= longReport && block.level <= 3 && isMeasures(blocks[index + 1]);
    const beginsCharts = blocks.slice(index + 1, index + 3).some(areManyCharts);
    return beginsPart || beginsMeasures || beginsCharts ? [{ type: 'pageBreak' }, block] : [block];
  });
}

/** More than a row: their heading would stand alone at the foot of a page. */
const areManyCharts = (block: ReportBlock): boolean =>
  block.type === 'charts' && block.size === 'small' && block.charts.length > chartsInRow;

const chartsInRow = 4;

function isMeasures(block: ReportBlock | undefined): block is Extract<ReportBlock, { type: 'table' }> {
  return block?.type === 'table' && block.table.layout === 'measures';
}
