import type { Report, ReportBlock, Table } from '../../model/report.ts';
import { cellData, pictureData, statusData } from './cell-data.ts';
import { chartData } from './chart-data.ts';
import { type PageBreak, withPageBreaks } from './page-breaks.ts';
import { type Panels, withPanels } from './panels.ts';

import { fitsWhole, staysWhole } from './row-height.ts';
import { shapeOutlines } from './shape-outlines.ts';
import { visible } from './visible.ts';

/**
 * What the template needs of a report, and no more: the records for data formats stay behind. Texts are as
 * the report has them; which characters the fonts can print is settled where the fonts are.
 */
export function pageData(report: Report) {
  const [lang = 'en', region = ''] = report.language.split('-');
  const [year, month, day] = report.period.end.split('-').map(Number);
  return {
    title: visible(report.title),
    authority: report.authority.name,
    lang,
    region,
    date: { year, month, day },
    head: report.runningHead,
    periodLabel: report.period.label,
    periodEnd: report.period.endLabel,
    outlines: shapeOutlines(),
    blocks: inOrder(withPanels(withPageBreaks(report.blocks)), report.direction.basisInWords),
  };
}

export type PageData = ReturnType<typeof pageData>;

function inOrder(blocks: readonly (ReportBlock | PageBreak | Panels)[], basis: string): unknown[] {
  let heading: Heading = { level: 1, text: '' };
  return blocks.map((block) => {
    switch (block.type) {
      case 'panels':
        return {
          type: 'panels',
          panels: block.panels.map((panel) => inOrder(panel, basis)),
          whole: block.panels.every(isOfCounts),
        };
      case 'table':
        return { type: 'table', table: tableData(block.table, heading, basis) };
      case 'chart':
        return { type: 'chart', chart: pictureData(block.chart) };
      case 'charts':
        return {
          type: 'charts',
          size: block.size,
          charts: block.charts.map((each) => chartData(each, block.size)),
        };
      case 'heading':
        heading = block;
        return { ...block, text: visible(block.text) };
      default:
        return block;
    }
  });
}

/** A few lines of counts: cut by a page they would have to be held together in the head. */
function isOfCounts(panel: readonly (ReportBlock | PageBreak)[]): boolean {
  const rows = panel.flatMap((block) => (block.type === 'table' ? block.table.rows : []));
  return (
    rows.length <= MOST_WHOLE &&
    panel.every(({ type }) => type === 'table' || type === 'heading' || type === 'paragraph') &&
    rows.every(({ cells }) => cells.slice(1).every(({ type }) => type === 'count'))
  );
}

const MOST_WHOLE = 12;

interface Heading {
  level: number;
  text: string;
}

function tableData({ caption, layout, columns, rows, empty }: Table, heading: Heading, basis: string) {
  return {
    caption: beneath(heading.text, caption),
    layout,
    // Each measure is a heading under its section's: bookmarks, and a way through the table for those who listen.
    measureLevel: heading.level + 1,
    columns: columns.map(({ heading: text, width, align, status }) => ({
      heading: text,
      width,
      align,
      status: status === undefined ? null : statusData(status, true),
    })),
    rows: rows.map(({ cells, isTotal = false }, order) => ({
      total: isTotal,
      whole: fitsWhole(cells, columns, order === 0),
      cells: cells.map((cell, index) => ({
        whole: staysWhole(cell, columns, index),
        content: cellData(cell, basis),
      })),
    })),
    empty,
  };
}

/** The heading stands just above the caption: its words need not be said twice. */
function beneath(heading: string, caption: string): string {
  if (!caption.startsWith(`${heading}: `)) return caption;
  const rest = caption.slice(heading.length + 2);
  return rest.slice(0, 1).toUpperCase() + rest.slice(1);
}
