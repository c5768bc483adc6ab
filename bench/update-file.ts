import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { writeCsv } from '../src/formats/csv-writer.ts';
import { parts } from './excel-parts.ts';

export const ROWS = 100_000;
export const MEASURES = 1_000;
const HEADINGS = ['Code', 'Period', 'Actual', 'Numerator', 'Denominator', 'Forecast', 'Context'];
const folder = join(process.cwd(), '.cache', 'bench');

/** The number in the name is that of the contents: change it with them, and an old file is never taken for a new one. */
export const fileOf = (format: 'xlsx' | 'csv') => join(folder, `updates-${ROWS}-v2.${format}`);

export const codeOf = (measure: number) => `M ${String(measure).padStart(4, '0')}`;

interface BenchRow {
  code: string;
  period: string;
  numerator: number;
  denominator: number;
  actual: string;
  forecast: string;
  context: string;
}

/** 1,000 measures in 100 months, written once and read by every case: percentages of cases, no two rows alike. */
function benchRows(): BenchRow[] {
  let state = 20_180_930;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const tenths = (value: number) => `${Math.floor(value / 10)}.${value % 10}`;
  return Array.from({ length: ROWS }, (_, index) => {
    const month = Math.floor(index / MEASURES);
    const year = 2010 + Math.floor(month / 12);
    const denominator = 40 + below(2_960);
    const numerator = below(denominator + 1);
    const actual = Math.round((numerator * 1_000) / denominator);
    return {
      code: codeOf(index % MEASURES),
      period: `${year}-${String(year + 1).slice(2)}/M${String((month % 12) + 1).padStart(2, '0')}`,
      numerator,
      denominator,
      actual: tenths(actual),
      forecast: tenths(Math.min(1_000, actual + below(50))),
      context: `Week ${index % 53}: ${numerator} of ${denominator} cases were closed in time (row ${index}).`,
    };
  });
}

export function makeFiles(): void {
  if (existsSync(fileOf('csv')) && existsSync(fileOf('xlsx'))) return;
  mkdirSync(folder, { recursive: true });
  const rows = benchRows();
  writeFileSync(fileOf('csv'), writeCsv(HEADINGS, rows.map(csvRow), 'machine'));
  const sheet = new SheetText();
  sheet.row(HEADINGS.map((text) => ({ text, style: 2 })));
  for (const row of rows) {
    sheet.row([
      { text: row.code },
      { text: row.period },
      { number: row.actual, style: 1 },
      { number: String(row.numerator) },
      { number: String(row.denominator) },
      { number: row.forecast, style: 1 },
      { text: row.context },
    ]);
  }
  const entries = parts(sheet.markup, sheet.strings, sheet.texts.size, ROWS + 1);
  const packed = entries.map(([name, content]) => [name, strToU8(content)] as const);
  writeFileSync(fileOf('xlsx'), zipSync(Object.fromEntries(packed), { mtime: '2018-10-01T00:00:00Z' }));
}

const csvRow = (row: BenchRow) => [
  row.code,
  row.period,
  { number: row.actual },
  { number: String(row.numerator) },
  { number: String(row.denominator) },
  { number: row.forecast },
  row.context,
];

type BenchCell = { style?: number } & ({ text: string } | { number: string });

/** The markup of a sheet as Excel saves it: shared texts, spans, styles, and 17 digits of a binary number. */
class SheetText {
  markup = '';
  strings = '';
  readonly texts = new Map<string, number>();
  #row = 0;

  row(cells: readonly BenchCell[]): void {
    this.#row += 1;
    const markup = cells.map((cell, at) => {
      const place = `r="${'ABCDEFG'[at]}${this.#row}"${cell.style === undefined ? '' : ` s="${cell.style}"`}`;
      return 'text' in cell
        ? `<c ${place} t="s"><v>${this.#shared(cell.text)}</v></c>`
        : `<c ${place}><v>${binaryDigits(cell.number)}</v></c>`;
    });
    this.markup += `<row r="${this.#row}" spans="1:7" x14ac:dyDescent="0.25">${markup.join('')}</row>`;
  }

  #shared(text: string): number {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    this.texts.set(text, this.texts.size);
    this.strings += `<si><t>${text}</t></si>`;
    return this.texts.size - 1;
  }
}

/** `81.1` as Excel writes it: `81.099999999999994`. */
function binaryDigits(text: string): string {
  const digits = Number(text).toPrecision(17);
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}
