import { type CsvAudience, writeCsv } from '../../../formats/csv-writer.ts';
import type { Renderer, Report } from '../../model/report.ts';
import { CSV_COLUMNS } from './columns.ts';

/** One row a measure, or of a report that has none one row of its listing, for people: opens in a spreadsheet, and no text is taken for a formula. */
export const renderCsv: Renderer = async (report) => csvFile(report, 'people', `${report.fileStem}.csv`);

/** The same rows for programs: every text exactly as it is, and no byte order mark. */
export const renderCsvExact: Renderer = async (report) =>
  csvFile(report, 'machine', `${report.fileStem}.exact.csv`);

function csvFile(report: Report, audience: CsvAudience, name: string) {
  const { listing, measures } = report;
  const isListing = listing !== undefined && measures.length === 0;
  const headings = isListing
    ? listing.columns.map(({ key }) => key)
    : CSV_COLUMNS.map(({ heading }) => heading);
  const rows = isListing
    ? listing.rows.map(({ cells }) => cells.map((cell) => (cell.type === 'text' ? cell.text : null)))
    : measures.map((measure) => CSV_COLUMNS.map(({ cell }) => cell(measure, report)));
  return {
    name,
    mediaType: 'text/csv; charset=utf-8; header=present',
    bytes: writeCsv(headings, rows, audience),
  };
}
