import { type CsvAudience, writeCsv } from '../../../formats/csv-writer.ts';
import type { Renderer, Report } from '../../model/report.ts';
import { CSV_COLUMNS } from './columns.ts';

/** One row a measure, for people: opens in a spreadsheet, and no text is taken for a formula. */
export const renderCsv: Renderer = async (report) => csvFile(report, 'people', `${report.fileStem}.csv`);

/** The same rows for programs: every text exactly as it is, and no byte order mark. */
export const renderCsvExact: Renderer = async (report) =>
  csvFile(report, 'machine', `${report.fileStem}.exact.csv`);

function csvFile(report: Report, audience: CsvAudience, name: string) {
  const headings = CSV_COLUMNS.map(({ heading }) => heading);
  const rows = report.measures.map((measure) => CSV_COLUMNS.map(({ cell }) => cell(measure, report)));
  return {
    name,
    mediaType: 'text/csv; charset=utf-8; header=present',
    bytes: writeCsv(headings, rows, audience),
  };
}
