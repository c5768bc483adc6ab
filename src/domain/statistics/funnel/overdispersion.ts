import { reach } from '../distributions/normal.ts';
import type { Limits } from './limits.ts';

/** An area on a scale where its spread is known: its distance from the average, and the standard error of it. */
export interface Standing {
  readonly distance: number;
  readonly error: number;
}

export interface Overdispersion {
  /** Mean squared z after winsorising: about 1 where areas differ by chance alone. */
  readonly phi: number;
  /** Variance between areas beyond chance, on the transformed scale. */
  readonly tauSquared: number;
}

/** Arcsine of the root of a proportion: its spread then depends on the denominator alone. */
export const proportionStanding = (count: number, of: number, average: number): Standing => ({
  distance: Math.asin(Math.sqrt(count / of)) - Math.asin(Math.sqrt(average)),
  error: 1 / (2 * Math.sqrt(of)),
});

/** Root of observed over expected, for rates; no events have a place on it too. */
export const rateStanding = (events: number, expected: number): Standing => ({
  distance: Math.sqrt(events / expected) - 1,
  error: 1 / (2 * Math.sqrt(expected)),
});

/**
 * How much more areas differ than by chance, by the additive model: z values winsorised at both ends, phi their mean
 * square, tau² from it, and 0 where n phi is below n - 1.
 * Source: D. Spiegelhalter, Quality and Safety in Health Care 14 (2005) 347-351; R. DerSimonian and N. Laird (1986).
 *
 * @param trim share of areas pulled in at each end, 0.1 by habit
 * @example // twenty areas 3 standard errors out each way: phi 9, so that limits widen threefold
 */
export function overdispersion(areas: readonly Standing[], trim = 0.1): Overdispersion {
  const n = areas.length;
  if (n < 2) throw new RangeError('the spread between areas needs at least two');
  const z = areas.map(({ distance, error }) => distance / error);
  const sorted = [...z].sort((a, b) => a - b);
  const [low, high] = [quantile(sorted, trim), quantile(sorted, 1 - trim)];
  const phi = z.reduce((total, each) => total + Math.min(high, Math.max(low, each)) ** 2, 0) / n;
  const weights = areas.map(({ error }) => 1 / error ** 2);
  const sum = weights.reduce((a, b) => a + b, 0);
  const squares = weights.reduce((a, b) => a + b * b, 0);
  return { phi, tauSquared: Math.max(0, (n * phi - (n - 1)) / (sum - squares / sum)) };
}

/** Type 7 of R. Hyndman and Y. Fan (1996): between the two nearest values of a sorted list. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const first = sorted[below] ?? Number.NaN;
  return first + (at - below) * ((sorted[below + 1] ?? first) - first);
}

/** Limits of a proportion widened by what areas differ beyond chance; the angle is kept where its sine rises. */
export function widenedProportionLimits(
  average: number,
  of: number,
  tauSquared: number,
  level: number,
): Limits {
  const angle = Math.asin(Math.sqrt(average));
  const half = reach(level) * Math.sqrt(1 / (4 * of) + tauSquared);
  const share = (at: number) => Math.sin(Math.min(Math.PI / 2, Math.max(0, at))) ** 2;
  return { lower: share(angle - half), upper: share(angle + half) };
}

/** Limits of a rate, widened likewise, in the unit of the average. */
export function widenedRateLimits(
  average: number,
  exposure: number,
  tauSquared: number,
  level: number,
): Limits {
  const half = reach(level) * Math.sqrt(1 / (4 * average * exposure) + tauSquared);
  return { lower: average * Math.max(0, 1 - half) ** 2, upper: average * (1 + half) ** 2 };
}
