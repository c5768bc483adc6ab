import type { XlsxCell } from './cell.ts';

const SLOTS = 8_192;
/** Longer than any number that Excel writes: `-1.2345678901234567E+100`. */
const LONGEST = 24;
/** FNV-1a (Fowler, Noll, Vo): a good spread from few operations. */
export const START = 0x811c9dc5;
const PRIME = 0x01000193;
export const hashed = (hash: number, byte: number): number => Math.imul(hash ^ byte, PRIME);

/**
 * The cells of numbers, each made once for as long as its place is not taken by another: the same figures come again
 * and again in a file, and reading `81.099999999999994` means two conversions of a binary number.
 */
export class NumberCells {
  readonly #make: (raw: string) => XlsxCell;
  readonly #raw = new Array<string>(SLOTS).fill('');
  readonly #cells = new Array<XlsxCell | undefined>(SLOTS).fill(undefined);

  constructor(make: (raw: string) => XlsxCell) {
    this.#make = make;
  }

  /** The cell of the number that stands there; `hash` is that of its bytes by `hashed`, from `START`. */
  cell(bytes: Buffer, from: number, to: number, hash: number): XlsxCell {
    if (to - from > LONGEST) return this.#make(bytes.toString('latin1', from, to));
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const known = this.#cells[slot];
    if (known !== undefined && isSame(this.#raw[slot] as string, bytes, from, to)) return known;
    const raw = bytes.toString('latin1', from, to);
    const made = this.#make(raw);
    this.#raw[slot] = raw;
    this.#cells[slot] = made;
    return made;
  }
}

function isSame(raw: string, bytes: Uint8Array, from: number, to: number): boolean {
  if (raw.length !== to - from) return false;
  for (let index = 0; index < raw.length; index += 1) {
    if (raw.charCodeAt(index) !== bytes[from + index]) return false;
  }
  return true;
}
