import { isDigit } from './cell-start.ts';
import { INCOMPLETE, UNUSUAL } from './lane.ts';

const [SPACE, QUOTE, SLASH, COLON, LESS, EQUALS, GREATER] = [32, 34, 47, 58, 60, 61, 62];
const LETTER_R = 114;

/** The start of a row, ` r="2" spans="1:7" ht="15">`: its number is read, the rest is passed over. */
export class RowStart {
  /** -1 where the row does not say. */
  number = -1;
  isEmpty = false;

  /** Reads from just after `<row`; answers the position after the `>`. */
  read(bytes: Uint8Array, from: number, end: number): number {
    this.number = -1;
    this.isEmpty = false;
    let at = from;
    while (bytes[at] === SPACE) {
      const name = at + 1;
      at = nameEnd(bytes, name, end);
      if (at < 0) return at;
      const isNumber = bytes[at - 1] === LETTER_R && (at === name + 1 || bytes[at - 2] === COLON);
      at = isNumber ? this.#number(bytes, at + 2, end) : valueEnd(bytes, at + 2, end);
      if (at < 0) return at;
      at += 1;
    }
    if (bytes[at] === SLASH) {
      this.isEmpty = true;
      at += 1;
    }
    if (bytes[at] === GREATER) return at + 1;
    return at < end ? UNUSUAL : INCOMPLETE;
  }

  #number(bytes: Uint8Array, from: number, end: number): number {
    let number = 0;
    let at = from;
    for (let code = bytes[at]; isDigit(code); code = bytes[at]) {
      number = number * 10 + (code - 48);
      at += 1;
    }
    if (at >= end) return INCOMPLETE;
    if (this.number !== -1 || at === from || at > from + 7 || bytes[at] !== QUOTE) return UNUSUAL;
    this.number = number;
    return at;
  }
}

/** The position of the equals sign after a name, which a quotation mark follows. */
function nameEnd(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    const code = bytes[at] as number;
    if (code === EQUALS) return bytes[at + 1] === QUOTE ? at : at + 1 < end ? UNUSUAL : INCOMPLETE;
    if (code <= SPACE || code === GREATER || code === QUOTE || code === LESS || code === SLASH)
      return UNUSUAL;
  }
  return INCOMPLETE;
}

function valueEnd(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    const code = bytes[at] as number;
    if (code === QUOTE) return at;
    if (code === GREATER || code === LESS) return UNUSUAL;
  }
  return INCOMPLETE;
}
