import { type CsvCell, writeCsv } from '../../../formats/csv-writer.ts';
import type { RenderedFile } from '../../model/report.ts';

/** One measure over time, one row a period, for people: no text is taken for a formula. */
export const seriesCsv = (
  fileStem: string,
  headings: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): RenderedFile => ({
  name: `${fileStem}.csv`,
  mediaType: 'text/csv; charset=utf-8; header=present',
  bytes: writeCsv(headings, rows, 'people'),
});
