import type { WorkbookContents } from '../../../formats/xlsx/workbook-contents.ts';
import { writeXlsx } from '../../../formats/xlsx/xlsx-writer.ts';
import type { Renderer, Report } from '../../model/report.ts';
import { chartsSheet } from './charts-sheet.ts';
import { correctionsSheet } from './corrections-sheet.ts';
import { listingSheet } from './listing-sheet.ts';
import { explanationsSheet, measuresSheet } from './measures-sheet.ts';
import { notesSheet } from './notes-sheet.ts';
import { questionsSheet } from './questions-sheet.ts';
import { recentSheet } from './recent-sheet.ts';
import { summarySheet } from './summary-sheet.ts';

/** The report as a workbook: measures with typed values, a summary, explanations, recent periods, the figures of the charts, notes. */
export const renderXlsx: Renderer = async (report) => ({
  name: `${report.fileStem}.xlsx`,
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  bytes: await writeXlsx(workbookOf(report)),
});

/** What stands in that workbook. */
export function workbookOf(report: Report): WorkbookContents {
  const recent = recentSheet(report);
  const charts = chartsSheet(report);
  const corrections = correctionsSheet(report);
  const questions = questionsSheet(report);
  const listing = report.listing === undefined ? [] : [listingSheet(report, report.listing)];
  const ofMeasures = () => [
    measuresSheet(report),
    summarySheet(report),
    explanationsSheet(report),
    ...(questions === null ? [] : [questions]),
    ...(corrections === null ? [] : [corrections]),
    ...(recent === null ? [] : [recent]),
    ...(charts === null ? [] : [charts]),
    ...listing,
    notesSheet(report),
  ];
  return {
    title: `${report.title}, ${report.authority.name}, ${report.period.endLabel}`,
    author: report.authority.name,
    subject: report.period.label,
    madeAt: `${report.period.end}T12:00:00Z`,
    sheets: report.measures.length === 0 && listing.length > 0 ? listing : ofMeasures(),
  };
}
