/**
 * What a spreadsheet could take for a formula or a command: text that starts with = + - @ (also full width), a
 * tab or a line end, also after leading spaces of any kind. Apostrophes before it count, so that the guard can be
 * taken off again exactly. Characters after OWASP "CSV Injection", which added the line feed in August 2025.
 */
const RISKY = /^'*[^\S\t\r\n]*[\t\r\n=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** Makes a text harmless in a spreadsheet by an apostrophe before it. @example guarded('=1+1') // "'=1+1" */
export const guarded = (text: string): string => (RISKY.test(text) ? `'${text}` : text);

/** Exactly the text that `guarded` was given. @example unguarded("'=1+1") // '=1+1' */
export const unguarded = (text: string): string =>
  text.startsWith("'") && RISKY.test(text) ? text.slice(1) : text;
