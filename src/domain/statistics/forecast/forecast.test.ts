import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toText } from '../../number/decimal.ts';
import { decimalOf } from '../float-text.ts';
import { prospect, requiredRate } from './against-target.ts';
import { percentageYearEnd } from './percentage.ts';
import type { YearSeries } from './year.ts';
import { type YearEndForecast, yearEnd } from './year-end.ts';

const quarters = (previousYears: YearSeries['previousYears'], ...soFar: (string | null)[]): YearSeries => ({
  kind: 'flow',
  perYear: 4,
  previousYears,
  soFar,
});
const one = ['10', '20', '40', '30'];
const two = ['20', '30', '30', '20'];
const three = ['10', '30', '30', '30'];

/** An officer can check these by hand: 30 of 100, 50 of 100 and 40 of 100 had come in by the second quarter. */
const table: readonly [string, YearSeries, Partial<YearEndForecast>][] = [
  ['nothing yet', quarters([one]), { method: 'none', why: 'nothingYet' }],
  ['a quarter is missing', quarters([one], '10', null), { method: 'none', why: 'missingPeriod' }],
  ['one quarter, no year before', quarters([], '25'), { method: 'none', why: 'tooEarly' }],
  [
    'two quarters, no year before: 50 × 4 ÷ 2',
    quarters([], '20', '30'),
    { method: 'runRate', value: '100', range: null },
  ],
  [
    'one year before: 60 ÷ 0.3; no range',
    quarters([one], '20', '40'),
    { method: 'shareOfYear', value: '200', range: null, lastYearPlusDifference: '130', yearsUsed: 1 },
  ],
  [
    'two: 60 ÷ 0.4, by shares 60 ÷ 0.5 to 60 ÷ 0.3',
    quarters([one, two], '20', '40'),
    { value: '150', range: { by: 'shares', low: '120', high: '200' } },
  ],
  // Errors: 30 by 45% is 66.67, -1/3; 50 by 35% is 142.86, +3/7; 40 by 40% is 100, 0. Forecast 60 ÷ 0.4 = 150.
  [
    'three: by the errors each year would have had',
    quarters([one, two, three], '20', '40'),
    { value: '150', range: { by: 'leaveOneOut', low: '105', high: '225' } },
  ],
  [
    'a year before with a missing quarter is not used',
    quarters([one, ['1', null, '1', '1']], '20', '40'),
    { value: '200', yearsUsed: 1, lastYearPlusDifference: null },
  ],
  [
    'nothing by then in the year before',
    quarters([['0', '0', '5', '5']], '1', '1'),
    { method: 'none', why: 'nothingByThenBefore' },
  ],
  ['the year is over', quarters([one], '1', '2', '3', '4.5'), { method: 'complete', value: '10.5' }],
  [
    'a stock is its last value',
    { ...quarters([one], '5', '7'), kind: 'stock' },
    { method: 'lastValue', value: '7', range: null },
  ],
];

describe('the ladder, by hand', () => {
  it.each(table)('%s', (_name, series, expected) => {
    expect(yearEnd(series)).toMatchObject(expected);
  });

  it('more than a year of figures, or part of a previous year, is refused', () => {
    expect(() => yearEnd(quarters([], '1', '2', '3', '4', '5'))).toThrow(RangeError);
    expect(() => yearEnd(quarters([['1', '2']], '1'))).toThrow(RangeError);
  });

  it('a percentage is one forecast over another, never a mean of percentages', () => {
    const found = percentageYearEnd(quarters([], '10', '90'), quarters([], '100', '100'));
    expect(found).toMatchObject({ method: 'runRate', value: '50', range: null });
    expect(percentageYearEnd(quarters([], '0', '0'), quarters([], '0', '0'))).toMatchObject({
      method: 'none',
    });
  });
});

describe('against a target', () => {
  const forecast = yearEnd(quarters([one, two], '20', '40'));
  it.each([
    ['120', 'higher', 'likely'],
    ['120.000000000001', 'higher', 'tooCloseToCall'],
    ['200', 'higher', 'tooCloseToCall'],
    ['200.1', 'higher', 'unlikely'],
    ['200', 'lower', 'likely'],
    ['119.9', 'lower', 'unlikely'],
  ] as const)('120 to 200 against %s, %s is better: %s', (target, better, expected) => {
    expect(prospect(forecast, target, better)).toBe(expected);
  });

  it('says nothing without a range, and the plain fact of a year that is over', () => {
    expect(prospect(yearEnd(quarters([one], '20', '40')), '1', 'higher')).toBeNull();
    expect(prospect(yearEnd(quarters([one], '1', '2', '3', '4')), '10', 'lower')).toBe('met');
    expect(prospect(yearEnd(quarters([one], '1', '2', '3', '4')), '9.9', 'lower')).toBe('missed');
  });

  it('required rate', () => {
    expect(requiredRate('62', '135', 2)).toBe('36.5');
    expect(requiredRate('140', '135', 2)).toBe('-2.5');
    expect(requiredRate('140', '135', 0)).toBeNull();
  });
});

describe('laws', () => {
  const figure = fc.integer({ min: 1, max: 100_000 });
  const year = fc.array(figure, { minLength: 4, maxLength: 4 });
  const years = fc.array(year, { minLength: 0, maxLength: 6 });
  const texts = (times: number) => (figures: readonly number[]) =>
    figures.map((each) => String(each * times));

  it('ten times the figures is ten times the forecast, which lies in its range', () => {
    fc.assert(
      fc.property(
        years,
        fc.array(figure, { minLength: 2, maxLength: 3 }),
        fc.boolean(),
        (before, now, noSeason) => {
          const at = (times: number) =>
            yearEnd({ ...quarters(before.map(texts(times)), ...texts(times)(now)), noSeason });
          const [small, large] = [at(1), at(10)];
          if (small.method === 'none' || large.method === 'none') throw new Error('a forecast was due');
          expect(Number(large.value) / Number(small.value)).toBeCloseTo(10, 8);
          if (small.range === null) return;
          expect(Number(small.range.low)).toBeLessThanOrEqual(Number(small.value) * (1 + 1e-12));
          expect(Number(small.range.high)).toBeGreaterThanOrEqual(Number(small.value) * (1 - 1e-12));
        },
      ),
    );
  });

  it('what a year needs, added for the rest of it, is the target', () => {
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: 1, max: 11 }), (toDate, target, remaining) => {
        const rate = Number(requiredRate(String(toDate), String(target), remaining));
        expect(toDate + rate * remaining).toBeCloseTo(target, 6);
      }),
    );
  });

  it('a float as a decimal is the float to 15 digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e20, max: 1e20, noNaN: true }), (value) => {
        const back = Number(toText(decimalOf(value)));
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.max(1e-40, Math.abs(value) * 1e-14));
      }),
    );
    expect([0, -0, 81.1, 1e-7, 0.1 + 0.2, 123456789012345680].map((each) => toText(decimalOf(each)))).toEqual(
      ['0', '0', '81.1', '0.0000001', '0.3', '123456789012346000'],
    );
    expect(() => decimalOf(Number.NaN)).toThrow(RangeError);
    expect(() => decimalOf(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});
