import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/domain/number/decimal.ts';
import { prepareSeries } from '../../src/domain/statistics/prepare-series.ts';
import { assuranceOf, variationOf } from '../../src/domain/statistics/xmr/icons.ts';
import { estimateOf } from '../../src/domain/statistics/xmr/limits.ts';
import { judgePoints, type RuleMet } from '../../src/domain/statistics/xmr/rules.ts';
import { usualXmr } from '../../src/domain/statistics/xmr/settings.ts';
import { xmrChart } from '../../src/domain/statistics/xmr/xmr-chart.ts';

const PATH = new URL('../../../shared/data/xmr-examples.json', import.meta.url);

interface Row {
  date: string;
  value: number | null;
  rebase_group: number;
  mean: number;
  lpl: number;
  upl: number;
  outside_limits: boolean | null;
  relative_to_mean: number | null;
  close_to_limits: boolean | null;
  special_cause_type: string;
  point_type: string;
  target: number | null;
}

interface Example {
  id: string;
  input: {
    dates: string[];
    values: (number | null)[];
    improvement_direction: 'increase' | 'decrease' | 'neutral';
    target: number | null;
    rebase: string[];
    fix_after_n_points: number | null;
    screen_outliers: boolean;
  };
  expected: { rows: Row[]; variation_icon: string; assurance_icon: string | null };
}

const polarities = { increase: 'higher', decrease: 'lower', neutral: 'none' } as const;

const LABELS: Record<string, string> = {
  'outside high': 'Above UCL',
  'outside low': 'Below LCL',
  'trend high': '7 Point Trend (Increasing)',
  'trend low': '7 Point Trend (Decreasing)',
  'twoOfThree high': '2 in 3 Above CL',
  'twoOfThree low': '2 in 3 Below CL',
  'shift high': '7 Points Above CL',
  'shift low': '7 Points Below CL',
};

const named = (label: RuleMet | null | undefined) =>
  label ? LABELS[`${label.rule} ${label.side}`] : 'Common Cause';

const pointType = (variation: string | null) =>
  variation === null || variation === 'common_cause'
    ? 'common_cause'
    : `special_cause_${variation.replace(/^(improvement|concern)_.*/, '$1')}`;

/** Equal to 1e-9 of the figure. */
function near(found: number | null | undefined, wanted: number, what: string): void {
  expect(Math.abs((found ?? Number.NaN) - wanted), what).toBeLessThanOrEqual(
    1e-9 * Math.max(1, Math.abs(wanted)),
  );
}

const there = existsSync(PATH);
const examples: Record<string, Example[]> = there ? JSON.parse(readFileSync(PATH, 'utf8')) : {};
const groups = [
  ['package_rule_made', 'withinLimits'],
  ['mdc_2023_rule_made', 'mdc2023'],
  ['package_rule_real_series', 'withinLimits'],
] as const;

describe.skipIf(!there).each(groups)('the reference cases %s', (group, twoOfThree) => {
  const cases = examples[group] ?? [];

  it('are there', () => expect(cases.length).toBeGreaterThan(10));

  // Segments too short to be shown are worked out all the same: the arithmetic is the reference's.
  it.each(cases)('$id: mean, limits and rules of each segment', ({ input, expected }) => {
    for (const group of new Set(expected.rows.map((row) => row.rebase_group))) {
      const rows = expected.rows.filter((row) => row.rebase_group === group);
      const values = rows.map(({ value }) => value);
      const settings = { screening: input.screen_outliers, baseline: input.fix_after_n_points };
      const { limits } = estimateOf(values, settings);
      const judged = limits === null ? [] : judgePoints(values, limits, twoOfThree);
      rows.forEach((row, at) => {
        const what = `${row.date}`;
        near(limits?.mean, row.mean, what);
        near(limits?.lower, row.lpl, what);
        near(limits?.upper, row.upl, what);
        const point = judged[at];
        expect(point?.side ?? null, what).toBe(row.relative_to_mean);
        expect(point?.near, what).toBe(row.close_to_limits ?? false);
        expect(point?.rules[0]?.rule === 'outside', what).toBe(row.outside_limits ?? false);
        expect(named(point?.rules[0]), what).toBe(row.special_cause_type);
      });
      if (rows.at(-1) !== expected.rows.at(-1) || limits === null) continue;
      const polarity = polarities[input.improvement_direction];
      expect(variationOf(judged.at(-1)?.rules[0] ?? null, polarity)).toBe(expected.variation_icon);
      const assurance = input.target === null ? null : assuranceOf(input.target, limits, polarity);
      expect(assurance).toBe(expected.assurance_icon);
    }
  });

  it.each(cases)('$id: the chart, where its segments are long enough', ({ input, expected }) => {
    const chart = xmrChart({
      points: input.dates.map((date, at) => {
        const value = input.values[at] ?? null;
        return { date, value: value === null ? null : decimal(String(value)) };
      }),
      polarity: polarities[input.improvement_direction],
      targets: input.target === null ? [] : [{ from: '0001-01-01', value: decimal(String(input.target)) }],
      rebases: input.rebase.map((from) => ({ from, reason: 'as given', author: 'a', decidedOn: from })),
      settings: {
        ...usualXmr,
        screening: input.screen_outliers,
        baseline: input.fix_after_n_points,
        twoOfThree,
        trialLimits: true,
      },
    });
    expect(chart.points.map(({ segment }) => segment)).toEqual(expected.rows.map((row) => row.rebase_group));
    chart.points.forEach((point, at) => {
      const row = expected.rows[at];
      if (row === undefined || chart.segments[point.segment]?.limits === null) return;
      expect(named(point.label), row.date).toBe(row.special_cause_type);
      expect(pointType(point.variation), row.date).toBe(row.point_type);
    });
    if (chart.segments.at(-1)?.limits === null) return;
    expect(chart.variation.icon).toBe(expected.variation_icon);
    expect(chart.assurance.icon).toBe(expected.assurance_icon);
  });

  it.each(cases)('$id: is not taken for a series to date', ({ input }) => {
    const points = input.dates.map((date, at) => {
      const value = input.values[at] ?? null;
      return { date, value: value === null ? null : decimal(String(value)) };
    });
    const nature = { basis: null, seasonal: false, unwind: false, yearBegins: 4 };
    expect(prepareSeries(points, nature).kind).toBe('asItIs');
  });
});
