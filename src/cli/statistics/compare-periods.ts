import { changeTest } from '../../domain/statistics/tested-change/two-periods.ts';
import { recentTrend, TREND_POINTS } from '../../domain/statistics/trend/recent-trend.ts';
import { type Chosen, type Line, verdictOf } from './compare-chosen.ts';
import type { CountedRow } from './counted-rows.ts';
import { intervalOf, text } from './options.ts';

/** Each period beside the one before. Differences of proportions are in the unit of the values, ratios of rates as they are. */
export function comparedPeriods(
  rows: readonly CountedRow[],
  { kind, better, level, per }: Chosen,
  enough: number,
): Line[] {
  const scaled = (value: number | null) =>
    value === null ? null : text(kind === 'rate' ? value : value * per);
  return rows.map(({ code, counted: now }, index) => {
    const before = rows[index - 1]?.counted ?? null;
    if (now === null || before === null) {
      return { code, change: null, lower: null, upper: null, verdict: null, one_case_decides: null };
    }
    const in_ = (each: { count: number; of: number }) => ({ events: each.count, exposure: each.of });
    const pair =
      kind === 'rate'
        ? ({ of: kind, now: in_(now), before: in_(before) } as const)
        : ({ of: kind, now, before } as const);
    const test = changeTest(pair, enough, level);
    return {
      code,
      change: scaled(test.value),
      lower: scaled(test.lower),
      upper: scaled(test.upper),
      verdict: verdictOf(test.moved, better),
      one_case_decides: test.oneCaseDecides ? 'yes' : 'no',
    };
  });
}

/**
 * The recent trend up to each period: its value and four before it. Where one of the five is missing none is said: a
 * line through what is left would be of another span.
 */
export function recentTrends(rows: readonly CountedRow[], { kind, better, per }: Chosen): Line[] {
  // Weights are from 95% intervals whatever level is printed elsewhere: the test is defined so.
  const found = rows.map(({ counted }) => (counted === null ? null : intervalOf(kind, counted, 0.95, per)));
  return rows.map(({ code }, index) => {
    const own = found[index] ?? null;
    const five = found
      .slice(Math.max(0, index + 1 - TREND_POINTS), index + 1)
      .filter((each) => each !== null);
    const values = {
      value: own === null ? null : text(own.value),
      lower: own === null ? null : text(own.lower),
      upper: own === null ? null : text(own.upper),
    };
    const trend = own === null ? null : recentTrend(five);
    if (trend === null || trend.marker === 'cannotBeCalculated') {
      const marker = trend === null ? null : trend.marker;
      return { code, ...values, marker, slope: null, chi_squared: null, steady: null, verdict: null };
    }
    const moved = (
      { increasing: 'up', decreasing: 'down', noSignificantChange: 'noSignificantChange' } as const
    )[trend.marker];
    return {
      code,
      ...values,
      marker: trend.marker,
      slope: text(trend.slope),
      chi_squared: text(trend.chiSquared),
      steady: trend.steady ? 'yes' : 'no',
      verdict: verdictOf(moved, better),
    };
  });
}
