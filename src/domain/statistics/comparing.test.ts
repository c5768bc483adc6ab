import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../number/decimal.ts';
import { againstBenchmark } from './comparison/benchmark.ts';
import { placesOf } from './comparison/standing.ts';
import { placeOf, proportionLimits, rateLimits } from './funnel/limits.ts';
import { overdispersion, widenedProportionLimits, widenedRateLimits } from './funnel/overdispersion.ts';
import { exactEvents } from './interval/events.ts';
import { smallNumbers } from './small-numbers.ts';
import { type ChangeInputs, testedChange } from './tested-change/ladder.ts';
import { changeTest } from './tested-change/two-periods.ts';

describe('funnel', () => {
  it('80% of 100, by hand: 1.96 × √(0.8 × 0.2 ÷ 100) = 0.0784 each way', () => {
    expect(proportionLimits(0.8, 100).lower).toBeCloseTo(0.7216, 5);
    expect(proportionLimits(0.8, 1).lower).toBeCloseTo(0.8 - 1.959963984540054 * 0.4, 12);
    expect(proportionLimits(0.8, 1).upper).toBe(1);
  });

  it('a rate’s limits are counts whose exact interval ends at the average', () => {
    const { lower, upper } = rateLimits(exactEvents(20).lower, 1);
    expect(upper).toBeCloseTo(20, 9);
    expect(lower).toBeLessThan(exactEvents(20).lower);
    expect(rateLimits(exactEvents(20).upper / 500, 500).lower * 500).toBeCloseTo(20, 9);
    expect(rateLimits(0.001, 1000).lower).toBe(0);
  });

  it('limits close in with size, and never leave 0 to 1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 1e6 }),
        (average, of) => {
          const [small, large] = [proportionLimits(average, of), proportionLimits(average, of * 2)];
          expect(
            small.lower <= large.lower && large.upper <= small.upper && small.lower >= 0 && small.upper <= 1,
          ).toBe(true);
          const wide = widenedProportionLimits(average, of, 0.01, 0.95);
          expect(
            wide.lower >= 0 &&
              wide.upper <= 1 &&
              wide.lower <= average + 1e-12 &&
              wide.upper >= average - 1e-12,
          ).toBe(true);
        },
      ),
    );
  });

  it('areas that differ by chance alone widen nothing; threefold spread gives phi 9', () => {
    const areas = (z: number) =>
      Array.from({ length: 20 }, (_, i) => ({ distance: (i % 2 ? z : -z) * 0.1, error: 0.1 }));
    expect(overdispersion(areas(0.5))).toMatchObject({ tauSquared: 0 });
    const found = overdispersion(areas(3));
    expect(found.phi).toBeCloseTo(9, 10);
    // (20 × 9 - 19) ÷ (2000 - 100) = 161 ÷ 1900
    expect(found.tauSquared).toBeCloseTo(161 / 1900, 10);
    expect(widenedRateLimits(0.01, 1000, 0, 0.95).lower).toBeCloseTo(
      0.01 * (1 - 1.959963984540054 / (2 * Math.sqrt(10))) ** 2,
      12,
    );
  });

  it('one wild area is pulled in at either end', () => {
    const calm = Array.from({ length: 30 }, (_, i) => ({ distance: (i % 2 ? 1 : -1) * 0.01, error: 0.1 }));
    const wild = (side: number) => overdispersion([...calm, { distance: side * 50, error: 0.1 }]).phi;
    expect(wild(1)).toBeLessThan(0.1);
    expect(wild(-1)).toBeCloseTo(wild(1), 12);
  });

  it('touching a limit is within it', () => {
    const [inner, outer] = [
      { lower: 2, upper: 4 },
      { lower: 1, upper: 5 },
    ];
    expect([0.9, 1, 2, 4, 4.1, 5.1].map((value) => placeOf(value, inner, outer))).toEqual([
      'farBelow',
      'below',
      'within',
      'within',
      'above',
      'farAbove',
    ]);
  });
});

