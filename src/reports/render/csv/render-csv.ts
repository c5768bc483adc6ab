import { type CsvAudience, type CsvCell, writeCsv } from '../../../formats/csv-writer.ts';
import type { Cell, Renderer, Report } from '../../model/report.ts';
import { CSV_COLUMNS, figureCell } from './columns.ts';

/** One row a measure, or of a report that has none one row of its listing, for people: opens in a spreadsheet, and no text is taken for a formula. */
export const renderCsv: Renderer = async (report) => csvFile(report, 'people', `${report.fileStem}.csv`);

/** The same rows for programs: every text exactly as it is, and no byte order mark. */
export const renderCsvExact: Renderer = async (report) =>
  csvFile(report, 'machine', `${report.fileStem}.exact.csv`);

/** A text as it is, a figure as its exact value. */
function listed(cell: Cell): CsvCell {
  if (cell.type === 'text') return cell.text;
  return cell.type === 'figure' ? figureCell(cell.figure) : null;
}

function csvFile(report: Report, audience: CsvAudience, name: string) {
  const { listing, measures } = report;
  const isListing = listing !== undefined && measures.length === 0;
  const headings = isListing
    ? listing.columns.map(({ key }) => key)
    : CSV_COLUMNS.map(({ heading }) => heading);
  const rows = isListing
    ? listing.rows.map(({ cells }) => cells.map(listed))
    : measures.map((measure) => CSV_COLUMNS.map(({ cell }) => cell(measure, report)));
  return {
    name,
    mediaType: 'text/csv; charset=utf-8; header=present',
    bytes: writeCsv(headings, rows, audience),
  };
}
