import type {
  CellLook,
  SheetCell,
  SheetContents,
  SheetRow,
} from '../../../formats/xlsx/workbook-contents.ts';
import { chartTable } from '../../model/charts/chart-table.ts';
import type { Cell, MeasureRecord, Report } from '../../model/report.ts';
import { EMPTY, figure, heading, text, unitName } from './cells.ts';
import { listSheet } from './list-sheet.ts';

/** What may stand in a row, by the column of the chart's own table. */
const COLUMNS = ['Period', 'Figure', 'Target', 'Mean', 'Lower limit', 'Upper limit', 'Signal'] as const;
const NUMERIC: readonly string[] = COLUMNS.slice(1, 6);

/** Every figure that is drawn, one row a measure and period; what a chart does not have is left empty. */
export function chartsSheet(report: Report): SheetContents | null {
  const rows = report.measures.flatMap(chartRows);
  if (rows.length === 0) return null;
  const headings = [
    heading('Code'),
    heading('Measure'),
    heading('Unit'),
    ...COLUMNS.map((name) => heading(name, NUMERIC.includes(name) ? 'right' : 'left')),
  ];
  return listSheet({
    name: 'Charts',
    columnWidths: [16, 60, 22, 14, 14, 14, 14, 14, 14, 60],
    headings,
    rows,
  });
}

const ONE_LINE: CellLook = { vertical: 'top', border: 'D5DADD' };

function chartRows({ code, title, unit, chart }: MeasureRecord): SheetRow[] {
  if (chart === null) return [];
  const { columns, rows } = chartTable(chart, 'chart');
  return rows.map(({ cells }) => ({
    cells: [
      text(code, ONE_LINE),
      text(title, ONE_LINE),
      text(unitName(unit), ONE_LINE),
      ...COLUMNS.map((name) => {
        const at = columns.findIndex((column) => column.heading === name);
        return cellOf(cells[at], NUMERIC.includes(name)) ?? EMPTY;
      }),
    ],
  }));
}

/** A figure as a number; of a figure that is missing the words for why. */
function cellOf(cell: Cell | undefined, isNumeric: boolean): SheetCell | null {
  if (cell?.type === 'figure') return figure(cell.figure);
  if (cell?.type !== 'text' || cell.text === '') return null;
  return text(cell.text, isNumeric ? { horizontal: 'right', vertical: 'top', colour: '505A5F' } : ONE_LINE);
}
