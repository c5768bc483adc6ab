import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decimal, toText } from '../../src/domain/number/decimal.ts';
import { leaveOneOutErrors, rangeOfShares } from '../../src/domain/statistics/forecast/share-of-year.ts';
import { type YearEnd, yearEnd } from '../../src/domain/statistics/forecast/year-end.ts';

const file = new URL('../../../shared/data/year-end-examples.json', import.meta.url);
const there = existsSync(file);
const skipped = there ? '' : ' (skipped: ../shared/data is not here)';
const { cases } = (there ? JSON.parse(readFileSync(file, 'utf8')) : { cases: [] }) as { cases: Case[] };

const near = (actual: string | undefined, expected: number | undefined, scale = expected ?? 1) =>
  expect(
    Math.abs(Number(actual) - (expected ?? Number.NaN)),
    `${actual} for ${expected}`,
  ).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(scale)));

/** The reference's whole years and this one, as the product takes them. */
function seriesOf({ values, frequency, periods_to_date }: Case['input']) {
  const texts = values.map(String);
  const before = texts.slice(0, texts.length - periods_to_date);
  const previousYears = Array.from({ length: before.length / frequency }, (_, year) =>
    before.slice(year * frequency, (year + 1) * frequency),
  );
  return { kind: 'flow', perYear: frequency, previousYears, soFar: texts.slice(-periods_to_date) } as const;
}

describe.skipIf(!there)(`year end, against the reference formulas${skipped}`, () => {
  it.each(cases)('$id', ({ input, expected_by_formula: expected }) => {
    const series = seriesOf(input);
    const straight = yearEnd({ ...series, previousYears: [] });
    if (straight.method === 'none') {
      expect(input.periods_to_date).toBe(1);
      return;
    }
    near(straight.value, expected.run_rate_total);

    const found = yearEnd(series) as YearEnd;
    near(found.value, expected.share_of_year_total);
    near(found.lastYearPlusDifference ?? '', expected.last_year_plus_ytd_change_total);
    const years = series.previousYears.map((year) => {
      const sum = (figures: readonly string[]) =>
        figures.reduce((total, figure) => total.plus(decimal(figure)), decimal('0'));
      return { toDate: sum(year.slice(0, series.soFar.length)), total: sum(year) };
    });
    const toDate = series.soFar.reduce((total, figure) => total.plus(decimal(figure)), decimal('0'));
    const [low, high] = (rangeOfShares(toDate, years) ?? []).map(toText);
    near(low, expected.share_of_year_low);
    near(high, expected.share_of_year_high);
    if (years.length === 2) expect(found.range).toEqual({ by: 'shares', low, high });
    leaveOneOutErrors(years)?.forEach((error, index) => {
      near(toText(error.times(decimal('100'))), expected.leave_one_year_out_error_pct?.[index], 1);
    });

    for (const level of [80, 95] as const) {
      const mean = yearEnd({ ...series, noSeason: true }, level / 100) as YearEnd;
      near(mean.range?.low, expected.mean_sum_interval[`lower${level}`]);
      near(mean.range?.high, expected.mean_sum_interval[`upper${level}`]);
    }
  });
});

interface Case {
  id: string;
  input: { values: number[]; frequency: 4 | 12; periods_to_date: number };
  expected_by_formula: {
    run_rate_total: number;
    share_of_year_total?: number;
    share_of_year_low?: number;
    share_of_year_high?: number;
    last_year_plus_ytd_change_total?: number;
    leave_one_year_out_error_pct?: number[];
    mean_sum_interval: { lower80: number; upper80: number; lower95: number; upper95: number };
  };
}
