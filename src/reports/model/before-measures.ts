import type { Report, ReportBlock } from './report.ts';

/**
 * The report with more blocks before its measures, or in a report without a table of them after the changes of targets
 * and definitions.
 */
export function blocksBeforeMeasures<R extends Pick<Report, 'blocks'>>(
  report: R,
  more: readonly ReportBlock[],
): R {
  const { blocks } = report;
  const at = placeFor(blocks);
  return { ...report, blocks: [...blocks.slice(0, at), ...more, ...blocks.slice(at)] };
}

function placeFor(blocks: readonly ReportBlock[]): number {
  const isHeading = (block: ReportBlock) => block.type === 'heading' && block.level === 2;
  const measures = blocks.findIndex((block) => block.type === 'table' && block.table.layout === 'measures');
  if (measures >= 0) return blocks.slice(0, measures).findLastIndex(isHeading);
  const disclosed = blocks.findIndex((block) => block.type === 'heading' && block.id === 'disclosed');
  const next = blocks.findIndex((block, index) => index > disclosed && isHeading(block));
  return disclosed < 0 || next < 0 ? blocks.length : next;
}
