import { createReadStream, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Case } from './case.ts';
import { fileOf, ROWS } from './update-file.ts';
import { benchMeasures } from './update-rows.ts';

/** What somebody who reads with exceljs makes of a row: its cells as text and decimal text, and no more checks than needed. */
interface PeerRow {
  row: number;
  measure: string;
  period: string;
  actual: string | null;
  numerator: string | null;
  denominator: string | null;
  forecast: string | null;
  context: string | null;
}

/** The ordinary way with an upload: the whole workbook is loaded, then its rows are walked. */
export function wholeWorkbookCase(): Case {
  const reader = new RowReader();
  return peerCase(async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(readFileSync(fileOf('xlsx')) as unknown as ExcelJS.Buffer);
    workbook.getWorksheet('Updates')?.eachRow((row) => reader.take(row));
    return reader.rows;
  });
}

/** The sparing way: rows as they come. */
export function streamingCase(): Case {
  const reader = new RowReader();
  return peerCase(async () => {
    const stream = createReadStream(fileOf('xlsx'));
    for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(stream, {})) {
      for await (const row of sheet) reader.take(row);
    }
    return reader.rows;
  });
}

function peerCase(read: () => Promise<readonly PeerRow[]>): Case {
  return {
    warm: 0,
    times: 1,
    processes: 5,
    run: async () => {
      const rows = await read();
      if (rows.length !== ROWS) throw new Error(`${rows.length} rows`);
      return rows;
    },
  };
}

const PERIOD = /^\d{4}-\d{2}(?:\/(?:Q[1-4]|M(?:0[1-9]|1[0-2])))?$/;
const DECIMAL = /^-?\d+(?:\.\d+)?$/;

class RowReader {
  readonly rows: PeerRow[] = [];
  readonly #measures = new Map(benchMeasures().map((each) => [each.code, each]));

  take(row: ExcelJS.Row): void {
    if (row.number === 1) return;
    const text = (column: number): string => {
      const value = row.getCell(column).value;
      if (value === null || value === undefined) return '';
      if (typeof value === 'string') return value;
      if (typeof value === 'number') return String(value);
      throw new Error(`row ${row.number}, column ${column}: neither text nor number`);
    };
    const figure = (column: number): string | null => {
      const typed = text(column).trim();
      if (typed === '') return null;
      if (!DECIMAL.test(typed)) throw new Error(`row ${row.number}, column ${column}: not a number`);
      return typed;
    };
    const measure = this.#measures.get(text(1).trim());
    if (measure === undefined) throw new Error(`row ${row.number}: no such measure`);
    const period = text(2).trim();
    if (!PERIOD.test(period)) throw new Error(`row ${row.number}: not a period`);
    const context = text(7);
    this.rows.push({
      row: row.number,
      measure: measure.code,
      period,
      actual: figure(3),
      numerator: figure(4),
      denominator: figure(5),
      forecast: figure(6),
      context: context === '' ? null : context,
    });
  }
}
