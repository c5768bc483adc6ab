import type { SheetContents } from '../../../formats/xlsx/workbook-contents.ts';
import type { Report } from '../../model/report.ts';
import { heading, text } from './cells.ts';
import { listSheet } from './list-sheet.ts';

/** Forecasts that somebody should ask about, one a row; null where there are none. */
export function questionsSheet({ questions }: Report): SheetContents | null {
  if (questions === undefined || questions.length === 0) return null;
  const headings = [
    ...['Code', 'Measure', 'Directorate', 'Status now', 'Status forecast', 'Forecast of the service'],
    ...[
      'Worked out from the figures',
      'As the service now runs',
      'The rest of the year',
      'Past forecasts',
      'Why',
    ],
  ].map((each) => heading(each));
  return listSheet({
    name: 'Questions',
    columnWidths: [16, 50, 26, 14, 16, 20, 50, 26, 60, 44, 60],
    headings,
    rows: questions.map((each) => ({
      cells: [
        text(each.measure),
        text(each.title),
        text(each.directorate),
        text(each.now),
        text(each.forecastStatus),
        text(each.forecast),
        text(each.computed),
        text(each.prospect ?? ''),
        text(each.pace),
        text(each.record),
        text(each.why.join(' ')),
      ],
    })),
  });
}
