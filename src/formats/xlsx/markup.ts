import { damaged } from '../zip-directory.ts';

/** What the tokeniser calls back; names come without their namespace prefix. */
export interface MarkupHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(raw: string): void;
}

const [SPACE, EXCLAMATION, DOUBLE, SINGLE, SLASH, GREATER, QUESTION] = [32, 33, 34, 39, 47, 62, 63];
const DEEPEST = 64;
/** A single tag or text run longer than this is no spreadsheet: Excel's longest cell is 32,767 characters. */
const LONGEST_RUN = 1_000_000;

/**
 * A tokeniser for the little XML that spreadsheets use, fed in pieces of any size. Checks that tags nest and
 * knows no document types, so entities beyond XML's own five and character numbers are refused by `unescaped`.
 * Ours because the exact text of a number and the presence of a formula must be seen, at speed, in little memory.
 */
export class MarkupReader {
  readonly #handler: MarkupHandler;
  readonly #open: string[] = [];
  #rest = '';
  #started = false;

  constructor(handler: MarkupHandler) {
    this.#handler = handler;
  }

  push(piece: string): void {
    const input = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    for (;;) {
      const tag = input.indexOf('<', at);
      if (tag === -1) break;
      if (tag > at) this.#text(input.slice(at, tag));
      const next = this.#markup(input, tag);
      if (next === -1) {
        at = tag;
        break;
      }
      at = next;
    }
    this.#rest = input.slice(at);
    if (this.#rest.length > LONGEST_RUN) throw damaged('a piece of its markup never ends');
  }

  /** How many elements are open. */
  get depth(): number {
    return this.#open.length;
  }

  /** Whether all that came has been read: no tag and no text is waiting for its end. */
  get isIdle(): boolean {
    return this.#rest === '';
  }

  end(): void {
    if (this.#rest.trim() !== '' || this.#open.length > 0 || !this.#started)
      throw damaged('its markup stops in the middle');
  }

  /** Handles the markup that starts at `tag`; -1 when its end has not arrived yet. */
  #markup(input: string, tag: number): number {
    const mark = input.charCodeAt(tag + 1);
    if (mark === SLASH) return this.#close(input, tag);
    if (mark === EXCLAMATION) return this.#declaration(input, tag);
    if (mark === QUESTION) {
      const end = input.indexOf('?>', tag);
      return end === -1 ? -1 : end + 2;
    }
    return this.#opened(input, tag + 1);
  }

  #declaration(input: string, tag: number): number {
    const comment = input.startsWith('<!--', tag);
    if (!comment && !input.startsWith('<![CDATA[', tag)) {
      if (input.length - tag < 9) return -1;
      throw damaged('its markup declares something that workbooks never declare');
    }
    const end = input.indexOf(comment ? '-->' : ']]>', tag);
    if (end === -1) return -1;
    if (!comment) this.#handler.text(input.slice(tag + 9, end).replaceAll('&', '&amp;'));
    return end + 3;
  }

  #text(raw: string): void {
    if (this.#open.length > 0) this.#handler.text(raw);
    else if (raw.trim() !== '' && raw !== '\ufeff') throw damaged('there is text outside its markup');
  }

  #opened(input: string, from: number): number {
    const end = tagEnd(input, from);
    if (end === -1) return -1;
    const selfClosing = input.charCodeAt(end - 1) === SLASH;
    const stop = selfClosing ? end - 1 : end;
    let nameEnd = from;
    while (nameEnd < stop && input.charCodeAt(nameEnd) > SPACE) nameEnd += 1;
    const qualified = nameEnd - from === 1 ? oneLetter(input.charCodeAt(from)) : input.slice(from, nameEnd);
    const name = localName(qualified);
    if (this.#open.length === 0 && this.#started) throw damaged('its markup has two roots');
    this.#started = true;
    this.#handler.open(name, nameEnd === stop ? '' : input.slice(nameEnd, stop));
    if (selfClosing) {
      this.#handler.close(name);
      return end + 1;
    }
    this.#open.push(qualified);
    if (this.#open.length > DEEPEST) throw damaged('its markup nests too deeply');
    return end + 1;
  }

  #close(input: string, tag: number): number {
    const expected = this.#open[this.#open.length - 1];
    if (expected === undefined) throw damaged('its markup does not close what it opens');
    let end = tag + 2 + expected.length;
    if (input.charCodeAt(end) !== GREATER) end = input.indexOf('>', tag);
    if (end === -1) return -1;
    if (!input.startsWith(expected, tag + 2) || input.slice(tag + 2 + expected.length, end).trim() !== '') {
      throw damaged('its markup does not close what it opens');
    }
    this.#open.pop();
    this.#handler.close(localName(expected));
    return end + 1;
  }
}

/** The position of the `>` that ends a tag, past any inside quoted values; -1 when it has not arrived. */
function tagEnd(input: string, from: number): number {
  let quote = 0;
  for (let at = from; at < input.length; at += 1) {
    const code = input.charCodeAt(at);
    if (quote === 0) {
      if (code === GREATER) return at;
      if (code === DOUBLE || code === SINGLE) quote = code;
    } else if (code === quote) quote = 0;
  }
  return -1;
}

/** Nearly all tags of a sheet are `c` and `v`: one text each serves them all. */
const LETTERS = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const oneLetter = (code: number): string => LETTERS[code] ?? String.fromCharCode(code);

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};
