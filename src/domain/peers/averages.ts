import type { Polarity } from '../measure/measure.ts';
import { type Decimal, decimal, divideTo, toText, zero } from '../number/decimal.ts';
import { type AgainstBenchmark, againstBenchmark } from '../statistics/comparison/benchmark.ts';
import type { Interval } from '../statistics/interval/bounds.ts';
import type { Counts } from './counts.ts';

export type Better = 'higher' | 'lower' | 'none';

/** Which way is good, where one of two ways is: closest to a target and within a range have no better side. */
export const betterOf = (polarity: Polarity | null): Better =>
  polarity === 'higher' || polarity === 'lower' ? polarity : 'none';

/** A figure that the authority's is held against. It is never part of it. */
export interface Benchmark {
  /** `England`, or `the average of the 15 others`. */
  name: string;
  value: Decimal;
  /** As published; all cases of the others together; or, where some give no cases, the mean of their values. */
  how: 'published' | 'pooled' | 'mean';
  /** How many councils it was worked out from; null for what was published. */
  of: number | null;
}

/** A benchmark with what the authority's figure comes to beside it. */
export interface Against extends Benchmark {
  /** Null where the figure has no interval, so that chance cannot be told from difference. */
  verdict: AgainstBenchmark | null;
  /** On which side the figure lies, whatever its interval. */
  side: 'above' | 'below' | 'equal';
}

interface Other {
  value: Decimal;
  counts: Counts | null;
}

const PLACES = 20;
/** Two councils have no average that would say more than they do. */
const FEWEST = 3;

/**
 * The average of the others: all their cases together where each gives them (large councils weigh more), else the mean
 * of their values. Null of fewer than three.
 *
 * @param others the others alone: the authority's own figure is never among them
 * @example averageOf([{ value: 10%, counts: 1 of 10 }, { value: 20%, counts: 20 of 100 }, …]) // pooled, nearer the second
 */
export function averageOf(others: readonly Other[]): Omit<Benchmark, 'name'> | null {
  const of = others.length;
  if (of < FEWEST) return null;
  const counts = others.flatMap((each) => each.counts ?? []);
  if (counts.length === of) {
    const per = counts[0]?.per ?? 1;
    const sum = (name: 'count' | 'of') =>
      counts.reduce((total, each) => total.plus(decimal(String(each[name]))), zero);
    const value = divideTo(sum('count').times(decimal(String(per))), sum('of'), PLACES);
    return { value, how: 'pooled', of };
  }
  const total = others.reduce((sum, each) => sum.plus(each.value), zero);
  return { value: divideTo(total, decimal(String(of)), PLACES), how: 'mean', of };
}

/**
 * A figure beside a benchmark: better or worse only where the benchmark lies outside the figure's own 95% interval;
 * touching is similar. Higher or lower where neither way is good.
 */
export function against(
  figure: Decimal,
  interval: Interval | null,
  benchmark: Benchmark,
  better: Better,
): Against {
  const side = figure.gt(benchmark.value) ? 'above' : figure.lt(benchmark.value) ? 'below' : 'equal';
  const at = Number(toText(benchmark.value));
  return {
    ...benchmark,
    side,
    verdict: interval === null ? null : againstBenchmark(interval, at, better),
  };
}
