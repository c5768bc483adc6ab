import type { CellLook, SheetContents, SheetRow } from '../../../formats/xlsx/workbook-contents.ts';
import type { MeasureRecord, Report } from '../../model/report.ts';
import { heading, number, significant, text, unitName } from './cells.ts';
import { listSheet } from './list-sheet.ts';
import { numberFormat } from './number-format.ts';

/** The figures behind the small charts, one row a measure and period, ready for a pivot table. */
export function recentSheet(report: Report): SheetContents | null {
  const rows = report.measures.flatMap(pointRows);
  if (rows.length === 0) return null;
  const headings = [
    heading('Code'),
    heading('Measure'),
    heading('Period'),
    heading('Period code'),
    heading('Unit'),
    heading('Value', 'right'),
  ];
  return listSheet({ name: 'Recent', columnWidths: [16, 70, 14, 14, 26, 18], headings, rows });
}

/** Many rows of one height: a long title is cut on paper, not on the screen. */
const ONE_LINE: CellLook = { vertical: 'top', border: 'D5DADD' };

function pointRows({ code, title, unit, recent, actual, target }: MeasureRecord): SheetRow[] {
  const format = actual.format ?? target.format;
  return recent.points.map((point) => ({
    cells: [
      text(code, ONE_LINE),
      text(title, ONE_LINE),
      text(point.label, ONE_LINE),
      text(point.period, ONE_LINE),
      text(unitName(unit), ONE_LINE),
      point.exact === null
        ? text(point.display, { horizontal: 'right', vertical: 'top', colour: '505A5F' })
        : number(significant(point.exact), format === null ? 'General' : numberFormat(format)),
    ],
  }));
}
