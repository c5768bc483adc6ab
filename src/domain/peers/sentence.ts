import { toFixedText } from '../number/decimal.ts';
import { formatNumber } from '../number/format.ts';
import type { Unit } from '../number/unit.ts';
import { decimalOf } from '../statistics/float-text.ts';
import type { FunnelPlace } from '../statistics/funnel/limits.ts';
import type { Against, Better } from './averages.ts';
import { whyNoCounts } from './counts.ts';
import type { PeerRow, PeerStanding } from './standing.ts';

/** @example ordinal(12) // '12th'; ordinal(21) // '21st' */
export function ordinal(number: number): string {
  const teens = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${teens ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
}

const QUARTILES = ['first', 'second', 'third', 'fourth'] as const;

/** The place of a row, with how many share it. @example 'joint 7th of 16' */
export function placeInWords({ place }: PeerRow, rows: readonly PeerRow[], better: Better): string {
  const shared = rows.filter((row) => row.place.rank === place.rank).length > 1;
  const what = better === 'none' ? ' highest' : '';
  return `${shared ? 'joint ' : ''}${ordinal(place.rank)}${what} of ${place.among}`;
}

/**
 * How the authority stands, in one sentence worked out from the numbers beside it.
 * @example 'joint 6th of 12 in Nearest neighbours, second quartile; similar to the average of the others, 40.0%.'
 */
export function standingSentence(standing: PeerStanding, unit: Unit): string {
  const { own, rows, group, better } = standing;
  if (rows.length === 0) return 'No values of other councils can be compared for this period.';
  const others = rows.filter(({ isOwn }) => !isOwn).length;
  if (own === null) {
    return `This council has no figure of its own for the period, and so no place among the ${others} ${others === 1 ? 'council' : 'councils'} that have one.`;
  }
  if (others === 0) return 'No values of other councils can be compared for this period.';
  const among = group === null ? 'councils with a value' : `in ${group.name}`;
  const { quartile } = own.place;
  const tile = quartile === null ? '' : `, ${QUARTILES[quartile - 1]} quartile`;
  const compared = headlineOf(standing);
  const beside = compared === null ? '' : `; ${againstInWords(compared, unit)}`;
  const place = placeInWords(own, rows, better);
  return `${place.charAt(0).toUpperCase()}${place.slice(1)} ${among}${tile}${beside}.`;
}

/**
 * The place alone, for a line of a report; null where the authority has none.
 * @example briefStanding(standing, '2017-18') // '12th of 16 in Nearest neighbours; third quartile, 2017-18'
 */
export function briefStanding(standing: PeerStanding, period: string): string | null {
  const { own, rows, group, better } = standing;
  if (own === null || rows.length < 2) return null;
  const { quartile } = own.place;
  const among = group === null ? 'councils with a value' : `in ${group.name}`;
  const place = placeInWords(own, rows, better);
  const tile = quartile === null ? period : `${QUARTILES[quartile - 1]} quartile, ${period}`;
  return `${place.charAt(0).toUpperCase()}${place.slice(1)} ${among}; ${tile}`;
}

/** The average of the others, else the first that was published. */
export const headlineOf = ({ benchmarks }: PeerStanding): Against | null =>
  benchmarks.find(({ how }) => how !== 'published') ?? benchmarks[0] ?? null;

/** @example 'similar to the average of the others, 40.0%' */
export function againstInWords(one: Against, unit: Unit): string {
  const what = one.how === 'published' ? one.name : 'the average of the others';
  const value = formatNumber(one.value, unit);
  if (one.verdict === null) {
    const side = one.side === 'equal' ? 'equal to' : one.side;
    return `${side} ${what}, ${value} (not tested: the cases behind our figure are not held)`;
  }
  return `${verdictWords[one.verdict]} ${what}, ${value}`;
}

const verdictWords = {
  better: 'better than',
  worse: 'worse than',
  higher: 'higher than',
  lower: 'lower than',
  similar: 'similar to',
} as const;

/** Why there is no quartile; null where there is one or nothing is ranked. */
export const whyNoQuartile = ({ own }: PeerStanding): string | null =>
  own === null || own.place.quartile !== null
    ? null
    : `There is no quartile: it is said only among eight councils or more, and ${own.place.among} have a value.`;

/** Why a council has no interval, to stand in its cell. @example 'None: only the value is held, not the cases behind it' */
export const noIntervalInWords = ({ noInterval }: PeerRow): string =>
  noInterval === null ? '' : `None: ${whyNoCounts[noInterval]}`;

/** Where a council lies in the funnel. */
export const funnelWords: Readonly<Record<FunnelPlace, string>> = {
  farBelow: 'Below the 99.8% limit',
  below: 'Below the 95% limit',
  within: 'Within the limits',
  above: 'Above the 95% limit',
  farAbove: 'Above the 99.8% limit',
};

/** What the funnel rests on, or why there is none. */
export function funnelInWords({ funnel }: PeerStanding, unit: Unit): string {
  if (funnel === 'tooFew')
    return 'There is no funnel: it needs the cases of at least seven other councils, counted the same way.';
  if (funnel === 'noCases') return 'There is no funnel: the others have no cases, or nothing but cases.';
  const spread = toFixedText(decimalOf(funnel.phi), 1);
  const centre = toFixedText(decimalOf(funnel.centre), 'decimals' in unit ? unit.decimals : 1);
  return funnel.widened
    ? `The limits lie about ${centre}, what the others come to together, and are widened because councils differ by more than chance: the spread (φ) is ${spread}, where chance alone gives about 1.`
    : `The limits lie about ${centre}, what the others come to together. The others differ by no more than chance: the spread (φ) is ${spread}.`;
}
