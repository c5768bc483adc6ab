import { slug } from './ids.ts';
import type { Cell, Column, MeasureRecord, ReportBlock, Row } from './report.ts';

/** One directorate of a report: its heading, and the table of its measures. */
export function sectionBlocks(
  directorate: string,
  holds: string,
  columns: readonly Column[],
  rows: readonly Row[],
): ReportBlock[] {
  const id = slug(directorate);
  return [
    { type: 'heading', level: 2, text: directorate, id: `directorate-${id}` },
    {
      type: 'table',
      table: {
        id: `table-${id}`,
        caption: `${directorate}: ${holds}`,
        layout: 'measures',
        columns,
        rows,
        empty: 'No measures.',
      },
    },
  ];
}

/** The first cell of a measure's row, which names it. */
export function measureCell({ code, aliases, title, notes }: MeasureRecord): Cell {
  return { type: 'measure', code, aliases, title, notes };
}
