import { briefFigures, chartTable } from '../../model/charts/chart-table.ts';
import type { Report, StatusMark } from '../../model/report.ts';
import { cssString } from './css-string.ts';

/**
 * The part of the style that depends on the report: its colours, column widths and running head.
 * Kept out of `style` attributes so that a server may allow the page by the hash of its one style element.
 */
export interface Appearance {
  css: string;
  colourClass(status: StatusMark): string;
  widthClass(width: number): string;
}

const hexColour = /^#[0-9a-f]{6}$/i;

export function appearanceOf(report: Report): Appearance {
  const colours = [...new Set(statusesOf(report).map(colourRule))];
  const widths = [...new Set(report.blocks.flatMap(widthsOf))];
  return {
    css: [
      ...colours.map((rule, index) => `.c${index}{${rule}}`),
      ...widths.map((width) => `.${widthClass(width)}{width:${width}%}`),
      pageRules(report),
    ].join('\n'),
    colourClass: (status) => `c${colours.indexOf(colourRule(status))}`,
    widthClass,
  };
}

function widthClass(width: number): string {
  return `w${String(width).replace('.', '-')}`;
}

function widthsOf(block: Report['blocks'][number]): number[] {
  const tables =
    block.type === 'table'
      ? [block.table]
      : block.type === 'charts'
        ? block.charts.map(({ id, chart }) =>
            block.size === 'small' ? briefFigures(chart, id).table : chartTable(chart, id),
          )
        : [];
  return tables.flatMap(({ columns }) => columns.map(({ width }) => width));
}

function statusesOf(report: Report): StatusMark[] {
  const cells = report.blocks.flatMap((block) =>
    block.type === 'table' ? block.table.rows.flatMap((row) => row.cells) : [],
  );
  const shown = cells.flatMap((cell) => (cell.type === 'status' ? [cell.status] : []));
  const counted = report.blocks.flatMap((block) =>
    block.type === 'table' ? block.table.columns.flatMap(({ status }) => status ?? []) : [],
  );
  return [...report.scheme.key.map((line) => line.status), ...shown, ...counted];
}

/** A colour that is not `#rrggbb` is left out: the word and the shape still carry the status. */
function colourRule({ background, foreground }: StatusMark): string {
  if (!hexColour.test(background) || !hexColour.test(foreground)) return '';
  return `background:${background};color:${foreground}`;
}

/** Printed at the head and foot of every page. */
function pageRules({ runningHead: { authority, title, periodEnd } }: Report): string {
  return `@page{@top-left{content:${cssString(`${authority} · ${title}`)}}@top-right{content:${cssString(periodEnd)}}}`;
}
