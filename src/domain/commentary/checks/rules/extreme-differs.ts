import type { Decimal } from '../../../number/decimal.ts';
import { formatNumber } from '../../../number/format.ts';
import { better } from '../comparisons.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Standing } from '../input.ts';
import { part, type Reading, type Sentence } from '../reading.ts';
import { figure, inUnit, periodInWords } from '../words.ts';

const EXTREME =
  /\b(?:the|our|its|a record) (?<word>highest|lowest|best|worst|fewest)(?: (?:\p{L}+)){0,7}? (?<scope>since|for (?:over |more than |at least )?(?:a|one|two|three|\d) years?|(?:of|in|over) the (?:last|past) (?:two|three|\d) years|(?:so far )?this year|on record|ever)\b/iu;
/** A quick look before the slow one. */
const MAY_RANK = /\b(?:highest|lowest|best|worst|fewest)\b/i;
const YEARS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3 };

/** "The highest since", "the best this year": an earlier figure in that time that goes further. */
export function extremeDiffers({ input, sentences }: Reading): Found[] {
  // Figures to date rise all year: only those of one period can be ranked.
  const isToDate = input.measure.periodBasis === 'toDate';
  const ranked = ({ inPeriod, position }: Standing) => (isToDate ? inPeriod : (position ?? inPeriod));
  const now = ranked(input.figures.now);
  if (now === null || input.measure.periodBasis === null) return [];
  return sentences.flatMap((sentence) => {
    const match = MAY_RANK.test(sentence.text) ? EXTREME.exec(sentence.text) : null;
    if (match === null || !isOfNow(sentence, match)) return [];
    const word = match.groups?.word?.toLowerCase() ?? '';
    const up =
      word === 'highest'
        ? 1
        : word === 'best'
          ? better(input)
          : word === 'worst'
            ? flipped(better(input))
            : -1;
    if (up === null) return [];
    const scope = scopeOf(sentence, match, input);
    const beyond = scope?.find((one) => {
      const value = ranked(one);
      return value !== null && (up === 1 ? value.gt(now) : value.lt(now));
    });
    const value = beyond === undefined ? null : ranked(beyond);
    return beyond === undefined || value === null ? [] : [found(sentence, match, beyond, value, now, input)];
  });
}

const flipped = (way: 1 | -1 | null): 1 | -1 | null => (way === null ? null : way === 1 ? -1 : 1);

/** "Fell to its lowest for over a year in quarter 1" is about that quarter. */
function isOfNow(sentence: Sentence, match: RegExpExecArray): boolean {
  const since = /since$/i.test(match[0]);
  const after = match.index + match[0].length;
  const others = sentence
    .references()
    .filter(({ kind, index }) => kind !== 'target' && !(since && index >= after && index < after + 12));
  const subject =
    /^(?:this|it|that|performance) (?:is|was|represents)\b/i.test(sentence.text) ||
    sentence.subjects().some(({ start }) => start < match.index);
  return (
    subject &&
    others.length === 0 &&
    !sentence.times().some(({ kind, index }) => kind === 'month' && index < match.index)
  );
}

/** The earlier periods that the words take in, latest first; null where that cannot be told. */
function scopeOf(
  sentence: Sentence,
  match: RegExpExecArray,
  { figures, period }: CheckInput,
): readonly Standing[] | null {
  const words = match.groups?.scope?.toLowerCase() ?? '';
  if (words === 'since') {
    const after = match.index + match[0].length;
    const time = sentence.times().find(({ index }) => index >= after && index < after + 12);
    const reference = sentence.references().find(({ index }) => index >= after && index < after + 12);
    const from = reference?.standing?.period.end ?? time?.end;
    return from === undefined ? null : figures.past.filter((one) => one.period.end > from);
  }
  if (/this year/.test(words)) return figures.past.filter((one) => one.period.year === period.year);
  if (/ever|record/.test(words)) return figures.past;
  const count = words.match(/\b(a|one|two|three|\d)\b(?= years?)/)?.[1] ?? 'a';
  const years = YEARS[count] ?? Number(count);
  const perYear = { month: 12, quarter: 4, half: 2, year: 1 }[period.span];
  return figures.past.slice(0, years * perYear);
}

function found(
  sentence: Sentence,
  match: RegExpExecArray,
  beyond: Standing,
  value: Decimal,
  now: Decimal,
  input: CheckInput,
): Found {
  const { unit } = input.measure;
  const period = periodInWords(beyond.period, input.period);
  return {
    ...part(sentence, match.index, match[0].length),
    figures: [
      figure('Now', now, unit),
      figure(`${period.charAt(0).toUpperCase()}${period.slice(1)}`, value, unit),
    ],
    says: `In ${period} it was ${inUnit(value, unit)}, ${value.gt(now) ? 'higher' : 'lower'} than ${formatNumber(now, unit)} now.`,
    severity: 'warning',
  };
}
