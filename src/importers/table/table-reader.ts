import { columnLetters } from '../../formats/xlsx/cell.ts';
import type { CellTrouble } from './cell-trouble.ts';
import type { Column, HeaderPlan } from './column.ts';
import { planHeader } from './header.ts';
import type { ProblemList } from './problem-list.ts';

/** One row of a table. It is the same object each time: who keeps any of it, copies. */
export interface TableRow {
  readonly row: number;
  readonly sheet: string | undefined;
  /** The texts of the fields that were asked for, in their order; undefined where blank. */
  readonly texts: readonly (string | undefined)[];
  /** Keys of cells that were refused already, such as formulas: not to be reported again as blank. */
  readonly broken: readonly string[];
}

export interface TableShape {
  /** The worksheet to read; the only visible one where none has this name. */
  readonly sheet: string;
  readonly columns: readonly Column[];
  /** Told which columns the file has, before its first row. */
  headed?(keys: ReadonlySet<string>): void;
}

/** Thrown inside a reader to stop: its header cannot be used, or it is all errors. */
export class Unusable extends Error {}

interface Table {
  readonly shape: TableShape;
  /** The fields wanted, in the order of a row's texts. */
  readonly keys: readonly string[];
  readonly problems: ProblemList;
  readonly visit: (row: TableRow) => void;
  readonly sheet: string | undefined;
  /** Headings of the file that a person matched with ours. */
  readonly headings: Readonly<Record<string, string>>;
}

/** A cell that holds nothing but white space is blank; most show at their first character that they are not. */
function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return !(first > 32 && first < 127) && text.trim() === '';
}

/**
 * Makes rows of cells: the first row is the header, every other one goes to `visit`. A cell at a time, and one row
 * object for all of them, because a hundred thousand rows are read while somebody waits.
 */
export class TableReader {
  readonly #table: Table;
  readonly #row: { row: number; sheet: string | undefined; texts: (string | undefined)[]; broken: string[] };
  #plan: HeaderPlan | undefined;
  /** For each column of the file its place among the texts; -1 where it has none. */
  #slots: readonly number[] = [];
  #filled = false;
  #rows = 0;

  constructor(table: Table) {
    this.#table = table;
    this.#row = { row: 0, sheet: table.sheet, texts: table.keys.map(() => undefined), broken: [] };
  }

  /** Begins a row; false where it was the header, whose cells are read here. */
  begins(number: number, width: number, heading: (column: number) => string): boolean {
    if (this.#plan === undefined) {
      const { shape, keys, problems, sheet, headings: matched } = this.#table;
      const headings = Array.from({ length: width }, (_, column) => heading(column).trim());
      this.#plan = planHeader(headings, number, { columns: shape.columns, matched }, problems, sheet);
      if (problems.refused) throw new Unusable();
      shape.headed?.(new Set(this.#plan.flatMap((column) => column?.key ?? [])));
      this.#slots = this.#plan.map((column) => (column === undefined ? -1 : keys.indexOf(column.key)));
      return false;
    }
    this.#row.row = number;
    this.#row.texts.fill(undefined);
    if (this.#row.broken.length > 0) this.#row.broken = [];
    this.#filled = false;
    return true;
  }

  cell(at: number, text: string, trouble?: CellTrouble): void {
    if (isBlank(text)) return;
    const column = this.#plan?.[at];
    if (column?.shownOnly === true) return;
    this.#filled = true;
    if (column === undefined) this.#noHeading(at, text);
    else if (trouble?.severity === 'error') this.#broken(column, text, trouble);
    else {
      const slot = this.#slots[at] as number;
      if (slot !== -1) this.#row.texts[slot] = text;
      if (trouble !== undefined) {
        const { message, remedy } = trouble;
        this.#table.problems.warning(this.#row.row, { ...this.#at(column.heading, text), message, remedy });
      }
    }
  }

  ends(): void {
    if (this.#table.problems.hopeless) throw new Unusable();
    if (!this.#filled) return;
    this.#rows += 1;
    this.#table.visit(this.#row);
  }

  /** After the last row. */
  end(): void {
    if (this.#rows > 0) return;
    const { shape, problems, sheet } = this.#table;
    problems.error(0, {
      ...(sheet === undefined ? {} : { sheet }),
      message: this.#plan === undefined ? 'The table is empty.' : 'The table has headings but no rows.',
      remedy: `Fill in the table. Its first row must hold the headings: ${shape.columns.map((column) => column.heading).join(', ')}.`,
    });
  }

  #broken(column: Column, value: string, { message, remedy }: CellTrouble): void {
    this.#table.problems.error(this.#row.row, { ...this.#at(column.heading, value), message, remedy });
    this.#row.broken.push(column.key);
  }

  #noHeading(at: number, value: string): void {
    this.#table.problems.error(this.#row.row, {
      ...this.#at(columnLetters(at), value),
      message: `Column ${columnLetters(at)} holds a value but has no heading.`,
      remedy: 'Give the column a heading, or delete what is in it.',
    });
  }

  #at(column: string, value: string) {
    const { sheet } = this.#table;
    return { ...(sheet === undefined ? {} : { sheet }), column, value };
  }
}