describe('standing among areas', () => {
  const values = (...texts: (string | null)[]) => texts.map((text) => (text === null ? null : decimal(text)));

  it('ranks by which way is good, equals alike, missing ones not at all', () => {
    expect(placesOf(values('3', null, '5', '5'), 'higher').map((each) => each?.rank ?? null)).toEqual([
      3,
      null,
      1,
      1,
    ]);
    expect(placesOf(values('3', null, '5', '5'), 'lower').map((each) => each?.rank ?? null)).toEqual([
      1,
      null,
      2,
      2,
    ]);
  });

  it('a quartile only among eight or more: 10 areas in tiles of 3, 3, 2, 2', () => {
    const ten = values(...Array.from({ length: 10 }, (_, index) => String(index)));
    expect(placesOf(ten, 'lower').map((each) => each?.quartile)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 4, 4]);
    expect(placesOf(ten.slice(0, 7), 'lower').every((each) => each?.quartile === null)).toBe(true);
  });

  it('beside a benchmark, touching is similar', () => {
    const interval = { value: 5, lower: 4, upper: 6 };
    expect(againstBenchmark(interval, 6, 'higher')).toBe('similar');
    expect(againstBenchmark(interval, 6.1, 'higher')).toBe('worse');
    expect(againstBenchmark(interval, 6.1, 'lower')).toBe('better');
    expect(againstBenchmark(interval, 3, 'none')).toBe('higher');
  });

  it('small numbers', () => {
    expect(smallNumbers({ count: 9, of: 300 })).toBe('events');
    expect(smallNumbers({ count: 15, of: 19 })).toBe('denominator');
    expect(smallNumbers({ count: 10, of: 20 })).toBeNull();
    expect(smallNumbers({ count: null, of: null })).toBeNull();
  });
});

describe('tested change', () => {
  const test = (now: [number, number], before: [number, number], enough?: number) =>
    changeTest(
      { of: 'proportion', now: { count: now[0], of: now[1] }, before: { count: before[0], of: before[1] } },
      enough,
    );

  it('excludes no change, and is enough to matter', () => {
    expect(test([850, 1000], [700, 1000]).moved).toBe('up');
    expect(test([700, 1000], [850, 1000]).moved).toBe('down');
    expect(test([850, 1000], [700, 1000], 0.2).moved).toBe('noSignificantChange');
    expect(test([820, 1000], [850, 1000]).moved).toBe('noSignificantChange');
  });

  it('says where one case decides, and where none does', () => {
    const decides = Array.from({ length: 51 }, (_, now) => test([now, 50], [25, 50]));
    const turns = decides.filter(({ oneCaseDecides }) => oneCaseDecides);
    // Twice, once each way, and on both sides of the turn.
    expect(turns).toHaveLength(4);
    expect(test([25, 50], [25, 50]).oneCaseDecides).toBe(false);
  });

  const nothing: ChangeInputs = {
    better: 'higher',
    chart: null,
    periods: null,
    annual: null,
    now: decimal('10'),
    before: decimal('8'),
    enough: decimal('2'),
  };
  it('the ladder: the first rung that can speaks; which way is good comes last; nothing for a missing figure', () => {
    expect(testedChange(nothing)).toEqual({ change: 'better', by: 'notTested', oneCaseDecides: false });
    expect(testedChange({ ...nothing, better: 'lower' })?.change).toBe('worse');
    expect(testedChange({ ...nothing, better: 'none' })?.change).toBe('up');
    expect(testedChange({ ...nothing, enough: decimal('2.1') })?.change).toBe('noChangeThatMatters');
    expect(testedChange({ ...nothing, before: null })).toBeNull();
    const chart = { points: 13, signal: 'low' } as const;
    expect(testedChange({ ...nothing, chart })).toMatchObject({ change: 'worse', by: 'chart' });
    expect(testedChange({ ...nothing, chart: { ...chart, points: 12 } })?.by).toBe('notTested');
    expect(testedChange({ ...nothing, chart, now: null })).toBeNull();
    const periods = {
      of: 'rate',
      now: { events: 100, exposure: 1000 },
      before: { events: 50, exposure: 1000 },
    } as const;
    expect(testedChange({ ...nothing, periods })).toMatchObject({ change: 'better', by: 'twoPeriods' });
    const annual = [1, 2, 3, 4, 5].map((value) => ({ value, lower: value - 0.1, upper: value + 0.1 }));
    expect(testedChange({ ...nothing, annual })).toMatchObject({ change: 'better', by: 'recentTrend' });
    expect(testedChange({ ...nothing, annual: annual.slice(1) })?.by).toBe('notTested');
  });
});
