import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { againstBenchmark } from './comparison/benchmark.ts';
import { prospect } from './forecast/against-target.ts';
import { yearEnd } from './forecast/year-end.ts';
import { rate } from './interval/events.ts';
import { type BoundedValue, recentTrend } from './trend/recent-trend.ts';

const bounded = fc
  .record({
    value: fc.integer({ min: -500, max: 500 }),
    below: fc.integer({ min: 1, max: 60 }),
    above: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ value, below, above }): BoundedValue => ({ value, lower: value - below, upper: value + above }));
const five = fc.array(bounded, { minLength: 5, maxLength: 5 });
const moved = (values: readonly BoundedValue[], scale: number, shift: number): BoundedValue[] =>
  values.map(({ value, lower, upper }) => {
    const [one, other] = [lower * scale + shift, upper * scale + shift];
    return { value: value * scale + shift, lower: Math.min(one, other), upper: Math.max(one, other) };
  });
/** A slope so near none that its sign is rounding says nothing of a law. */
const clear = (values: readonly BoundedValue[]): boolean => {
  const found = recentTrend(values);
  return (
    found.marker !== 'cannotBeCalculated' &&
    [found.slope, ...found.withoutOne].every((each) => Math.abs(each) > 1e-6)
  );
};

describe('laws of the recent trend', () => {
  it('another unit, another origin: the same marker, the slope in that unit', () => {
    fc.assert(
      fc.property(
        five,
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: -5000, max: 5000 }),
        (values, scale, shift) => {
          fc.pre(clear(values));
          const [one, other] = [recentTrend(values), recentTrend(moved(values, scale, shift))];
          if (one.marker === 'cannotBeCalculated' || other.marker === 'cannotBeCalculated')
            throw new Error('both are due');
          expect(other.slope / one.slope).toBeCloseTo(scale, 4);
          expect(other.chiSquared).toBeCloseTo(one.chiSquared, 4);
          expect([other.marker, other.steady]).toEqual([one.marker, one.steady]);
        },
      ),
    );
  });

  it('upside down it goes the other way; backwards too', () => {
    const other = {
      increasing: 'decreasing',
      decreasing: 'increasing',
      noSignificantChange: 'noSignificantChange',
    } as const;
    fc.assert(
      fc.property(five, (values) => {
        fc.pre(clear(values));
        const { marker } = recentTrend(values);
        if (marker === 'cannotBeCalculated') throw new Error('a marker is due');
        expect(recentTrend(moved(values, -1, 0)).marker).toBe(other[marker]);
        expect(recentTrend([...values].reverse()).marker).toBe(other[marker]);
      }),
    );
  });

  it('what is older than five does not count, and wider intervals find no more', () => {
    fc.assert(
      fc.property(five, fc.array(bounded, { maxLength: 6 }), (values, older) => {
        expect(recentTrend([...older, ...values])).toEqual(recentTrend(values));
        const wider = values.map(({ value, lower, upper }) => ({
          value,
          lower: value - (value - lower) * 3,
          upper: value + (upper - value) * 3,
        }));
        if (recentTrend(values).marker === 'noSignificantChange') {
          expect(recentTrend(wider).marker).toBe('noSignificantChange');
        }
      }),
    );
  });
});

describe('laws of the year end', () => {
  const year = fc.array(fc.integer({ min: 1, max: 9000 }).map(String), { minLength: 4, maxLength: 4 });
  const years = fc.array(year, { minLength: 1, maxLength: 4 });
  const now = fc.array(fc.integer({ min: 1, max: 9000 }).map(String), { minLength: 1, maxLength: 3 });
  const series = (
    previousYears: readonly (readonly (string | null)[])[],
    soFar: readonly (string | null)[],
  ) => ({ kind: 'flow', perYear: 4, previousYears, soFar }) as const;

  it('the order of previous years changes neither forecast nor range', () => {
    fc.assert(
      fc.property(years, now, (before, soFar) => {
        const [one, other] = [yearEnd(series(before, soFar)), yearEnd(series([...before].reverse(), soFar))];
        if (one.method === 'none' || other.method === 'none') throw new Error('a forecast was due');
        expect([other.value, other.range]).toEqual([one.value, one.range]);
      }),
    );
  });

  it('a missing figure is never zero: this year it stops the forecast, before it leaves its year out', () => {
    fc.assert(
      fc.property(years, now, year, fc.nat({ max: 3 }), (before, soFar, broken, at) => {
        expect(yearEnd(series(before, [...soFar.slice(0, -1), null]))).toEqual({
          method: 'none',
          why: 'missingPeriod',
        });
        const holed = broken.map((figure, index) => (index === at ? null : figure));
        const [with_, without] = [
          yearEnd(series([holed, ...before.slice(0, 3)], soFar)),
          yearEnd(series(before.slice(0, 3), soFar)),
        ];
        expect(with_).toEqual(without);
      }),
    );
  });

  it('where one way meets the target likely, the other is unlikely, edges apart', () => {
    const other = { likely: 'unlikely', unlikely: 'likely', tooCloseToCall: 'tooCloseToCall' } as const;
    fc.assert(
      fc.property(years, now, fc.integer({ min: 1, max: 60_000 }), (before, soFar, whole) => {
        // So many places that it is no end of a range, which both ways meet.
        const target = `${whole}.123456789`;
        const forecast = yearEnd(series(before, soFar));
        const [up, down] = [prospect(forecast, target, 'higher'), prospect(forecast, target, 'lower')];
        if (up === null || up === 'met' || up === 'missed') expect(down === null).toBe(up === null);
        else expect(down).toBe(other[up]);
      }),
    );
  });
});

describe('laws of a verdict', () => {
  const place = fc.tuple(
    fc.integer({ min: 0, max: 400 }),
    fc.integer({ min: 1000, max: 9000 }),
    fc.integer({ min: 0, max: 100 }),
  );
  it('the other polarity swaps better and worse and nothing else; without one it names the side', () => {
    const swapped = {
      better: 'worse',
      worse: 'better',
      similar: 'similar',
      higher: 'higher',
      lower: 'lower',
    } as const;
    fc.assert(
      fc.property(place, ([events, people, benchmark]) => {
        const interval = rate(events, people, { per: 1000 });
        const up = againstBenchmark(interval, benchmark, 'higher');
        expect(againstBenchmark(interval, benchmark, 'lower')).toBe(swapped[up]);
        const side = againstBenchmark(interval, benchmark, 'none');
        expect(side).toBe(
          { better: 'higher', worse: 'lower', similar: 'similar', higher: '', lower: '' }[up],
        );
      }),
    );
  });

  it('another unit changes no verdict', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(1, 10, 100_000), ([events, people, benchmark], per) => {
        const [one, other] = [rate(events, people), rate(events, people, { per })];
        const at = (benchmark + 0.123) / 1000;
        expect(againstBenchmark(other, at * per, 'higher')).toBe(againstBenchmark(one, at, 'higher'));
      }),
    );
  });
});
