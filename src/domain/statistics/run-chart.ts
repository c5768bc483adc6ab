import { sideOfEdge } from './float.ts';

/** From this many useful points on, the test of a run chart says something. */
export const FEWEST_RUN_POINTS = 10;

/** A run chart with the test of Anhøj: does the series keep to one side of its median too long, or cross it too seldom? */
export interface RunChart {
  /** Null for a series without a value. */
  readonly median: number | null;
  /** By point: above 1, below -1, on the median 0, missing null. */
  readonly sides: readonly (-1 | 0 | 1 | null)[];
  /** Points that are neither missing nor on the median. */
  readonly useful: number;
  readonly longestRun: number;
  /** A run longer than this is a signal. */
  readonly longestRunExpected: number | null;
  readonly crossings: number;
  /** Fewer crossings than this are a signal. */
  readonly fewestCrossingsExpected: number | null;
  /** Null with fewer than ten useful points: nothing can be said. */
  readonly signal: boolean | null;
}

/**
 * The run chart of values in order of time, unit as given; null is a missing value, which is passed over.
 * A signal is a run of useful points longer than round(log2 n) + 3, or fewer crossings of the median than the 5th
 * percentile of a fair coin's among n - 1. Both adapt to the number of points, so that a run of seven in a
 * long series is no false alarm. Any change of scale or origin leaves all but the median as it is.
 *
 * Source: Anhøj and Olesen, "Run charts revisited", PLoS ONE 9(11), 2014; as in R's qicharts2 0.8.1.
 * @example
 * // five below the median of 5.5, then five above: one crossing where two are expected, longest run 5 of 6
 * runChart([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).signal // true
 */
export function runChart(values: readonly (number | null)[]): RunChart {
  const median = medianOf(values.filter((value) => value !== null));
  const sides = values.map((value) => (value === null || median === null ? null : sideOfEdge(value, median)));
  let useful = 0;
  let run = 0;
  let longestRun = 0;
  let crossings = 0;
  let before = 0;
  for (const side of sides) {
    if (side === null || side === 0) continue;
    useful += 1;
    if (before !== 0 && side !== before) crossings += 1;
    run = side === before ? run + 1 : 1;
    longestRun = Math.max(longestRun, run);
    before = side;
  }
  const longestRunExpected = useful === 0 ? null : nearest(Math.log2(useful)) + 3;
  const fewestCrossingsExpected = useful === 0 ? null : fewestCrossings(useful - 1);
  const enough = useful >= FEWEST_RUN_POINTS;
  return {
    median,
    sides,
    useful,
    longestRun,
    longestRunExpected,
    crossings,
    fewestCrossingsExpected,
    signal: enough
      ? longestRun > (longestRunExpected ?? 0) || crossings < (fewestCrossingsExpected ?? 0)
      : null,
  };
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  if (upper === undefined) return null;
  const lower = sorted.length % 2 === 1 ? upper : (sorted[(sorted.length >> 1) - 1] ?? upper);
  // Halves first: the sum of two large figures may be no number at all.
  return lower === upper ? upper : lower / 2 + upper / 2;
}

/** The logarithm of a whole number is never half-way between two, so that no rule for halves is needed. */
const nearest = (value: number): number => Math.floor(value + 0.5);

const counted = new Map<number, number>();

/**
 * The 5th percentile of heads among `tosses` of a fair coin: the fewest k whose chance of k or fewer is at least 5%.
 * In whole numbers, so exact for any length: 20 × (sum of binomial coefficients) against 2 to the power of tosses.
 */
function fewestCrossings(tosses: number): number {
  const known = counted.get(tosses);
  if (known !== undefined) return known;
  const all = 1n << BigInt(tosses);
  let ways = 1n;
  let sum = 1n;
  let heads = 0;
  while (sum * 20n < all) {
    ways = (ways * BigInt(tosses - heads)) / BigInt(heads + 1);
    heads += 1;
    sum += ways;
  }
  counted.set(tosses, heads);
  return heads;
}
