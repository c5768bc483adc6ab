import { gammaTails } from '../distributions/gamma.ts';
import { reach } from '../distributions/normal.ts';
import { crossing } from '../distributions/solve.ts';

export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** The two levels of a funnel: one in twenty, and two in a thousand, of areas like the rest lie outside. */
export const FUNNEL_LEVELS = { warning: 0.95, alarm: 0.998 } as const;

/**
 * Limits of a proportion around an average, for an area with `of` cases: the Wilson score interval turned round, which
 * is the normal interval with the average's own spread. Shares, kept within 0 and 1.
 * Source: D. Spiegelhalter, Statistics in Medicine 24 (2005) 1185-1202.
 * @example proportionLimits(0.8, 100) // { lower: 0.7216014…, upper: 0.8783985… }
 */
export function proportionLimits(average: number, of: number, level: number = FUNNEL_LEVELS.warning): Limits {
  if (!(average >= 0 && average <= 1 && of > 0))
    throw new RangeError('an average share and cases above 0 are needed');
  const half = reach(level) * Math.sqrt((average * (1 - average)) / of);
  return { lower: Math.max(0, average - half), upper: Math.min(1, average + half) };
}

/**
 * Limits of a rate around an average, for an area with an exposure: the counts whose exact Poisson interval just
 * touches the average, between whole counts as the gamma distribution continues them.
 * @param average events for each of exposure, above 0
 * @example rateLimits(0.01, 1000) // 10 events expected, each limit one at which an exact interval ends at 10
 */
export function rateLimits(average: number, exposure: number, level: number = FUNNEL_LEVELS.warning): Limits {
  if (!(average > 0 && exposure > 0))
    throw new RangeError('an average rate and an exposure above 0 are needed');
  reach(level);
  const expected = average * exposure;
  const tail = (1 - level) / 2;
  const most = expected + 20 * Math.sqrt(expected) + 50;
  // A count's lower bound is `expected` where the gamma of that shape leaves `tail` below it; its upper likewise.
  const upper = crossing((count) => tail - gammaTails(count, expected).lower, 1e-12, most);
  const least = (count: number) => gammaTails(count + 1, expected).upper - tail;
  const lower = least(0) > 0 ? 0 : crossing(least, 0, expected);
  return { lower: lower / exposure, upper: upper / exposure };
}

export type FunnelPlace = 'farBelow' | 'below' | 'within' | 'above' | 'farAbove';

/** Where a value lies: beyond the outer limits, between outer and inner, or within (touching included). */
export function placeOf(value: number, inner: Limits, outer: Limits): FunnelPlace {
  if (value < outer.lower) return 'farBelow';
  if (value > outer.upper) return 'farAbove';
  if (value < inner.lower) return 'below';
  return value > inner.upper ? 'above' : 'within';
}
