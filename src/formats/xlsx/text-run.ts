import { unescaped, unescapedString } from './markup-text.ts';

const [RETURN, AMPERSAND, LESS, UNDERSCORE, FIRST_WIDE] = [13, 38, 60, 95, 128];

/** A run of text between two tags, found and decoded by bytes. One object serves a whole part. */
export class TextRun {
  #from = 0;
  #wide = false;
  #escaped = false;

  /** The position of the `<` that ends the text which starts here; `end` where none has come. */
  find(bytes: Uint8Array, from: number, end: number): number {
    this.#from = from;
    let wide = false;
    let escaped = false;
    let at = from;
    for (; at < end; at += 1) {
      const code = bytes[at] as number;
      if (code === LESS) break;
      if (code >= FIRST_WIDE) wide = true;
      else if (code === AMPERSAND || code === RETURN || code === UNDERSCORE) escaped = true;
    }
    this.#wide = wide;
    this.#escaped = escaped;
    return at;
  }

  /** The text up to there, as a cell means it. */
  text(bytes: Buffer, to: number): string {
    const raw = bytes.toString(this.#wide ? 'utf8' : 'latin1', this.#from, to);
    return this.#escaped ? unescapedString(unescaped(raw)) : raw;
  }
}
