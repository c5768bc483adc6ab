import type { Interval } from '../interval/bounds.ts';

export type AgainstBenchmark = 'better' | 'worse' | 'higher' | 'lower' | 'similar';

/**
 * An area beside a benchmark: different only where the benchmark is outside the area's interval; touching is similar.
 * Source: Fingertips (BenchmarkComparisonEngine) and its Technical Guidance. Value and benchmark are of the same unit,
 * period and definition, and the benchmark is not the area itself: the caller sees to it.
 * @example againstBenchmark({ value: 0.4, lower: 0.17, upper: 0.69 }, 0.7, 'higher') // 'worse'
 */
export function againstBenchmark(
  { lower, upper }: Interval,
  benchmark: number,
  better: 'higher' | 'lower' | 'none',
): AgainstBenchmark {
  if (benchmark >= lower && benchmark <= upper) return 'similar';
  const side = lower > benchmark ? 'higher' : 'lower';
  if (better === 'none') return side;
  return side === better ? 'better' : 'worse';
}
