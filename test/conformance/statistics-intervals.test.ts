import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { byarEvents, rate } from '../../src/domain/statistics/interval/events.ts';
import { proportionDifference } from '../../src/domain/statistics/interval/proportion-difference.ts';
import { rateRatio } from '../../src/domain/statistics/interval/rate-ratio.ts';
import { wilson } from '../../src/domain/statistics/interval/wilson.ts';
import { type BoundedValue, recentTrend } from '../../src/domain/statistics/trend/recent-trend.ts';

const file = new URL('../../../shared/data/interval-examples.json', import.meta.url);
const there = existsSync(file);
const skipped = there ? '' : ' (skipped: ../shared/data is not here)';
type Row = Record<string, number>;
const examples = there ? JSON.parse(readFileSync(file, 'utf8')) : {};
const rows = (name: string): Row[] => examples[name] ?? [];

/** Equal to 1e-9 of the expected number; the examples have 15 digits, so that 0 is to be met to 1e-9 itself. */
function near(actual: number | null, expected: number | null | undefined): void {
  if (expected === null || expected === undefined) expect(actual).toBeNull();
  else
    expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Math.abs(expected)),
    );
}
const n = (row: Row, name: string): number => row[name] ?? Number.NaN;

describe.skipIf(!there)(`intervals, against the reference packages${skipped}`, () => {
  it.each(rows('proportions_wilson'))('Wilson $x of $n at $level', (row) => {
    const found = wilson({ count: n(row, 'x'), of: n(row, 'n') }, row.level);
    for (const name of ['value', 'lower', 'upper'] as const) near(found[name], row[name]);
  });

  it.each(rows('rates'))('rate of $x in $n per $multiplier at $level', (row) => {
    const found = rate(n(row, 'x'), n(row, 'n'), { level: n(row, 'level'), per: n(row, 'multiplier') });
    for (const name of ['value', 'lower', 'upper'] as const) near(found[name], row[name]);
    expect(found.method).toBe(String(row.method).toLowerCase());
  });

  it.each(rows('byars_and_exact_counts'))('Byar, $x events at $level', (row) => {
    const found = byarEvents(n(row, 'x'), row.level);
    near(found.lower, row.lower);
    near(found.upper, row.upper);
  });

  it.each(rows('two_proportions'))('Newcombe, $x1 of $n1 less $x2 of $n2', (row) => {
    const found = proportionDifference(
      { count: n(row, 'x1'), of: n(row, 'n1') },
      { count: n(row, 'x2'), of: n(row, 'n2') },
    );
    near(found.value, row.diff);
    near(found.lower, row.newcombe_lower);
    near(found.upper, row.newcombe_upper);
  });

  it.each(rows('two_rates'))('ratio of $x1 in $t1 to $x2 in $t2', (row) => {
    const found = rateRatio(
      { events: n(row, 'x1'), exposure: n(row, 't1') },
      { events: n(row, 'x2'), exposure: n(row, 't2') },
    );
    near(found.value, row.rate_ratio);
    near(found.lower, row.rr_lower);
    near(found.upper, row.rr_upper);
  });

  it.each((examples.recent_trend ?? []) as TrendCase[])('recent trend: $id', ({ input, expected }) => {
    const values: BoundedValue[] = input.value.map((value, index) => ({
      value,
      lower: input.lower95[index] ?? Number.NaN,
      upper: input.upper95[index] ?? Number.NaN,
    }));
    const found = recentTrend(values);
    if (found.marker === 'cannotBeCalculated') throw new Error(found.why);
    near(found.slope, expected.slope);
    near(found.chiSquared, expected.chi2);
    found.withoutOne.forEach((slope, index) => {
      near(slope, expected.leave_one_out_slopes[index]);
    });
    expect(found.steady).toBe(expected.all_same_sign);
    expect(
      { noSignificantChange: 'no significant change', increasing: 'increasing', decreasing: 'decreasing' }[
        found.marker
      ],
    ).toBe(expected.marker);
  });
});

interface TrendCase {
  id: string;
  input: { value: number[]; lower95: number[]; upper95: number[] };
  expected: {
    slope: number;
    chi2: number;
    leave_one_out_slopes: number[];
    all_same_sign: boolean;
    marker: string;
  };
}
