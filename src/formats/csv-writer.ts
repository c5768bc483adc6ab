import { stringify } from 'csv-stringify/sync';
import { guarded } from './csv-guard.ts';

/** A text, an exact number as plain decimal text (`-5.2` stays a number), or nothing. */
export type CsvCell = string | { readonly number: string } | null;

/**
 * `people`: for a spreadsheet, with a byte order mark and with texts that look like formulas made harmless.
 * `machine`: exact, for programs.
 */
export type CsvAudience = 'people' | 'machine';

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Comma separated UTF-8 with CRLF line ends (RFC 4180), the headings first. */
export function writeCsv(
  headings: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
  audience: CsvAudience,
): Uint8Array {
  const text = (value: string) => (audience === 'people' ? guarded(value) : value);
  const written = (cell: CsvCell): string => {
    if (cell === null) return '';
    if (typeof cell === 'string') return text(cell);
    if (!PLAIN_NUMBER.test(cell.number))
      throw new RangeError(`not a plain decimal: ${JSON.stringify(cell.number)}`);
    return cell.number;
  };
  const records = [headings.map(text), ...Array.from(rows, (row) => row.map(written))];
  const csv = stringify(records, {
    record_delimiter: '\r\n',
    bom: audience === 'people',
    quoted_match: /[\r\n]/,
  });
  return new TextEncoder().encode(csv);
}
