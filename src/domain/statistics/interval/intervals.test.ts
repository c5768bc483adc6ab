import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recentTrend } from '../trend/recent-trend.ts';
import { byarEvents, exactEvents, rate } from './events.ts';
import { proportionDifference } from './proportion-difference.ts';
import { rateRatio } from './rate-ratio.ts';
import { wilson } from './wilson.ts';

const proportion = fc
  .integer({ min: 1, max: 100_000 })
  .chain((of) => fc.record({ of: fc.constant(of), count: fc.integer({ min: 0, max: of }) }));
const level = fc.constantFrom(0.9, 0.95, 0.99, 0.998);

/** Worked by hand from the formulas, so that they hold without the reference examples. */
describe('worked figures', () => {
  it('56 of 70: Newcombe’s own example (1998, table II a)', () => {
    const found = proportionDifference({ count: 56, of: 70 }, { count: 48, of: 80 });
    expect(found.value).toBeCloseTo(0.2, 12);
    expect(found.lower).toBeCloseTo(0.0524, 4);
    expect(found.upper).toBeCloseTo(0.3339, 4);
  });

  it('81 of 263: Newcombe’s own example of the score interval (1998, table I)', () => {
    const found = wilson({ count: 81, of: 263 });
    expect(found.lower).toBeCloseTo(0.2553, 4);
    expect(found.upper).toBeCloseTo(0.3662, 4);
  });

  it('no event is up to 3.69, and one from 0.0253 to 5.57 (Garwood’s table)', () => {
    expect(exactEvents(0).lower).toBe(0);
    expect(exactEvents(0).upper).toBeCloseTo(-Math.log(0.025), 12);
    expect(exactEvents(1).lower).toBeCloseTo(-Math.log(0.975), 12);
    expect(exactEvents(1).upper).toBeCloseTo(5.5716, 4);
    expect(rate(9, 1000).method).toBe('exact');
    expect(rate(10, 1000).method).toBe('byar');
    expect(byarEvents(0).lower).toBeNull();
  });

  it('no event in the second of two rates leaves the ratio without a value and without an end', () => {
    const found = rateRatio({ events: 3, exposure: 100 }, { events: 0, exposure: 100 });
    expect(found).toMatchObject({ value: null, upper: null });
    // P(all 3 of 3 in the first) = share³ = 0.025
    expect(found.lower).toBeCloseTo(0.025 ** (1 / 3) / (1 - 0.025 ** (1 / 3)), 10);
  });

  it('four values, or values without a spread, have no trend', () => {
    const value = { value: 1, lower: 0.5, upper: 1.5 };
    expect(recentTrend([value, value, value, value])).toEqual({
      marker: 'cannotBeCalculated',
      why: 'fewerThanFive',
    });
    const flat = { value: 1, lower: 1, upper: 1 };
    expect(recentTrend([flat, flat, flat, flat, flat])).toMatchObject({ why: 'noSpread' });
  });
});

describe('laws', () => {
  it('a proportion lies within its bounds, its bounds within 0 and 1; what is left of it is its mirror', () => {
    fc.assert(
      fc.property(proportion, level, ({ count, of }, at) => {
        const found = wilson({ count, of }, at);
        expect(
          0 <= found.lower && found.lower <= found.value && found.value <= found.upper && found.upper <= 1,
        ).toBe(true);
        const rest = wilson({ count: of - count, of }, at);
        expect(rest.lower).toBeCloseTo(1 - found.upper, 12);
        expect(rest.upper).toBeCloseTo(1 - found.lower, 12);
      }),
    );
  });

  it('a higher level is never narrower, and more cases of the same share never wider', () => {
    fc.assert(
      fc.property(proportion, ({ count, of }) => {
        const width = ({ lower, upper }: { lower: number; upper: number }) => upper - lower;
        expect(width(wilson({ count, of }, 0.998))).toBeGreaterThanOrEqual(
          width(wilson({ count, of }, 0.95)),
        );
        expect(width(wilson({ count: count * 3, of: of * 3 }))).toBeLessThanOrEqual(
          width(wilson({ count, of })),
        );
      }),
    );
  });

  it('two proportions the other way about give the difference with its sign turned', () => {
    fc.assert(
      fc.property(proportion, proportion, (a, b) => {
        const [one, other] = [proportionDifference(a, b), proportionDifference(b, a)];
        expect(one.value).toBeCloseTo(-other.value, 12);
        expect(one.lower).toBeCloseTo(-other.upper, 12);
        expect(one.lower <= one.value && one.value <= one.upper && one.lower >= -1 && one.upper <= 1).toBe(
          true,
        );
      }),
    );
  });

  it('a rate scales with what it is of, and two rates the other way about give one over the ratio', () => {
    const events = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(events, events, fc.integer({ min: 1, max: 1_000_000 }), (x, y, exposure) => {
        const [one, thousand] = [rate(x, exposure), rate(x, exposure, { per: 1000 })];
        expect(thousand.lower / one.lower).toBeCloseTo(1000, 6);
        expect(one.lower < one.value && one.value < one.upper).toBe(true);
        const there = rateRatio({ events: x, exposure }, { events: y, exposure });
        const back = rateRatio({ events: y, exposure }, { events: x, exposure });
        expect(there.lower * (back.upper ?? Number.NaN)).toBeCloseTo(1, 8);
        expect((there.value ?? Number.NaN) * (back.value ?? Number.NaN)).toBeCloseTo(1, 10);
      }),
      { numRuns: 40 },
    );
  });

  it('nothing counted out of nothing, more than there are, parts of a case and no number are refused', () => {
    for (const [count, of] of [
      [0, 0],
      [2, 1],
      [-1, 5],
      [0.5, 5],
      [Number.NaN, 5],
      [1, Number.POSITIVE_INFINITY],
    ] as const) {
      expect(() => wilson({ count, of })).toThrow(RangeError);
    }
    expect(() => rate(1, 0)).toThrow(RangeError);
    expect(() => rate(-1, 10)).toThrow(RangeError);
    expect(() => wilson({ count: 1, of: 2 }, 95)).toThrow(RangeError);
  });
});
