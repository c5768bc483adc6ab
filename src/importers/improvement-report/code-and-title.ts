import { oneLine } from './cell-text.ts';
import { takeCode } from './code-grammar.ts';

export interface SplitDetails {
  code: string;
  /** Other codes printed with it: in brackets, or after a slash. */
  aliases: readonly string[];
  title: string;
  /** What the rule did, for the person who checks the dry run. */
  split: string;
  /** True where a person should look: no code, or words that might belong to the title. */
  splitDoubtful: boolean;
}

/** What a person says instead, by the cell as printed or by the code that the rule found. */
export type CodeCorrections = Readonly<
  Record<string, { code: string; title: string; aliases: readonly string[] }>
>;

/**
 * Splits the text of a measure-details cell into code, aliases and title. The rule, in words, is in
 * docs/code-and-title.md; it knows no council's codes, only how codes are made.
 * @example splitCodeAndTitle('YA&H PM08 (NI 155) Number of new affordable homes provided (gross)')
 * // { code: 'YA&H PM08', aliases: ['NI 155'], title: 'Number of new affordable homes provided (gross)', … }
 */
export function splitCodeAndTitle(cell: string): SplitDetails {
  const text = oneLine(cell);
  const first = takeCode(text);
  if (first === null) {
    return {
      code: codeFromTitle(text),
      aliases: [],
      title: text,
      split: 'no code found: made one from the title',
      splitDoubtful: true,
    };
  }
  const aliases: string[] = [];
  const done: string[] = [];
  let { code, rest } = first;
  for (;;) {
    const next = secondCode(code, rest) ?? bracketed(code, rest, aliases.length > 0);
    if (next === null) break;
    code = next.code;
    rest = next.rest;
    aliases.push(...next.aliases);
    done.push(next.did);
  }
  const separator = /^\s*(?:[:;.|)]|[-–—](?=\s))+\s*/.exec(rest);
  if (separator !== null && separator[0].trim() !== '') {
    rest = rest.slice(separator[0].length);
    done.push(`dropped "${separator[0].trim()}"`);
  }
  const ending = endingCode(rest.trim());
  if (ending !== null) {
    aliases.push(...ending.aliases);
    done.push(`alias ${ending.aliases.join(', ')} taken from the end of the title`);
  }
  const title = (ending?.title ?? rest).trim();
  return {
    code,
    aliases: [...new Set(aliases)].filter((alias) => alias !== code),
    title: title === '' ? code : title,
    split: [`code ${code}`, ...done, ...(title === '' ? ['no title found'] : [])].join('; '),
    splitDoubtful: !first.sure || title === '',
  };
}

/** `EI 12/EI 3`, `EI 12 / EI 3`, `KPI 7/8`: one measure under two codes; the whole is its code. */
function secondCode(code: string, rest: string) {
  const slash = /^\s?\/\s?/.exec(rest);
  if (slash === null) return null;
  const after = rest.slice(slash[0].length);
  const number = /^\d{1,3}[a-z]?(?=\s|$|[:(])/.exec(after)?.[0];
  const second = number === undefined ? takeCode(after) : { code: number, rest: after.slice(number.length) };
  if (second === null) return null;
  const aliases = number === undefined ? [code, second.code] : [];
  return {
    code: `${code}${slash[0]}${second.code}`,
    rest: second.rest,
    aliases,
    did: `second code ${second.code}`,
  };
}

const LONGEST_BRACKET = 60;

/** Brackets straight after the code: `(i)` belongs to it, `(NI 155)` is an alias, anything else is the title. */
function bracketed(code: string, rest: string, aliasSeen: boolean) {
  const open = /^\s*(?:[-–—:]\s)?\s*\(/.exec(rest);
  const close = open === null ? -1 : rest.indexOf(')', open[0].length);
  if (open === null || close < 0 || close > LONGEST_BRACKET) return null;
  const inside = rest.slice(open[0].length, close).trim();
  const after = rest.slice(close + 1);
  if (!aliasSeen && /^(?:[ivx]{1,4}|[a-z]|\d{1,2})$/i.test(inside) && /^\s*\($/.test(open[0])) {
    return {
      code: code + rest.slice(0, close + 1),
      rest: after,
      aliases: [],
      did: `(${inside}) kept in the code`,
    };
  }
  const aliases = codesIn(inside);
  return aliases === null ? null : { code, rest: after, aliases, did: `alias ${aliases.join(', ')}` };
}

/** A bracket at the very end of the title that holds nothing but a code: `(EIIS PM05)`. */
function endingCode(title: string): { title: string; aliases: string[] } | null {
  const open = title.endsWith(')') ? title.lastIndexOf('(') : -1;
  if (open < 1 || title.length - open > LONGEST_BRACKET) return null;
  const inside = title.slice(open + 1, -1).trim();
  const aliases = codesIn(inside);
  const enough = (inside.match(/[A-Za-z]/g) ?? []).length > 1 && (inside.match(/\d/g) ?? []).length > 1;
  return aliases === null || !enough ? null : { title: title.slice(0, open).trim(), aliases };
}

/** The codes in a bracket, or null where anything in it is not one. */
function codesIn(inside: string): string[] | null {
  const text = inside.replace(/^(?:formerly|previously|was|ex|old|also)[: ]\s*/i, '');
  if (isWholeCode(text)) return [text];
  const parts = text.split(/\s*[/,;]\s*/, 6);
  return parts.length > 1 && parts.every(isWholeCode) ? parts : null;
}

function isWholeCode(text: string): boolean {
  const found = takeCode(text);
  return found !== null && found.rest === '' && found.sure;
}

const LONGEST_MADE_CODE = 40;

/** A code for a measure that has none: its first words, so that the next report makes the same one. */
function codeFromTitle(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  let code = '';
  for (const word of words.slice(0, 8)) {
    const longer = code === '' ? word : `${code}-${word}`;
    if (longer.length > LONGEST_MADE_CODE) break;
    code = longer;
  }
  return code === '' ? 'measure' : code;
}

/** The rule, unless a person has said otherwise for this cell or this code. */
export function detailsOf(cell: string, corrections: CodeCorrections): SplitDetails {
  const text = oneLine(cell);
  const byRule = splitCodeAndTitle(text);
  const key = [text, cell, byRule.code].find((candidate) => Object.hasOwn(corrections, candidate));
  const correction = key === undefined ? undefined : corrections[key];
  if (correction === undefined) return byRule;
  const { code, title, aliases } = correction;
  return { code, title, aliases, split: `code ${code}, as corrected`, splitDoubtful: false };
}
