import { absoluteRange, rangeOf } from '../../formats/xlsx/range.ts';
import type { CellLook, DataList, SheetCell, SheetContents } from '../../formats/xlsx/workbook-contents.ts';
import type { Column } from '../table/column.ts';

/** How one column of a template looks and what it offers; by the key of the column. */
export interface ColumnPlan {
  readonly width: number;
  /** What a person should know when typing there: a note on the heading. */
  readonly help?: string;
  /** The values of a list; `warn` lets others through after a question. */
  readonly offers?: readonly string[];
  readonly others?: 'refuse' | 'warn';
  readonly wrap?: boolean;
}

/** A cell of a template before its look is decided: what it holds, and whether people may change it. */
export interface TemplateCell {
  readonly text?: string;
  /** Plain decimal text, written as a number. */
  readonly number?: string;
  /** Overrides what the column offers, such as the steps of one measure's scale. */
  readonly offers?: readonly string[];
  readonly locked?: boolean;
}

const HEADING: CellLook = {
  bold: true,
  fill: '1D4F5C',
  colour: 'FFFFFF',
  wrap: true,
  vertical: 'top',
  border: '0B0C0C',
};
/** Locked cells are grey as well as locked: protection alone is not seen. */
const GIVEN: CellLook = { fill: 'F0F1F2', wrap: true, vertical: 'top', border: 'B1B4B6' };
const INPUT: CellLook = { unlocked: true, vertical: 'top', border: 'B1B4B6' };
const LISTS = 'Lists';

/** Builds the sheet that people fill in, and the hidden sheet that holds its lists. */
export function templateSheets(
  name: string,
  columns: readonly Column[],
  plans: Readonly<Record<string, ColumnPlan>>,
  rows: readonly Readonly<Record<string, TemplateCell>>[],
  blankRows: number,
): readonly SheetContents[] {
  const lists = new ListSheet();
  const last = rows.length + blankRows;
  const rules: DataList[] = [];
  columns.forEach((column, at) => {
    const offers = plans[column.key]?.offers;
    if (offers === undefined || offers.length === 0 || last === 0) return;
    rules.push(rule(lists.rangeFor(offers), rangeOf(at, 1, at, last), column, plans[column.key]));
  });
  rows.forEach((row, index) => {
    columns.forEach((column, at) => {
      const own = row[column.key]?.offers;
      if (own !== undefined)
        rules.push(rule(lists.rangeFor(own), rangeOf(at, index + 1, at, index + 1), column, undefined));
    });
  });
  const blank = Array.from({ length: blankRows }, () => ({}));
  const sheet: SheetContents = {
    name,
    columnWidths: columns.map((column) => plans[column.key]?.width ?? 14),
    frozen: { rows: 1, columns: 1 },
    autoFilter: rangeOf(0, 0, columns.length - 1, last),
    protected: true,
    landscape: true,
    printedTitleRows: '$1:$1',
    lists: rules,
    rows: [
      { cells: columns.map((column) => heading(column, plans[column.key])) },
      ...[...rows, ...blank].map((row: Readonly<Record<string, TemplateCell>>) => ({
        cells: columns.map((column) => cellOf(row[column.key], column, plans[column.key])),
      })),
    ],
  };
  return [sheet, lists.sheet()];
}

function heading(column: Column, plan: ColumnPlan | undefined): SheetCell {
  const cell = { kind: 'text' as const, text: column.heading, style: HEADING };
  return plan?.help === undefined ? cell : { ...cell, note: plan.help };
}

function cellOf(cell: TemplateCell | undefined, column: Column, plan: ColumnPlan | undefined): SheetCell {
  const locked = cell?.locked === true || column.shownOnly === true;
  const style: CellLook = locked ? GIVEN : plan?.wrap === true ? { ...INPUT, wrap: true } : INPUT;
  if (cell?.number !== undefined) return { kind: 'number', text: cell.number, style };
  if (cell?.text !== undefined && cell.text !== '') return { kind: 'text', text: cell.text, style };
  return { kind: 'empty', style };
}

function rule(values: string, range: string, column: Column, plan: ColumnPlan | undefined): DataList {
  return {
    range,
    values,
    title: column.heading,
    ...(plan?.others === undefined ? {} : { others: plan.others }),
    ...(plan?.help === undefined ? {} : { message: plan.help }),
  };
}

/** Lists stand in a hidden sheet: a rule of its own holds 255 characters at most, and no commas. */
class ListSheet {
  readonly #lists: (readonly string[])[] = [];

  rangeFor(values: readonly string[]): string {
    const key = values.join('\n');
    let at = this.#lists.findIndex((list) => list.join('\n') === key);
    if (at === -1) at = this.#lists.push(values) - 1;
    return absoluteRange(LISTS, at, 0, values.length - 1);
  }

  sheet(): SheetContents {
    const height = Math.max(0, ...this.#lists.map((list) => list.length));
    return {
      name: LISTS,
      hidden: true,
      protected: true,
      columnWidths: this.#lists.map(() => 30),
      rows: Array.from({ length: height }, (_, row) => ({
        cells: this.#lists.map((list) =>
          list[row] === undefined ? null : { kind: 'text', text: list[row] },
        ),
      })),
    };
  }
}
