import type { SheetContents } from '../../../formats/xlsx/workbook-contents.ts';
import type { Report } from '../../model/report.ts';
import { heading, text } from './cells.ts';
import { listSheet } from './list-sheet.ts';

/** Published figures that stand otherwise now, one a row; null where there are none. */
export function correctionsSheet({ corrections }: Report): SheetContents | null {
  if (corrections === undefined || corrections.items.length === 0) return null;
  const headings = [
    ...['Code', 'Measure', 'Directorate', 'Period', 'Figure', 'Change', 'Was', 'Is'],
    ...['Status was', 'Status is', 'Why', 'Recorded by', 'Recorded on'],
  ].map((each) => heading(each));
  return listSheet({
    name: 'Corrections',
    columnWidths: [16, 50, 26, 20, 18, 14, 18, 18, 16, 16, 60, 30, 14],
    headings,
    rows: corrections.items.map((each) => ({
      cells: [
        text(each.measure),
        text(each.title),
        text(each.directorate),
        text(each.periodLabel),
        text(each.figure === 'actual' ? 'Actual' : 'Year-end forecast'),
        text(each.change),
        text(each.was),
        text(each.is),
        text(each.statusWas),
        text(each.statusIs),
        text(each.why),
        text(each.by),
        text(each.on),
      ],
    })),
  });
}
