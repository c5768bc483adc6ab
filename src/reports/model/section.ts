import type { ReportChoice } from '../../domain/scorecard/choice.ts';
import { slug } from './ids.ts';
import type { Cell, Column, MeasureRecord, ReportBlock, Row } from './report.ts';

/** One directorate of a report, or one theme: its heading, and the table of its measures. */
export function sectionBlocks(
  group: string,
  holds: string,
  columns: readonly Column[],
  rows: readonly Row[],
  groupBy: ReportChoice['groupBy'],
): ReportBlock[] {
  const id = slug(group);
  return [
    { type: 'heading', level: 2, text: group, id: `${groupBy === 'none' ? 'list' : groupBy}-${id}` },
    {
      type: 'table',
      table: {
        id: `table-${id}`,
        caption: `${group}: ${holds}`,
        layout: 'measures',
        columns,
        rows,
        empty: 'No measures.',
      },
    },
  ];
}

/** The first cell of a measure's row, which names it; and whose it is, where no heading says so. */
export function measureCell(
  { code, aliases, title, notes, directorate }: MeasureRecord,
  groupBy: ReportChoice['groupBy'],
): Cell {
  const said = groupBy === 'directorate' ? notes : [directorate, ...notes];
  return { type: 'measure', code, aliases, title, notes: said };
}
