import { readCsv } from '../../formats/csv.ts';
import { unguarded } from '../../formats/csv-guard.ts';
import { DEFAULT_LIMITS, type FileLimits } from '../../formats/limits.ts';
import { Refusal } from '../../formats/refusal.ts';
import type { XlsxRow } from '../../formats/xlsx/cell.ts';
import { openXlsx, type XlsxReader } from '../../formats/xlsx/xlsx-reader.ts';
import { textOf, troubleOf } from './cell-trouble.ts';
import { sameHeading } from './column.ts';
import type { ProblemList } from './problem-list.ts';
import { TableReader, type TableRow, type TableShape, Unusable } from './table-reader.ts';

/** A file as it arrived: the name that the person knows it by, and its bytes. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Headings of the file that a person matched with ours; '' for a column to be left out. */
  readonly headings?: Readonly<Record<string, string>>;
}

/**
 * Reads a CSV or Excel table after its gate, row by row. Problems of the file, its header and its cells go to
 * `problems`; rows, as the texts of `keys`, go to `visit` until the header is refused.
 *
 * @returns false where the file was not read to its end.
 */
export async function readTable(
  file: SourceFile,
  shape: TableShape,
  keys: readonly string[],
  problems: ProblemList,
  visit: (row: TableRow) => void,
  limits: FileLimits = DEFAULT_LIMITS,
): Promise<boolean> {
  const { headings = {} } = file;
  const readerOf = (sheet?: string) => new TableReader({ shape, keys, problems, visit, sheet, headings });
  try {
    if (isWorkbook(file)) await readWorkbook(file, shape, readerOf, limits);
    else readText(file, readerOf(), problems, limits);
    return true;
  } catch (error) {
    if (error instanceof Refusal) problems.refusal(error);
    else if (!(error instanceof Unusable)) throw error;
    return false;
  }
}

const isWorkbook = (file: SourceFile): boolean =>
  /\.xls[xmb]?$/i.test(file.name) ||
  [0x50, 0x4b, 0x03, 0x04].every((byte, at) => file.bytes[at] === byte) ||
  file.bytes[0] === 0xd0;

function readText(file: SourceFile, reader: TableReader, problems: ProblemList, limits: FileLimits): void {
  const { encoding } = readCsv(
    file.bytes,
    (record, row) => {
      if (!reader.begins(row, record.length, (column) => unguarded(record[column] ?? ''))) return;
      for (let column = 0; column < record.length; column += 1) {
        const text = record[column] as string;
        if (text !== '') reader.cell(column, unguarded(text));
      }
      reader.ends();
    },
    limits,
  );
  if (encoding === 'windows-1252') {
    problems.warning(0, {
      message:
        'The file is not UTF-8. It was read as Windows-1252, the usual encoding of older Windows programs.',
      remedy: 'Check pound signs, dashes and quotation marks; if they are wrong, save the file as CSV UTF-8.',
    });
  }
  reader.end();
}

async function readWorkbook(
  file: SourceFile,
  shape: TableShape,
  readerOf: (sheet: string) => TableReader,
  limits: FileLimits,
): Promise<void> {
  const workbook = await openXlsx(file.bytes, limits);
  const sheet = sheetToRead(workbook, shape.sheet);
  const reader = readerOf(sheet);
  await workbook.readRows(sheet, ({ number, cells }: XlsxRow) => {
    const heading = (column: number) => {
      const cell = cells[column];
      return cell === undefined ? '' : textOf(cell);
    };
    if (!reader.begins(number, cells.length, heading)) return;
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column];
      if (cell !== undefined) reader.cell(column, textOf(cell), troubleOf(cell, number, column));
    }
    reader.ends();
  });
  reader.end();
}

function sheetToRead(workbook: XlsxReader, wanted: string): string {
  const named = workbook.sheets.find((sheet) => sameHeading(sheet.name) === sameHeading(wanted));
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden);
  const chosen = named ?? (visible.length === 1 ? visible[0] : undefined);
  if (chosen !== undefined) return chosen.name;
  throw new Refusal(
    `The workbook has no sheet called “${wanted}”${visible.length === 0 ? '' : ` among ${visible.map((sheet) => `“${sheet.name}”`).join(', ')}`}.`,
    `Name the sheet to import “${wanted}”.`,
  );
}
