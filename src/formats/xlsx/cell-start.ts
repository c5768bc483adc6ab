import { asciiCodes, INCOMPLETE, isAt, UNUSUAL } from './lane.ts';

/** The kinds of cell that a lane reads. */
export const NUMBER = 0;
export const SHARED = 1;
export const INLINE = 2;
export const BOOLEAN = 3;
/** Text that is in the cell itself, as some programs write it: `t="str"`. */
export const OWN = 4;

const [SPACE, QUOTE, SLASH, EQUALS, GREATER] = [32, 34, 47, 61, 62];
const [A, Z] = [65, 90];
const [LETTER_B, LETTER_N, LETTER_R, LETTER_S, LETTER_T] = [98, 110, 114, 115, 116];
const [INLINE_STRING, OWN_STRING] = ['inlineStr', 'str'].map(asciiCodes) as [Uint8Array, Uint8Array];

/**
 * The start of a cell, ` r="B2" s="3" t="s">` with its attributes in any order, read by bytes. One object serves a
 * whole sheet. Anything else that a cell may be (an error, a date in words) is unusual.
 */
export class CellStart {
  /** From 0; -1 where the cell does not say. */
  column = -1;
  style = 0;
  type = NUMBER;
  /** `<c r="B2" s="3"/>`: a look and nothing else. */
  isEmpty = false;

  /** Reads from just after `<c`; answers the position after the `>`. */
  read(bytes: Uint8Array, from: number, end: number): number {
    this.column = -1;
    this.style = 0;
    this.type = NUMBER;
    this.isEmpty = false;
    let at = from;
    while (bytes[at] === SPACE) {
      const name = bytes[at + 1];
      if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return at + 3 < end ? UNUSUAL : INCOMPLETE;
      if (name === LETTER_R) at = this.#reference(bytes, at + 4, end);
      else if (name === LETTER_S) at = this.#style(bytes, at + 4, end);
      else if (name === LETTER_T) at = this.#type(bytes, at + 4, end);
      else return UNUSUAL;
      if (at < 0) return at;
      if (bytes[at] !== QUOTE) return at < end ? UNUSUAL : INCOMPLETE;
      at += 1;
    }
    if (bytes[at] === SLASH) {
      this.isEmpty = true;
      at += 1;
    }
    if (bytes[at] === GREATER) return at + 1;
    return at < end ? UNUSUAL : INCOMPLETE;
  }

  #reference(bytes: Uint8Array, from: number, end: number): number {
    if (this.column !== -1) return UNUSUAL;
    let column = 0;
    let at = from;
    for (let code = bytes[at] ?? 0; code >= A && code <= Z; code = bytes[at] ?? 0) {
      column = column * 26 + (code - A + 1);
      at += 1;
    }
    if (at === from || at > from + 3) return at < end ? UNUSUAL : INCOMPLETE;
    while (isDigit(bytes[at])) at += 1;
    this.column = column - 1;
    return at;
  }

  #style(bytes: Uint8Array, from: number, end: number): number {
    let style = 0;
    let at = from;
    for (let code = bytes[at]; isDigit(code); code = bytes[at]) {
      style = style * 10 + (code - 48);
      at += 1;
    }
    if (at === from || at > from + 6) return at < end ? UNUSUAL : INCOMPLETE;
    this.style = style;
    return at;
  }

  #type(bytes: Uint8Array, from: number, end: number): number {
    if (from + INLINE_STRING.length >= end) return INCOMPLETE;
    if (bytes[from + 1] === QUOTE) {
      const letter = bytes[from];
      if (letter === LETTER_S) this.type = SHARED;
      else if (letter === LETTER_B) this.type = BOOLEAN;
      else if (letter !== LETTER_N) return UNUSUAL;
      return from + 1;
    }
    const word = isAt(bytes, from, INLINE_STRING) ? INLINE_STRING : OWN_STRING;
    if (word === OWN_STRING && !isAt(bytes, from, OWN_STRING)) return UNUSUAL;
    this.type = word === INLINE_STRING ? INLINE : OWN;
    return from + word.length;
  }
}

export const isDigit = (code: number | undefined): code is number =>
  code !== undefined && code >= 48 && code <= 57;
