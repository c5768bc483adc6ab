import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, toText } from '../../number/decimal.ts';
import { runChart } from '../run-chart.ts';
import type { SeriesPoint } from '../series.ts';
import type { XmrChart } from './chart.ts';
import { monthAt, monthly } from './sample-series.ts';
import { xmrChart } from './xmr-chart.ts';

/** Counts around a level that sometimes moves, some of them missing: every rule is met now and then. */
const series = fc
  .array(fc.option(fc.integer({ min: 100, max: 160 }), { freq: 12 }), {
    minLength: 1,
    maxLength: 60,
    size: 'max',
  })
  .chain((values) =>
    fc.tuple(fc.constant(values), fc.integer({ min: 0, max: 60 }), fc.integer({ min: -80, max: 80 })),
  )
  .map(([values, from, by]) => {
    const moved = values.map((value, at) => (value === null || at < from ? value : value + by));
    return by % 3 === 0 ? climbing(moved, from, Math.sign(by)) : moved;
  });

/** The same with nine figures from a place on in order of size, up or down. */
function climbing(values: (number | null)[], from: number, way: number): (number | null)[] {
  const sorted = values.slice(from, from + 9).sort((a, b) => ((a ?? 0) - (b ?? 0)) * way);
  return [...values.slice(0, from), ...sorted, ...values.slice(from + 9)];
}

const points = (values: readonly (number | null)[]): SeriesPoint[] =>
  monthly(values.map((value) => (value === null ? null : String(value))));
const target = [{ from: '2022-04-01', value: decimal('130') }];
const chartOf = (of: readonly SeriesPoint[], polarity: 'higher' | 'lower' = 'higher') =>
  xmrChart({ points: of, polarity, targets: target });

const rulesOf = (chart: XmrChart) =>
  chart.points.map(({ rules }) => rules.map(({ rule, side }) => `${rule} ${side}`));
const swapped = { high: 'low', low: 'high' } as const;

/** Close enough for figures that took another way through binary. */
function near(found: number | null | undefined, wanted: number | null | undefined): void {
  expect(found == null).toBe(wanted == null);
  if (found == null || wanted == null) return;
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
}

