import type { XlsxCell } from './cell.ts';
import { BOOLEAN, CellStart, INLINE, isDigit, NUMBER, OWN } from './cell-start.ts';
import { dateCell } from './date-text.ts';
import { asciiCodes, INCOMPLETE, isAt, type Lane, UNUSUAL } from './lane.ts';
import { hashed, NumberCells, START } from './number-cells.ts';
import { numberCell } from './number-text.ts';
import { RowStart } from './row-start.ts';
import type { SheetRows } from './sheet-rows.ts';
import { TextRun } from './text-run.ts';
import type { Shows } from './workbook-parts.ts';

const [ZERO, LESS] = [48, 60];
/** Of the place of a shared text. */
const MOST_DIGITS = 8;
const TRUE: XlsxCell = { kind: 'boolean', text: 'TRUE' };
const FALSE: XlsxCell = { kind: 'boolean', text: 'FALSE' };
const [ROW, ROW_END, CELL] = ['<row', '</row>', '<c'].map(asciiCodes) as [Uint8Array, Uint8Array, Uint8Array];
const [VALUE, VALUE_END] = ['<v>', '</v></c>'].map(asciiCodes) as [Uint8Array, Uint8Array];
const [TEXT, TEXT_END] = ['<is><t>', '</t></is></c>'].map(asciiCodes) as [Uint8Array, Uint8Array];
const KEPT_TEXT = asciiCodes('<is><t xml:space="preserve">');

/** Whole rows of usual cells: `<row r="2" spans="1:7"><c r="A2" t="s"><v>7</v></c>…</row>`. */
export class RowLane implements Lane {
  readonly depth = 2;
  readonly closing = '</row>';
  readonly #rows: SheetRows;
  readonly #row = new RowStart();
  readonly #start = new CellStart();
  readonly #run = new TextRun();
  readonly #numbers: Readonly<Record<Shows, NumberCells>>;
  #cells: (XlsxCell | undefined)[] = [];
  #close = 0;

  constructor(rows: SheetRows) {
    this.#rows = rows;
    this.#numbers = {
      number: new NumberCells((raw) => numberCell(raw, false)),
      percentage: new NumberCells((raw) => numberCell(raw, true)),
      date: new NumberCells((raw) => dateCell(raw, rows.context.from1904)),
    };
  }

  get isOpen(): boolean {
    return this.#rows.inData;
  }

  take(bytes: Buffer, from: number, end: number): number {
    if (!isAt(bytes, from, ROW)) return missing(end, from + ROW.length);
    let at = this.#row.read(bytes, from + ROW.length, end);
    if (at < 0) return at;
    const number = this.#row.number === -1 ? this.#rows.row + 1 : this.#row.number;
    if (number <= this.#rows.row) return UNUSUAL;
    this.#cells = [];
    if (!this.#row.isEmpty) {
      at = this.#takeCells(bytes, at, end);
      if (at < 0) return at;
      if (!isAt(bytes, at, ROW_END)) return missing(end, at + ROW_END.length);
      at += ROW_END.length;
    }
    // Beyond the limits only rows without content may come; the tokeniser tells them apart.
    if (this.#cells.length > 0 && number > this.#rows.context.limits.rows) return UNUSUAL;
    this.#rows.take(number, this.#cells);
    return at;
  }

  #takeCells(bytes: Buffer, from: number, end: number): number {
    const { columns } = this.#rows.context.limits;
    let at = from;
    let before = -1;
    while (isAt(bytes, at, CELL)) {
      at = this.#start.read(bytes, at + CELL.length, end);
      if (at < 0) return at;
      const column = this.#start.column === -1 ? before + 1 : this.#start.column;
      if (column <= before) return UNUSUAL;
      before = column;
      if (this.#start.isEmpty) continue;
      if (column >= columns) return UNUSUAL;
      at = this.#takeValue(bytes, at, end, column);
      if (at < 0) return at;
    }
    return at;
  }

  /** The value of a cell and its closing tag. */
  #takeValue(bytes: Buffer, from: number, end: number, column: number): number {
    const { type } = this.#start;
    if (type === INLINE) {
      const kept = isAt(bytes, from, KEPT_TEXT);
      if (!kept && !isAt(bytes, from, TEXT)) return missing(end, from + KEPT_TEXT.length);
      return this.#takeText(bytes, from + (kept ? KEPT_TEXT : TEXT).length, end, column, TEXT_END);
    }
    if (!isAt(bytes, from, VALUE)) return missing(end, from + VALUE.length);
    const open = from + VALUE.length;
    if (type === OWN) return this.#takeText(bytes, open, end, column, VALUE_END);
    const cell = type === NUMBER ? this.#number(bytes, open, end) : this.#named(bytes, open, end);
    if (cell === null) return INCOMPLETE;
    const close = this.#close;
    if (!isAt(bytes, close, VALUE_END)) return missing(end, close + VALUE_END.length);
    // What is no number is the tokeniser's to judge: it may hold entities.
    if (cell === undefined || cell.kind === 'error') return UNUSUAL;
    if (cell.text !== '' && !this.#put(column, cell)) return UNUSUAL;
    return close + VALUE_END.length;
  }

  /** The cell of a number, and in `#close` where it ends; null where the bytes end first. */
  #number(bytes: Buffer, from: number, end: number): XlsxCell | null | undefined {
    let hash = START;
    let at = from;
    while (at < end) {
      const code = bytes[at] as number;
      if (code === LESS) break;
      hash = hashed(hash, code);
      at += 1;
    }
    this.#close = at;
    if (at === end) return null;
    if (at === from) return undefined;
    const shows = this.#rows.context.styles[this.#start.style] ?? 'number';
    return this.#numbers[shows].cell(bytes, from, at, hash);
  }

  /** The same of a shared text, by its place in the list, or of a truth value. */
  #named(bytes: Buffer, from: number, end: number): XlsxCell | null | undefined {
    let whole = 0;
    let at = from;
    while (at < end) {
      const code = bytes[at] as number;
      if (!isDigit(code)) break;
      whole = (Math.imul(whole, 10) + code - ZERO) | 0;
      at += 1;
    }
    this.#close = at;
    if (at === end) return null;
    if (at === from || at - from > MOST_DIGITS) return undefined;
    if (this.#start.type === BOOLEAN) return whole === 1 ? TRUE : whole === 0 ? FALSE : undefined;
    const text = this.#rows.context.strings[whole];
    return text === undefined ? undefined : { kind: 'text', text };
  }

  #takeText(bytes: Buffer, from: number, end: number, column: number, tags: Uint8Array): number {
    const close = this.#run.find(bytes, from, end);
    if (!isAt(bytes, close, tags)) return missing(end, close + tags.length);
    const text = this.#run.text(bytes, close);
    if (text !== '' && !this.#put(column, { kind: 'text', text })) return UNUSUAL;
    return close + tags.length;
  }

  #put(column: number, cell: XlsxCell): boolean {
    this.#cells[column] = cell;
    return cell.text.length <= this.#rows.context.limits.cellCharacters;
  }
}

/** Something else stands there, or what should has not come whole. */
const missing = (end: number, needed: number): number => (needed <= end ? UNUSUAL : INCOMPLETE);
