import { reach } from '../distributions/normal.ts';
import { mustBeEvents } from './bounds.ts';
import { byarEvents, EXACT_BELOW, type RateInterval, rate } from './events.ts';

/** Events and people of one age band (or of another kind of part), and how many of the standard population are in it. */
export interface StandardisedPart {
  /** Null where it is missing: then taken for none, as the national method has it. The caller says so to the reader. */
  readonly count: number | null;
  readonly population: number;
  readonly weight: number;
}

export interface StandardisedRate {
  /** Events of all parts, and their people. */
  readonly count: number;
  readonly population: number;
  /** Null with fewer than ten events: such a rate is decided by one or two of them. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * A directly standardised rate: what the rate would be if the area had the ages of the standard population. Rates of
 * the parts are weighted by the standard's; the interval is Byar's of the count of all events, moved to the weighted
 * rate and stretched by its standard error over that of the count.
 * Source: A. Dobson et al., Statistics in Medicine 10 (1991) 457-462; Public Health England, Technical Guide (2018).
 *
 * @param parts a missing count is taken for none, unlike anywhere else here: the national method does so
 * @param per what the rate is of: 100,000 by habit
 * @throws RangeError without parts, for a count that is no whole number from 0, people or weights of none or fewer
 * @example
 * // 10 of 1,000 young and 30 of 1,000 old, where the standard has 3 young for each old: (3 × 10 + 30) ÷ 4 = 15 per 1,000
 * standardisedRate([{ count: 10, population: 1000, weight: 3 }, { count: 30, population: 1000, weight: 1 }], { per: 1000 })
 */
export function standardisedRate(
  parts: readonly StandardisedPart[],
  { level = 0.95, per = 100_000 } = {},
): StandardisedRate {
  reach(level);
  if (parts.length === 0) throw new RangeError('a standardised rate needs at least one part');
  const sums = { count: 0, population: 0, weight: 0, rate: 0, variance: 0 };
  for (const { count, population, weight } of parts) {
    const events = count ?? 0;
    mustBeEvents(events, population);
    if (!(weight > 0 && Number.isFinite(weight))) throw new RangeError(`a weight is above 0, not ${weight}`);
    sums.count += events;
    sums.population += population;
    sums.weight += weight;
    sums.rate += (weight * events) / population;
    sums.variance += events * (weight / population) ** 2;
  }
  const { count, population } = sums;
  if (count < EXACT_BELOW) return { count, population, value: null, lower: null, upper: null };
  const value = sums.rate / sums.weight;
  const stretch = Math.sqrt(sums.variance / sums.weight ** 2 / count);
  const bounds = byarEvents(count, level);
  return {
    count,
    population,
    value: value * per,
    // From 10 events on Byar's lower bound is there at every level that is allowed, see `rate`.
    lower: (value + stretch * ((bounds.lower ?? 0) - count)) * per,
    upper: (value + stretch * (bounds.upper - count)) * per,
  };
}

/**
 * An indirectly standardised ratio: events over those expected, had the area had the rates of a reference population
 * at each age. The interval is that of the events, as of a rate: exact below 10 of them, Byar's from there on.
 * Source: Public Health England, Technical Guide: Confidence Intervals (2018).
 *
 * @param events observed, a whole number from 0
 * @param expected the sum of people times reference rate over the parts, above 0
 * @param per 1 for a ratio, 100 where 100 stands for "as expected"
 * @throws RangeError for anything else
 * @example standardisedRatio(12, 10) // 1.2, from 0.6194… to 2.0962…, by Byar
 */
export function standardisedRatio(
  events: number,
  expected: number,
  { level = 0.95, per = 1 } = {},
): RateInterval {
  return rate(events, expected, { level, per });
}
