/** What stood at the start of a text and reads as a code. */
export interface FoundCode {
  code: string;
  /** What follows it, its separator included. */
  rest: string;
  /** False where the same words could open an ordinary title ("Year 6 Pupils"). */
  sure: boolean;
}

const MOST_PREFIX_WORDS = 3;

/** `SEND`, `L&C`, `YA&H`, `EIIS`, `A/B`, `CfE`. */
function isAcronym(word: string): boolean {
  if (/^[A-Z]{1,8}(?:[&/.'-][A-Z]{1,8}){0,3}\.?$/.test(word)) return true;
  return /^[A-Z][A-Za-z]{1,5}$/.test(word) && (word.match(/[A-Z]/g) ?? []).length > 1;
}

/** `Regen`, `Local`. */
const isName = (word: string): boolean => /^[A-Z][a-z]{1,9}$/.test(word);

/** `12`, `1.2`; a year is not a code number. */
const isPlainNumber = (word: string): boolean =>
  /^\d{1,4}(?:\.\d{1,3}){0,3}$/.test(word) && !/^(?:19|20)\d\d$/.test(word);

/** `PM28`, `02D`, `2A`, `HSG-001a`, `CS/001`: letters and digits in one word, but not `1st` or `2nd`. */
const isMixedNumber = (word: string): boolean =>
  /^(?:[A-Za-z]{1,5}(?:[&/._-][A-Za-z]{1,5}){0,3}[._/-]?)?\d{1,4}(?:[._/-]\d{1,3}){0,3}[A-Za-z]{0,2}$/.test(
    word,
  ) &&
  /[A-Za-z]/.test(word) &&
  !/^\d+(?:st|nd|rd|th)$/i.test(word);

/** Words of titles that are made like codes; common English use, not anybody's list of measures. */
const isCommonTerm = (word: string): boolean =>
  /^(?:CO2e?|NO2|PM2\.5|PM10|KS[1-5]|Y\d{1,2}|Q[1-4]|H[12]|COVID-?19|[345]G)$/i.test(word);

/** A word cut where a code within it ends: `001a:` has a separator, `12/EI` goes on with a second code. */
function cutWord(word: string): { core: string; cutAt: number; separated: boolean } {
  const core = word.replace(/[:.,;)|]+$/, '');
  if (core !== word) return { core, cutAt: core.length, separated: true };
  const slash = word.indexOf('/');
  const left = slash > 0 ? word.slice(0, slash) : '';
  const looksLikeNumber = isMixedNumber(left) || isPlainNumber(left);
  if (looksLikeNumber && !isMixedNumber(word)) return { core: left, cutAt: slash, separated: false };
  return { core: word, cutAt: word.length, separated: false };
}

/**
 * Takes the code that a text starts with, or answers null. The rule, in words, is in docs/code-and-title.md.
 * @example takeCode('AHH Local 2A (i) Adults') // { code: 'AHH Local 2A', rest: ' (i) Adults', sure: true }
 */
export function takeCode(text: string): FoundCode | null {
  const prefix: string[] = [];
  let at = 0;
  while (prefix.length <= MOST_PREFIX_WORDS) {
    const space = text.indexOf(' ', at);
    const word = text.slice(at, space < 0 ? text.length : space);
    if (word === '' || word.length > 30) return null;
    const cut = cutWord(word);
    const end = at + cut.cutAt;
    if (isMixedNumber(cut.core) || isPlainNumber(cut.core)) {
      const rest = text.slice(end);
      const verdict = judge(prefix, cut.core, rest);
      return verdict === null ? null : { code: text.slice(0, end), rest, sure: verdict === 'sure' };
    }
    if (cut.separated && !word.endsWith('.')) return null;
    if (!isAcronym(word) && !isName(word)) return null;
    prefix.push(word);
    if (space < 0) return null;
    at = space + 1;
  }
  return null;
}

function judge(prefix: readonly string[], number: string, rest: string): 'sure' | 'perhaps' | null {
  const next = rest.trimStart();
  const separated = /^(?:[:.;|)]|\s*[-–—]\s)/.test(rest) || next === '' || /^[(/]/.test(next);
  const beforeCapital = separated || /^[\p{Lu}%£]/u.test(next);
  const acronym = isAcronym(prefix[0] ?? '');
  const mixed = isMixedNumber(number);
  // "NEET 16 to 18" is a phrase; so is a number that goes on into a year or a percentage.
  if (!mixed && (/^(?:to|or|and|plus|per|&)\s/.test(next) || /^[/-]\s?\d{2}\b/.test(rest))) return null;
  if (prefix.length === 0) {
    if (!mixed) return number.includes('.') ? (beforeCapital ? 'perhaps' : null) : afterMark(rest);
    if (!/^[A-Z]/.test(number) || isCommonTerm(number)) return null;
    return beforeCapital ? 'sure' : 'perhaps';
  }
  if (acronym) return beforeCapital || mixed ? 'sure' : 'perhaps';
  if (mixed) return isCommonTerm(number) ? null : beforeCapital ? 'sure' : 'perhaps';
  const short = prefix.length === 1 && (prefix[0] as string).length <= 6;
  return short && beforeCapital && next !== '' ? (/^[:|]/.test(next) ? 'sure' : 'perhaps') : null;
}

/** A bare number is a code only with a mark after it: `7. Bins collected`, `7) Bins collected`, `7: Bins`. */
function afterMark(rest: string): 'perhaps' | null {
  return /^(?:[.):|]\s|\s[-–—|]\s)/.test(rest) ? 'perhaps' : null;
}
