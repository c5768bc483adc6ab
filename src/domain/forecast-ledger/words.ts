import { compare, type Decimal, decimal, divideTo, toFixedText, zero } from '../number/decimal.ts';
import { formatNumber } from '../number/format.ts';
import type { Unit } from '../number/unit.ts';
import { shortPeriodLabel } from '../period/label.ts';
import type { ReportingPeriod } from '../period/period.ts';
import type { Outcome } from '../status/outcome.ts';
import type { LeftOut, PastForecast } from './came-true.ts';
import type { ComputedForecast, NotComputed } from './computed.ts';
import type { NoPace, Pace } from './pace.ts';
import type { WhyAsk } from './question.ts';
import { type Bias, biasOf, type Crossing, FEWEST, type ForecastRecord } from './record.ts';

export const leftOutInWords: Readonly<Record<LeftOut, string>> = {
  noFigure: 'No figure was forecast',
  yearOpen: 'The year is not over',
  noOutturn: 'The year has no outturn that can be used',
  notJudged: 'There was no target to judge it by',
  definitionChanged: 'The definition changed before the year ended',
};

export const noPaceInWords: Readonly<Record<NoPace, string>> = {
  percentage: 'A percentage does not add up through the year, so no pace is worked out.',
  stock: 'This is counted on a day and does not add up through the year, so no pace is worked out.',
  rolling12: 'Each figure is of twelve months already, so no pace is worked out.',
  annual: 'There is one figure a year, so no pace is worked out.',
  doesNotAddUp: 'These figures do not add up through the year, so no pace is worked out.',
  sameTargetEachPeriod:
    'Every period has the same target as the whole year, so the figures are taken for averages and no pace is worked out.',
  noBetter: 'Neither more nor less is better, so no pace is worked out.',
  noTarget: 'There is no target for the year end, so no pace is worked out.',
  missingFigure: 'A figure of this year is missing, so no pace is worked out.',
  yearOver: 'The year is over.',
};

export const notComputedInWords: Readonly<Record<NotComputed, string>> = {
  nothingYet: 'There is no figure of this year yet.',
  missingPeriod: 'A figure of this year is missing, so no forecast is worked out.',
  tooEarly: 'It is too early in the year to work out a forecast without a whole year before.',
  nothingByThenBefore: 'Nothing had come in by this time in the years before, so no forecast is worked out.',
  annual: 'There are too few figures a year to work out a forecast.',
  rolling12: 'Each figure is of twelve months already, so no forecast is worked out.',
  doesNotAddUp: 'These figures do not add up through the year, so no forecast is worked out.',
  noTarget:
    'There is no target for the year end that would tell what the figures come to, so no forecast is worked out.',
  yearOver: 'The year is over.',
  noParts: 'The counts behind the percentage are not held, so no forecast is worked out.',
};

const methods: Readonly<Record<ComputedForecast['method'], (years: number) => string>> = {
  complete: () => 'the year is over',
  shareOfYear: (years) =>
    years === 1
      ? 'by the share of last year’s total that had come in by now'
      : `by the share of the year’s total that had come in by now, over ${years} years`,
  meanOfPeriods: () => 'at the mean of all periods',
  runRate: () => 'on a straight line, which ignores the season',
  lastValue: () => 'if it stays where it is',
};

/** How the computed forecast was worked out. @example methodInWords(forecast) // 'on a straight line, which ignores the season' */
export const methodInWords = ({ method, yearsUsed }: ComputedForecast): string => methods[method](yearsUsed);

export const prospectInWords: Readonly<Record<NonNullable<ComputedForecast['prospect']>, string>> = {
  met: 'Target met',
  missed: 'Target missed',
  likely: 'Likely to meet the target',
  tooCloseToCall: 'Too close to call',
  unlikely: 'Unlikely to meet the target',
};

/**
 * How often past forecasts came true; never a rate of fewer than three.
 * @example recordInWords(record) // 'Came true 5 times in 9'
 */
export function recordInWords({ forecasts, cameTrue, tooFew }: ForecastRecord): string {
  if (forecasts === 0) return 'No past forecast to judge by';
  if (tooFew) return `Too few to say (${forecasts} past forecast${forecasts === 1 ? '' : 's'})`;
  return `Came true ${timesIn(cameTrue, forecasts)}`;
}

const timesIn = (times: number, all: number): string =>
  times === 0 ? `none of ${all} times` : `${times} ${times === 1 ? 'time' : 'times'} in ${all}`;

const biases: Readonly<Record<Bias, string>> = {
  hopeful: 'More often too hopeful than too cautious',
  cautious: 'More often too cautious than too hopeful',
  even: 'As often too hopeful as too cautious',
};

/** Which way past forecasts leant; null with too few to say. */
export function biasSentence(record: ForecastRecord): string | null {
  const bias = biasOf(record);
  return bias === null ? null : biases[bias];
}

/** @example sidesInWords(record) // 'too hopeful 7 times, too cautious once, exact once' */
export function sidesInWords({ hopeful, cautious, exact }: ForecastRecord): string {
  return [
    [hopeful, 'too hopeful'],
    [cautious, 'too cautious'],
    [exact, 'exact'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, word]) => `${word} ${count === 1 ? 'once' : `${count} times`}`)
    .join(', ');
}

export const cameInWords: Readonly<Record<PastForecast['came'], string>> = {
  true: 'Came true',
  better: 'Better than forecast',
  worse: 'Worse than forecast',
};

