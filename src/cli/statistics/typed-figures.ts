import { formatProblem, hasErrors, type Problem } from '../../importers/problem.ts';
import { type Console, Refusal, UsageError } from '../console.ts';
import {
  type InputColumn,
  inputProblem,
  MOST_SERIES_BYTES,
  readTypedRows,
  type TypedRow,
} from '../series-input.ts';

const PLAIN = /^-?\d{1,30}(?:\.\d{1,30})?$/;
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** Exact decimal text of a typed number; null for an empty cell; undefined for what is no number. */
export function typedDecimal(typed: string | undefined): string | null | undefined {
  const text = (typed ?? '').trim();
  if (text === '') return null;
  const plain = GROUPED.test(text) ? text.replaceAll(',', '') : text;
  return PLAIN.test(plain) ? plain : undefined;
}

/** The number of an option, or wrong usage. */
export function optionDecimal(name: string, typed: string): string {
  const text = typedDecimal(typed);
  if (text === null || text === undefined) throw new UsageError(`--${name} is not a number: ${typed}`);
  return text;
}

/** One of the words that an option takes, or wrong usage. */
export function optionWord<Word extends string>(name: string, typed: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === typed);
  if (found === undefined) throw new UsageError(`--${name} is one of ${words.join(', ')}, not "${typed}".`);
  return found;
}

/** Reads rows from standard input and says each mistake with its row and column; refuses them all at once. */
export class FigureRows<Name extends string> {
  readonly rows: readonly TypedRow<Name>[];
  private readonly problems: Problem[];

  private constructor(rows: readonly TypedRow<Name>[], problems: readonly Problem[]) {
    this.rows = rows;
    this.problems = [...problems];
  }

  static async read<Name extends string>(console: Console, columns: readonly InputColumn<Name>[]) {
    const { rows, problems } = readTypedRows(await console.readStdin(MOST_SERIES_BYTES), columns);
    return new FigureRows<Name>(rows, problems);
  }

  decimal(row: TypedRow<Name>, column: Name): string | null {
    const value = row.values[column];
    const text = typedDecimal(value);
    if (text !== undefined) return text;
    this.refuse(
      row,
      column,
      'This is not a number.',
      'Write digits, as 1234.5, or leave it empty where it is missing.',
    );
    return null;
  }

  /** A whole number from 0; null where it is missing, or where it was refused. */
  count(row: TypedRow<Name>, column: Name): number | null {
    const text = this.decimal(row, column);
    const count = text === null ? null : Number(text);
    if (count === null || (Number.isSafeInteger(count) && count >= 0)) return count;
    const remedy = 'Give the cases, not a percentage or a rate.';
    this.refuse(row, column, 'A count is a whole number from 0.', remedy);
    return null;
  }

  /** Refuses a second row of the same name. */
  once(column: Name): void {
    const seen = new Map<string, number>();
    for (const row of this.rows) {
      const name = (row.values[column] ?? '').trim();
      const before = seen.get(name);
      if (before === undefined) seen.set(name, row.row);
      else this.refuse(row, column, `Row ${before} has the same ${column}.`, 'Keep one of them.');
    }
  }

  /** Whether any row has something under this heading. */
  has(column: Name): boolean {
    return this.rows.some(({ values }) => (values[column] ?? '').trim() !== '');
  }

  /** Something that a reader must know, and that refuses nothing. */
  warn(row: TypedRow<Name>, column: Name, message: string, remedy: string): void {
    this.problems.push({ ...inputProblem(row.row, message, remedy, { column }), severity: 'warning' });
  }

  refuse(row: TypedRow<Name>, column: Name, message: string, remedy: string): void {
    const value = row.values[column];
    this.problems.push(
      inputProblem(row.row, message, remedy, value === undefined ? { column } : { column, value }),
    );
  }

  /** Warnings go to standard error; with an error nothing else is printed. */
  settle(console: Console): void {
    if (hasErrors(this.problems)) {
      const problems = this.problems.filter(({ severity }) => severity === 'error');
      throw new Refusal(this.problems.map(formatProblem).join('\n'), { problems });
    }
    for (const problem of this.problems) console.err(formatProblem(problem));
  }
}
