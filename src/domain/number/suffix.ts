/** What the words after a number say it is counted in. */
export type Suffix =
  | { kind: 'none' }
  | { kind: 'percentage' }
  | { kind: 'ratio' }
  | { kind: 'rate'; per: string }
  | { kind: 'duration'; noun: string }
  | { kind: 'noun'; noun: string }
  | { kind: 'unknown' };

const DURATION =
  /^(?:(?:working|calendar|school|bank) )?(?:second|minute|min|hour|hr|day|week|month|quarter|year|yr)s?$/i;
const RATIO = /^: ?1(?:\.0+)?$/;
const RATE = /^per ([\p{L}\d][\p{L}\d ,.'’/()&-]*)$/iu;
/** Begins with a letter, so that `%%`, `2.0` and `(provisional)` are not taken for something counted. */
const NOUN = /^\p{L}[\p{L}\d ,.'’/²³&-]*$/u;
/** Unit signs that are commonly printed against the number: `45kg`. Anything else touching a number is refused. */
const SIGN = /^(?:kg|g|t|km|m2|m²|m³|ha|l|kwh|mwh|gwh|kw|mw|tco2e?|ppm|mph)$/i;

/** Reads a suffix. @example suffixOf('per 10,000 population', false) // { kind: 'rate', per: '10,000 population' } */
export function suffixOf(suffix: string, attached: boolean): Suffix {
  if (suffix === '') return { kind: 'none' };
  if (/^(?:%|per ?cent|pct)$/i.test(suffix)) return { kind: 'percentage' };
  if (RATIO.test(suffix)) return { kind: 'ratio' };
  if (DURATION.test(suffix)) return { kind: 'duration', noun: suffix };
  const per = RATE.exec(suffix)?.[1];
  if (per !== undefined) return suffix.length > 80 ? { kind: 'unknown' } : { kind: 'rate', per };
  if (/^per$/i.test(suffix) || suffix.length > 60 || !NOUN.test(suffix)) return { kind: 'unknown' };
  return attached && !SIGN.test(suffix) ? { kind: 'unknown' } : { kind: 'noun', noun: suffix };
}

/** True where two nouns differ at most in case and in one plural s: `Days`, `day`. */
export function sameNoun(a: string, b: string): boolean {
  return singular(a.toLowerCase()) === singular(b.toLowerCase());
}

/** True where two bases of a rate differ at most in case, spaces and commas: `10000 Population`. */
export function samePer(a: string, b: string): boolean {
  const plain = (per: string) => per.toLowerCase().replace(/[\s,]+/g, '');
  return plain(a) === plain(b);
}

/** One of a counted thing: `days` -> `day`. Words that do not end in a single s stay. */
export function singular(noun: string): string {
  return /[^s]s$/i.test(noun) ? noun.slice(0, -1) : noun;
}
