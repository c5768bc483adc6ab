import { gammaQuantile } from '../distributions/gamma.ts';
import { reach } from '../distributions/normal.ts';
import { type Interval, mustBeEvents } from './bounds.ts';

/** Below this many events the exact bounds are used, from it on Byar's (Public Health England's practice). */
export const EXACT_BELOW = 10;

/**
 * Exact bounds of a count of events: half the chi-squared quantiles of 2x and 2x + 2 degrees of freedom.
 * Source: F. Garwood, Biometrika 28 (1936) 437-442. None of none is still up to 3.69 at 95%.
 *
 * @param events a whole number from 0
 * @throws RangeError for anything else, or a level outside 0.9 to 1
 * @example exactEvents(0) // { value: 0, lower: 0, upper: 3.6888794541139363 }
 */
export function exactEvents(events: number, level = 0.95): Interval {
  mustBeEvents(events, 1);
  reach(level);
  const tail = (1 - level) / 2;
  return {
    value: events,
    lower: events === 0 ? 0 : gammaQuantile(tail, events, 'lower'),
    upper: gammaQuantile(tail, events + 1, 'upper'),
  };
}

/**
 * Byar's bounds of a count of events. Source: N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II
 * (1987) 69. There is no lower bound at 0 events, where the formula divides by none.
 * @example byarEvents(20, 0.9) // { value: 20, lower: 13.2539944…, upper: 29.0595843… }
 */
export function byarEvents(
  events: number,
  level = 0.95,
): { value: number; lower: number | null; upper: number } {
  mustBeEvents(events, 1);
  const z = reach(level);
  const bound = (x: number, side: -1 | 1) => x * (1 - 1 / (9 * x) + (side * z) / (3 * Math.sqrt(x))) ** 3;
  const lower = events === 0 ? null : bound(events, -1);
  return { value: events, lower: lower === null || lower < 0 ? null : lower, upper: bound(events + 1, 1) };
}

export interface RateInterval extends Interval {
  readonly method: 'exact' | 'byar';
}

/**
 * A rate with its interval: exact below 10 events, Byar's from there on.
 * Source: Public Health England, Technical Guide: Confidence Intervals (2018).
 *
 * @param events whole number from 0
 * @param exposure population, or person-years, above 0
 * @param per what the rate is of: 1, 1,000 or 100,000
 * @example rate(0, 100, { per: 100 }) // { value: 0, lower: 0, upper: 3.6888794541139363, method: 'exact' }
 */
export function rate(events: number, exposure: number, { level = 0.95, per = 1 } = {}): RateInterval {
  mustBeEvents(events, exposure);
  const method = events < EXACT_BELOW ? 'exact' : 'byar';
  const { lower, upper } = method === 'exact' ? exactEvents(events, level) : byarEvents(events, level);
  const scaled = (count: number) => (count / exposure) * per;
  // From 10 events on Byar's lower bound is above 0 at every level allowed up to 0.9999999; 0 is its floor beyond.
  return { value: scaled(events), lower: scaled(lower ?? 0), upper: scaled(upper), method };
}
