import { type FileLimits, grouped } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { damaged } from '../zip-directory.ts';
import { columnLetters, columnOf, type XlsxCell, type XlsxRow } from './cell.ts';
import { type CellAttributes, cellAttributes } from './cell-attributes.ts';
import { dateCell } from './date-text.ts';
import type { MarkupHandler } from './markup.ts';
import { attribute, unescaped, unescapedString } from './markup-text.ts';
import { numberCell } from './number-text.ts';
import type { Shows } from './workbook-parts.ts';

export interface SheetContext {
  readonly sheet: string;
  readonly strings: readonly string[];
  readonly styles: readonly Shows[];
  readonly from1904: boolean;
  readonly limits: FileLimits;
}

/** Turns the markup of a worksheet into rows, one at a time; rows without any content are passed over. */
export class SheetRows implements MarkupHandler {
  readonly context: SheetContext;
  readonly #visit: (row: XlsxRow) => void;
  #inData = false;
  #row = 0;
  #column = -1;
  #cells: (XlsxCell | undefined)[] = [];
  #type = 'n';
  #style = 0;
  #text = '';
  #formula: string | undefined;
  #collecting: 'value' | 'formula' | 'inline' | undefined;
  #phonetic = false;

  constructor(context: SheetContext, visit: (row: XlsxRow) => void) {
    this.context = context;
    this.#visit = visit;
  }

  get inData(): boolean {
    return this.#inData;
  }

  /** The number of the row before. */
  get row(): number {
    return this.#row;
  }

  /** A row that was read elsewhere, in its turn and within the limits. */
  take(row: number, cells: (XlsxCell | undefined)[]): void {
    this.#row = row;
    if (cells.length > 0) this.#visit({ number: row, cells });
  }

  open(name: string, attributes: string): void {
    if (name === 'sheetData') this.#inData = true;
    if (!this.#inData) return;
    if (name === 'c') this.#openCell(cellAttributes(attributes));
    else if (name === 'v') this.#collecting = 'value';
    else if (name === 't') this.#collecting = this.#phonetic ? undefined : 'inline';
    else if (name === 'rPh') this.#phonetic = true;
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'f') {
      this.#collecting = 'formula';
      this.#formula = '';
    }
  }

  text(raw: string): void {
    if (this.#collecting === undefined) return;
    if (this.#collecting === 'formula') this.#formula += unescaped(raw);
    else this.#text += unescaped(raw);
  }

  close(name: string): void {
    if (name === 'sheetData') this.#inData = false;
    if (!this.#inData) return;
    if (name === 'c') this.#closeCell();
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'row') {
      if (this.#cells.length > 0) this.#visit({ number: this.#row, cells: this.#cells });
    } else this.#collecting = undefined;
  }

  #openRow(attributes: string): void {
    const stated = attribute(attributes, 'r');
    const number = stated === undefined ? this.#row + 1 : Number(stated);
    if (!Number.isInteger(number) || number <= this.#row)
      throw damaged(`the rows of sheet "${this.context.sheet}" are out of order`);
    this.#row = number;
    this.#column = -1;
    this.#cells = [];
  }

  #openCell({ reference, type, style }: CellAttributes): void {
    const column = reference === '' ? this.#column + 1 : columnOf(reference);
    if (column <= this.#column) {
      throw damaged(`row ${this.#row} of sheet "${this.context.sheet}" has a cell out of place`);
    }
    this.#column = column;
    this.#type = type;
    this.#style = style;
    this.#text = '';
    this.#formula = undefined;
  }

  #closeCell(): void {
    const cell = this.#value();
    if (cell === undefined) return;
    const { limits, sheet } = this.context;
    const place = { sheet, row: this.#row, column: columnLetters(this.#column) };
    if (this.#row > limits.rows) {
      throw new Refusal(
        `Cell ${place.column}${this.#row} holds a value; the most rows allowed is ${grouped(limits.rows)}.`,
        'Split the file, or delete the stray cell far below the table.',
        place,
      );
    }
    if (this.#column >= limits.columns) {
      throw new Refusal(
        `Cell ${place.column}${this.#row} holds a value; the most columns allowed is ${limits.columns}.`,
        'Delete the columns that are not imported, or the stray cell far to the right of the table.',
        place,
      );
    }
    if (cell.text.length > limits.cellCharacters) {
      throw new Refusal(
        `Cell ${place.column}${this.#row} holds more than ${grouped(limits.cellCharacters)} characters.`,
        'Shorten the text.',
        place,
      );
    }
    this.#cells[this.#column] = cell;
  }

  #value(): XlsxCell | undefined {
    if (this.#formula !== undefined) return { kind: 'formula', text: this.#formula };
    const raw = this.#text;
    if (raw === '' && this.#type !== 's') return undefined;
    switch (this.#type) {
      case 'n':
        return this.#number(raw);
      case 's':
        return raw === '' ? undefined : this.#shared(raw);
      case 'str':
      case 'inlineStr':
        return { kind: 'text', text: unescapedString(raw) };
      case 'b':
        return { kind: 'boolean', text: raw.trim() === '1' || raw.trim() === 'true' ? 'TRUE' : 'FALSE' };
      case 'd':
        return { kind: 'date', text: raw.trim() };
      default:
        return { kind: 'error', text: raw };
    }
  }

  #number(raw: string): XlsxCell {
    const shows = this.context.styles[this.#style] ?? 'number';
    return shows === 'date' ? dateCell(raw, this.context.from1904) : numberCell(raw, shows === 'percentage');
  }

  #shared(raw: string): XlsxCell | undefined {
    const text = /^\d{1,8}$/.test(raw) ? this.context.strings[Number(raw)] : undefined;
    if (text === undefined)
      throw damaged(`row ${this.#row} of sheet "${this.context.sheet}" points at a text that is missing`);
    return text === '' ? undefined : { kind: 'text', text };
  }
}