describe('laws of an XmR chart', () => {
  it('the order in which points come in changes nothing', () => {
    const shuffled = series.chain((values) =>
      fc.tuple(
        fc.constant(points(values)),
        fc.shuffledSubarray(points(values), { minLength: values.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([ordered, mixed]) => {
        expect(chartOf(mixed)).toEqual(chartOf(ordered));
      }),
      { numRuns: 200 },
    );
  });

  it('another unit and another origin move the limits along and leave the rules', () => {
    fc.assert(
      fc.property(
        series,
        fc.constantFrom('0.001', '0.3', '7', '1000'),
        fc.integer({ min: -5000, max: 5000 }),
        (values, scale, shift) => {
          const moved = points(values).map(({ date, value }) => ({
            date,
            value: value?.plus(String(shift)).times(scale) ?? null,
          }));
          const before = chartOf(points(values));
          const after = chartOf(moved);
          expect(rulesOf(after)).toEqual(rulesOf(before));
          expect(after.segments[0]?.state).toBe(before.segments[0]?.state);
          for (const limit of ['lower', 'upper', 'nearLower', 'nearUpper', 'mean'] as const) {
            const was = before.segments[0]?.limits?.[limit];
            near(after.segments[0]?.limits?.[limit], was === undefined ? was : (was + shift) * Number(scale));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('turned upside down with the other polarity, it says the same of the service', () => {
    const upsideDown = (icon: string | null) =>
      icon?.replace(/_(high|low)$/, (_, side: 'high' | 'low') => `_${swapped[side]}`) ?? null;
    fc.assert(
      fc.property(series, (values) => {
        const up = chartOf(points(values));
        const down = xmrChart({
          points: points(values).map(({ date, value }) => ({ date, value: value?.times('-1') ?? null })),
          polarity: 'lower',
          targets: [{ from: '2022-04-01', value: decimal('-130') }],
        });
        expect(down.points.map(({ rules }) => rules)).toEqual(
          up.points.map(({ rules }) => rules.map(({ rule, side }) => ({ rule, side: swapped[side] }))),
        );
        expect(down.points.map(({ variation }) => variation)).toEqual(
          up.points.map(({ variation }) => upsideDown(variation)),
        );
        expect(down.variation.icon).toBe(upsideDown(up.variation.icon));
        expect(down.assurance.icon).toBe(up.assurance.icon);
      }),
      { numRuns: 200 },
    );
  });

  it('the other polarity alone swaps better and worse, and nothing else', () => {
    const turned = (icon: string | null) =>
      icon?.replace(/^(improvement|concern)/, (word) => (word === 'concern' ? 'improvement' : 'concern')) ??
      null;
    fc.assert(
      fc.property(series, (values) => {
        const higher = chartOf(points(values));
        const lower = chartOf(points(values), 'lower');
        expect(rulesOf(lower)).toEqual(rulesOf(higher));
        expect(lower.points.map(({ variation }) => variation)).toEqual(
          higher.points.map(({ variation }) => turned(variation)),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('a missing period at the end adds a gap and no figure: nothing is taken for zero', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 3 }), (values, gaps) => {
        const before = chartOf(points(values));
        const after = chartOf(points([...values, ...Array.from({ length: gaps }, () => null)]));
        expect(after.segments[0]?.limits).toEqual(before.segments[0]?.limits);
        expect(after.points.slice(0, values.length)).toEqual(before.points);
        expect(after.variation).toEqual(before.variation);
        const none = { value: null, rules: [], movingRange: null, variation: null };
        for (const point of after.points.slice(values.length)) expect(point).toMatchObject(none);
      }),
      { numRuns: 100 },
    );
  });

  it('limits lie evenly about the mean, the near ones two thirds of the way; each label is a rule met', () => {
    fc.assert(
      fc.property(series, (values) => {
        const chart = chartOf(points(values));
        for (const { limits } of chart.segments) {
          if (limits === null) continue;
          near(limits.upper - limits.mean, limits.mean - limits.lower);
          near(limits.nearUpper - limits.mean, ((limits.upper - limits.mean) * 2) / 3);
        }
        for (const { label, rules } of chart.points) expect(label).toEqual(rules[0] ?? null);
      }),
      { numRuns: 100 },
    );
  });

  it('each rule is met somewhere, so that these laws say something', () => {
    const met = new Set<string>();
    for (const values of fc.sample(series, { numRuns: 400, seed: 7 })) {
      for (const rules of rulesOf(chartOf(points(values)))) for (const rule of rules) met.add(rule);
    }
    expect(met.size).toBe(8);
  });
});

describe('laws of a run chart', () => {
  it('scale, origin and direction leave the test as it is', () => {
    fc.assert(
      fc.property(series, (values) => {
        const { median, sides, ...test } = runChart(values);
        const turned = runChart(values.map((value) => (value === null ? null : -3 * value + 11)));
        expect({ ...turned, sides: null, median: null }).toEqual({ ...test, sides: null, median: null });
        near(turned.median, median === null ? null : -3 * median + 11);
        expect(turned.sides.map((side) => (side ? -side : side))).toEqual(sides);
      }),
      { numRuns: 200 },
    );
  });

  it('a missing value changes nothing but its own side', () => {
    fc.assert(
      fc.property(series, (values) => {
        const { sides, ...test } = runChart(values);
        const { sides: present, ...without } = runChart(values.filter((value) => value !== null));
        expect(without).toEqual(test);
        expect(sides.filter((side) => side !== null)).toEqual(present);
      }),
      { numRuns: 100 },
    );
  });
});

it('months of the sample are months', () => {
  expect([0, 8, 9, 21].map(monthAt)).toEqual(['2022-04-01', '2022-12-01', '2023-01-01', '2024-01-01']);
  expect(monthly(['1.5'])[0]?.value && toText(monthly(['1.5'])[0]?.value ?? decimal('0'))).toBe('1.5');
});
