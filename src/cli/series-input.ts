import { readCsv } from '../formats/csv.ts';
import { DEFAULT_LIMITS, type FileLimits } from '../formats/limits.ts';
import { Refusal } from '../formats/refusal.ts';
import { decodeText } from '../formats/text-encoding.ts';
import type { Problem } from '../importers/problem.ts';

/** As much as is read from standard input. */
export const MOST_SERIES_BYTES = 20 * 1024 * 1024;

/** A column that a verb reads; case, spaces, `_` and `-` do not matter in its heading. */
export interface InputColumn<Name extends string> {
  readonly name: Name;
  readonly required?: boolean;
  readonly alsoCalled?: readonly string[];
}

/** One row of typed texts, before any is understood, with the row a person would find it in. */
export interface TypedRow<Name extends string> {
  readonly row: number;
  readonly values: Partial<Record<Name, string>>;
}

export interface TypedRows<Name extends string> {
  readonly rows: readonly TypedRow<Name>[];
  readonly problems: readonly Problem[];
}

/**
 * Rows of a series from CSV (with a heading row) or JSON (a list of objects), told apart by the first character. A
 * column that the verb does not read is passed over with a warning: series come out of other systems with more
 * columns than are asked for here.
 */
export function readTypedRows<Name extends string>(
  bytes: Uint8Array,
  columns: readonly InputColumn<Name>[],
  limits: FileLimits = DEFAULT_LIMITS,
): TypedRows<Name> {
  const reader = new RowReader(columns, limits);
  try {
    const { text } = decodeText(bytes);
    if (/^\s*[[{]/.test(text.slice(0, 1000))) reader.json(text);
    else reader.csv(bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { rows: [], problems: [inputProblem(error.place.row ?? 0, error.message, error.remedy)] };
  }
  return { rows: reader.rows, problems: reader.problems };
}

/** A mistake in standard input, at a row and a column. */
export function inputProblem(
  row: number,
  message: string,
  remedy: string,
  at: { column?: string; value?: string } = {},
): Problem {
  return { severity: 'error', file: 'standard input', row, ...at, message, remedy };
}

const plain = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');

class RowReader<Name extends string> {
  readonly rows: TypedRow<Name>[] = [];
  readonly problems: Problem[] = [];
  private readonly names: ReadonlyMap<string, Name>;
  private readonly required: readonly Name[];
  private readonly limits: FileLimits;
  private readonly passedOver = new Set<string>();

  constructor(columns: readonly InputColumn<Name>[], limits: FileLimits) {
    this.names = new Map(
      columns.flatMap(({ name, alsoCalled = [] }) =>
        [name, ...alsoCalled].map((each) => [plain(each), name]),
      ),
    );
    this.required = columns.filter(({ required }) => required).map(({ name }) => name);
    this.limits = limits;
  }

  csv(bytes: Uint8Array): void {
    let columns: (Name | null)[] | null = null;
    const take = (record: readonly string[], row: number) => {
      if (columns === null) {
        columns = this.headings(record);
        return;
      }
      const known = columns;
      if (record.slice(known.length).some((value) => value !== '')) {
        const remedy = 'Put a value that has a comma in it between quotation marks, as "1,000.0".';
        this.refuse(row, `The row has ${record.length} values under ${known.length} headings.`, remedy);
      }
      const values: Partial<Record<Name, string>> = {};
      record.forEach((value, index) => {
        const name = known[index];
        if (name) values[name] = value;
      });
      this.rows.push({ row, values });
    };
    readCsv(bytes, take, this.limits);
    if (this.rows.length === 0) {
      this.refuse(0, 'There are no rows.', 'Pipe in a heading row and at least one row, or a JSON list.');
    }
  }

  json(text: string): void {
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch (error) {
      const why = error instanceof Error ? error.message : '';
      this.refuse(0, `This is not valid JSON: ${why}.`, 'Correct it and run again.');
      return;
    }
    if (!Array.isArray(parsed) || parsed.length === 0) {
      this.refuse(0, 'The JSON is not a list of rows.', `Write [{"${this.required[0] ?? 'value'}": …}, …].`);
    } else if (parsed.length > this.limits.rows) {
      this.refuse(0, `There are more than ${this.limits.rows} rows.`, 'Split them.');
    } else for (const [index, each] of parsed.entries()) this.object(each, index + 1);
  }

  private headings(record: readonly string[]): (Name | null)[] {
    const columns = record.map((heading) => this.nameOf(heading));
    columns.forEach((name, index) => {
      if (name !== null && columns.indexOf(name) !== index) {
        const column = record[index] ?? name;
        this.refuse(1, `The column "${column}" appears twice.`, 'Keep one of them.');
      }
    });
    for (const name of this.required) {
      if (!columns.includes(name)) {
        const needed = this.required.join(', ');
        this.refuse(1, `There is no column "${name}".`, `Add it: needed here: ${needed}.`);
      }
    }
    return columns;
  }

  private object(each: unknown, row: number): void {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) {
      this.refuse(row, 'This item is not an object.', `Write {"${this.required[0] ?? 'value'}": …}.`);
      return;
    }
    const values: Partial<Record<Name, string>> = {};
    for (const [heading, value] of Object.entries(each)) {
      const name = this.nameOf(heading);
      if (name === null) continue;
      const text = textOf(value);
      if (text !== null) values[name] = text;
      else {
        const message = 'This value is not text, or has more digits than a JSON number keeps.';
        this.refuse(row, message, 'Write it in quotation marks.', heading);
      }
    }
    for (const name of this.required) {
      if (values[name] === undefined)
        this.refuse(row, `There is no "${name}".`, 'Add it; null is a missing one.');
    }
    this.rows.push({ row, values });
  }

  private nameOf(heading: string): Name | null {
    const name = this.names.get(plain(heading));
    if (name !== undefined) return name;
    if (this.passedOver.size < 20 && !this.passedOver.has(heading)) {
      this.passedOver.add(heading);
      const known = [...new Set(this.names.values())].join(', ');
      this.problems.push({
        ...inputProblem(1, 'This column is not read here.', `Columns that are read: ${known}.`, {
          value: heading,
        }),
        severity: 'warning',
      });
    }
    return null;
  }

  private refuse(row: number, message: string, remedy: string, column?: string): void {
    this.problems.push(inputProblem(row, message, remedy, column === undefined ? {} : { column }));
  }
}

function textOf(value: unknown): string | null {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return plainDecimal(value);
  return typeof value === 'boolean' ? String(value) : null;
}

/** A JSON number has been through a binary float: its shortest text is what was meant, up to 17 digits. */
export function plainDecimal(value: number): string | null {
  const text = String(value);
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text);
  if (found === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent] = found;
  if (exponent === undefined) return text;
  const point = whole.length + Number(exponent);
  // Beyond this a figure is a mistake, and the text would be as long as its exponent says.
  if (Math.abs(point) > 30) return null;
  const digits = `${whole}${fraction}`.padEnd(point, '0');
  const before = point > 0 ? digits.slice(0, point) : '0';
  const after = point > 0 ? digits.slice(point) : `${'0'.repeat(-point)}${digits}`;
  return `${sign}${before}${after === '' ? '' : `.${after}`}`;
}
