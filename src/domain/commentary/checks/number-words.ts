import { type Decimal, decimal, divideTo, hundred } from '../../number/decimal.ts';

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
};

const SMALL = [...UNITS.slice(1)].reverse().join('|');
/** A whole number in words up to 999, as a pattern without groups. */
export const NUMBER_WORD = `(?:(?:(?:${SMALL}|an?) hundred(?: and )?)?(?:(?:${TENS.join('|')})(?:[- ](?:${UNITS.slice(1, 10).join('|')}))?|${SMALL})|(?:${SMALL}|an?) hundred)`;
/** A share in words: "a third", "two thirds", "three quarters", "half". */
export const SHARE_WORD = `(?:(?:an?|one|two|three|four|five|seven|nine)[ -](?:third|quarter|fifth|sixth|eighth|tenth)s?|half)`;

/** A whole number in words. @example numberInWords('twenty-five') // 25; null for anything else */
export function numberInWords(words: string): number | null {
  const text = words.toLowerCase();
  const found = /^(?:(\w+) hundred(?: and )?)?(.*)$/.exec(text);
  if (found === null) return null;
  const [, hundreds, rest = ''] = found;
  const count = hundreds === undefined ? 0 : /^an?$/.test(hundreds) ? 1 : UNITS.indexOf(hundreds);
  const [tensWord = '', unitWord] = rest.split(/[- ]/);
  const tens = TENS.indexOf(tensWord);
  const below =
    rest === ''
      ? 0
      : tens < 0
        ? UNITS.indexOf(rest)
        : (tens + 2) * 10 + Math.max(0, UNITS.indexOf(unitWord ?? 'zero'));
  return count < 0 || below < 0 || (rest === '' && count === 0) ? null : count * 100 + below;
}

/** Places kept of a share that does not end: far beyond any wording. */
const PLACES = 10;

/** A share in words as a percentage. @example shareInWords('two thirds') // 66.6666666667 */
export function shareInWords(words: string): Decimal | null {
  const [first = '', second] = words.toLowerCase().split(/[ -]/);
  const parts = PARTS[(second ?? first).replace(/s$/, '')];
  if (parts === undefined) return null;
  const count = second === undefined || /^an?$/.test(first) ? 1 : UNITS.indexOf(first);
  if (count < 1 || count > parts) return null;
  return divideTo(decimal(String(count)).times(hundred), decimal(String(parts)), PLACES);
}