/**
 * What an approver should know beside a forecast.
 * @param by who reads it: the officer (`You`), or the approver of somebody's forecast (`They`)
 * @param whose `` of the measure itself, else ` for measures of Communities & Place`
 * @example challengeInWords({ from: Red, to: Green, forecasts: 11, cameTrue: 3 }, '')
 * // 'You forecast Green. From Red this came true 3 times in 11.'
 */
export const challengeInWords = (
  { from, to, forecasts, cameTrue }: Crossing,
  whose: string,
  by: 'You' | 'They' = 'You',
): string =>
  `${by} forecast ${to.label}. From ${from.label} this came true ${timesIn(cameTrue, forecasts)}${whose}.`;

/** @example crossingInWords({ from: Red, to: Green, forecasts: 11, cameTrue: 3 }) // 'Red now, Green forecast came true 3 times in 11' */
export const crossingInWords = ({ from, to, forecasts, cameTrue }: Crossing): string =>
  `${from.label} now, ${to.label} forecast came true ${timesIn(cameTrue, forecasts)}`;

/** Why a forecast deserves a question. */
export const whyAskInWords: Readonly<Record<WhyAsk, string>> = {
  pace: 'The rest of the year asks for more than was ever done.',
  figures: 'As the service now runs, the target would be missed.',
  record: 'Such a forecast came true less than half of the times before.',
};

/** Said of a change of status that was forecast too seldom. */
export const tooFewInWords = (from: Outcome, to: Outcome, by: 'You' | 'They'): string =>
  `${by} forecast ${to.label}. From ${from.label} this was forecast fewer than ${FEWEST} times before, too few to say how often it comes true.`;

/** Said of one whose measure has too few, while those of others are not counted yet. */
export const notYetInWords = (from: Outcome, to: Outcome, by: 'You' | 'They'): string =>
  `${by} forecast ${to.label}. From ${from.label} this measure was forecast so fewer than ${FEWEST} times before; how often it came true for others is being worked out.`;

/**
 * The rest of the year against the first part of it and the best ever.
 * @example paceInWords(pace, unit)
 * // 'Needs 1.8 times the pace of the first half; the best so far was 1.2 (Q3 2016-17 to Q4 2016-17).'
 */
export function paceInWords(pace: Pace, unit: Unit): string {
  const { better, verdict, soFar, remaining, best, perYear } = pace;
  const [target, toDate] = [decimal(pace.target), decimal(pace.toDate)];
  if (verdict === 'reached') return 'The target for the year end is reached already.';
  if (verdict === 'spent') {
    return `Already ${formatNumber(toDate.minus(target), unit)} over the target for the whole year.`;
  }
  const short = target.minus(toDate);
  const part = firstPart(soFar, perYear);
  const span = best === null ? '' : runInWords(best.from, best.to);
  if (compare(toDate, zero) <= 0) {
    const each = formatNumber(decimal(pace.required), unit);
    const one = perYear === 12 ? 'month' : 'quarter';
    const most =
      best === null
        ? ''
        : `; the ${bestWord(better)} so far was ${perPeriod(best.total, remaining, unit)} (${span})`;
    return better === 'higher'
      ? `Needs ${each} in each ${one} that is left, after nothing in the ${part}${most}.`
      : `Can be at most ${each} in each ${one} that is left${most}.`;
  }
  // (short / remaining) / (to date / so far), each side divided once.
  const over = toDate.times(decimal(String(remaining)));
  const times = (total: Decimal) => [total.times(decimal(String(soFar))), over] as const;
  const [needs, was] = toldApart(times(short), best === null ? null : times(decimal(best.total)));
  const asks = better === 'higher' ? `Needs ${needs} times` : `Can be at most ${needs} times`;
  const beside =
    was === null
      ? 'there is nothing earlier to compare it with'
      : `the ${bestWord(better)} so far was ${was} (${span})`;
  return `${asks} the pace of the ${part}; ${beside}.`;
}

const bestWord = (better: Pace['better']): string => (better === 'higher' ? 'best' : 'lowest');

const perPeriod = (total: string, periods: number, unit: Unit): string =>
  formatNumber(divideTo(decimal(total), decimal(String(periods)), 12), unit);

/** @example runInWords(2016-17/Q3, 2016-17/Q4) // 'Q3 to Q4 2016-17' */
function runInWords(from: ReportingPeriod, to: ReportingPeriod): string {
  if (from.code === to.code) return shortPeriodLabel(to);
  const [first, last] = [shortPeriodLabel(from), shortPeriodLabel(to)];
  const year = last.replace(/^\S+/, '');
  return first.endsWith(year) ? `${first.slice(0, -year.length)} to ${last}` : `${first} to ${last}`;
}

type Ratio = readonly [Decimal, Decimal];

/** Two multiples with as many places, one to three, as tell them apart where they differ. */
function toldApart(one: Ratio, other: Ratio | null): [string, string | null] {
  const text = ([above, below]: Ratio, places: number) => toFixedText(divideTo(above, below, places), places);
  for (const places of [1, 2, 3]) {
    const both: [string, string | null] = [text(one, places), other && text(other, places)];
    if (both[0] !== both[1] || places === 3 || (other !== null && compare(one[0], other[0]) === 0))
      return both;
  }
  return [text(one, 3), other && text(other, 3)];
}

/** @example firstPart(2, 4) // 'first half' */
function firstPart(soFar: number, perYear: 4 | 12): string {
  const months = perYear === 12 ? soFar : soFar * 3;
  const named: Readonly<Record<number, string>> = {
    1: 'first month',
    3: 'first quarter',
    6: 'first half',
    9: 'first three quarters',
  };
  return named[months] ?? `first ${months} months`;
}
