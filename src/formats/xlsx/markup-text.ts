import { damaged } from '../zip-directory.ts';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The value of one attribute (by its name without prefix) in the raw text of a tag, or undefined. */
export function attribute(raw: string, wanted: string): string | undefined {
  let at = 0;
  for (;;) {
    while (isSpace(raw.charCodeAt(at))) at += 1;
    if (at >= raw.length) return undefined;
    const equals = raw.indexOf('=', at);
    if (equals === -1) throw damaged('one of its tags is malformed');
    const name = raw.slice(at, equals).trim();
    let open = equals + 1;
    while (isSpace(raw.charCodeAt(open))) open += 1;
    const quote = raw[open];
    if (quote !== '"' && quote !== "'") throw damaged('one of its tags is malformed');
    const close = raw.indexOf(quote, open + 1);
    if (close === -1) throw damaged('one of its tags is malformed');
    if (name === wanted || name.slice(name.indexOf(':') + 1) === wanted)
      return unescaped(raw.slice(open + 1, close));
    at = close + 1;
  }
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** Text with XML's five entities and character numbers resolved, and line ends as XML reads them. */
export function unescaped(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,12});?/g, (whole, reference: string) => {
    const named = Object.hasOwn(NAMED, reference) ? NAMED[reference] : undefined;
    if (named !== undefined && whole.endsWith(';')) return named;
    const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(reference);
    const code =
      number === null ? -1 : number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
    if (!whole.endsWith(';') || code < 1 || code > 0x10ffff)
      throw damaged('it uses entities, which are never read');
    return String.fromCodePoint(code);
  });
}

/** Undoes the `_x000D_` escapes by which Excel writes characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function unescapedString(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Protects what a reader would take for such an escape, and what XML cannot hold. */
export function escapedString(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    });
}
