import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanInterval } from './mean.ts';
import { ageBand, EUROPEAN_2013, standardPeople } from './standard-population.ts';
import { type StandardisedPart, standardisedRate, standardisedRatio } from './standardised.ts';

const near = (found: number | null, wanted: number) =>
  expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThanOrEqual(1e-9 * Math.abs(wanted));
const bands = EUROPEAN_2013.slice(2, -2).map(({ from, to }) => ({ from, to }));
const nineteen = [{ from: 0, to: 4 }, ...bands, { from: 90, to: null }];

/** Expected figures worked out once more with numpy and scipy 1.17 from the published formulas, to 15 digits. */
describe('a mean', () => {
  it('of 4, 6, 8, 10: s² = 20 ÷ 3, t = 3.1824 with 3 degrees of freedom', () => {
    const found = meanInterval([4, 6, 8, 10]);
    expect(found).toMatchObject({ value: 7, count: 4 });
    near(found.standardDeviation, 2.58198889747161);
    near(found.lower, 2.89147948647896);
    near(found.upper, 11.108520513521);
  });

  it('of one value has no bounds, of none there is no mean', () => {
    expect(meanInterval([5])).toMatchObject({ value: 5, lower: null, upper: null });
    expect(() => meanInterval([])).toThrow(RangeError);
    expect(() => meanInterval([1, Number.NaN])).toThrow(RangeError);
    expect(() => meanInterval([1, 2], 0.8)).toThrow(RangeError);
  });

  it('moves and grows with its values, mirrors with their sign, whatever order they come in', () => {
    const values = fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 2, maxLength: 30 });
    const shuffled = values.chain((each) =>
      fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
    );
    fc.assert(
      fc.property(
        shuffled,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -500, max: 500 }),
        ([each, mixed], scale, shift) => {
          const [one, other] = [
            meanInterval(each),
            meanInterval(mixed.map((value) => value * scale + shift)),
          ];
          const mirror = meanInterval(each.map((value) => -value));
          const size = 10_000 * scale + 500;
          for (const name of ['value', 'lower', 'upper'] as const) {
            expect(Math.abs((other[name] ?? 0) - ((one[name] ?? 0) * scale + shift)) / size).toBeLessThan(
              1e-9,
            );
          }
          expect(mirror.lower).toBeCloseTo(-(one.upper ?? 0), 6);
        },
      ),
    );
  });
});

describe('the European Standard Population', () => {
  it('has 100,000 people, from birth on, without a gap', () => {
    expect(EUROPEAN_2013.reduce((sum, { people }) => sum + people, 0)).toBe(100_000);
    EUROPEAN_2013.forEach(({ from }, at) => {
      if (at > 0) expect(from).toBe((EUROPEAN_2013[at - 1]?.to ?? Number.NaN) + 1);
    });
  });

  it('in the nineteen bands that English figures are published in', () => {
    expect(nineteen.map(standardPeople)).toEqual([
      5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500,
      1500, 1000,
    ]);
  });

  it.each([
    ['0-4', 5000],
    ['00–04', 5000],
    ['5 to 9 years', 5500],
    ['Aged 90 and over', 1000],
    ['85+', 2500],
    ['0', 1000],
    ['0-74', 91_000],
    ['0-17', null],
    ['3-4', null],
    ['90-99', null],
  ])('%s: %s', (text, people) => {
    const band = ageBand(text);
    expect(band === null ? 'no band' : standardPeople(band)).toBe(people);
  });

  it.each(['', 'all', '9-5', '-1', '0-4-9', '1234'])('%j is no band', (text) => {
    expect(ageBand(text)).toBeNull();
  });
});

describe('a directly standardised rate', () => {
  const two: StandardisedPart[] = [
    { count: 10, population: 1000, weight: 3 },
    { count: 30, population: 1000, weight: 1 },
  ];
  it('by hand: (3 × 10 + 1 × 30) ÷ 4 = 15 per 1,000', () => {
    const found = standardisedRate(two, { per: 1000 });
    expect(found).toMatchObject({ count: 40, population: 2000 });
    near(found.value, 15);
    near(found.lower, 10.0520937014537);
    near(found.upper, 21.2657368032125);
    const wide = standardisedRate(two, { per: 1000, level: 0.998 });
    near(wide.lower, 7.73976158149232);
    near(wide.upper, 25.259306882884);
  });

  it('nineteen bands with the European Standard Population', () => {
    const people = [
      84935, 80367, 72122, 79259, 99806, 87362, 81579, 71103, 70001, 69007, 63203, 52638, 46087, 40887, 32604,
      28399, 21625, 13021, 7355,
    ];
    const events = [27, 45, 55, 100, 125, 300, 295, 270, 275, 450, 455, 459, 345, 300, 270, 265, 100, 90, 35];
    const parts = nineteen.map((band, at) => ({
      count: events[at] ?? null,
      population: people[at] ?? 0,
      weight: standardPeople(band) ?? 0,
    }));
    const found = standardisedRate(parts);
    near(found.value, 464.915651323919);
    near(found.lower, 450.688309332619);
    near(found.upper, 479.468934304129);
  });

  it('of fewer than ten events is not given; a missing count is none, as the national method has it', () => {
    const of = (young: number | null, old: number) =>
      standardisedRate([
        { count: young, population: 500, weight: 1 },
        { count: old, population: 500, weight: 1 },
      ]);
    expect(of(4, 5)).toEqual({ count: 9, population: 1000, value: null, lower: null, upper: null });
    expect(of(5, 5).value).not.toBeNull();
    expect(of(null, 12)).toEqual(of(0, 12));
  });

  it('with one part is Byar’s rate; the order of parts, and the size of weights, change nothing', () => {
    const part = fc.record({
      count: fc.integer({ min: 10, max: 3000 }),
      population: fc.integer({ min: 100, max: 200_000 }),
      weight: fc.integer({ min: 1, max: 9000 }),
    });
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 19 }),
        fc.integer({ min: 2, max: 99 }),
        (parts, times) => {
          const found = standardisedRate(parts);
          const other = standardisedRate(
            [...parts].reverse().map((each) => ({ ...each, weight: each.weight * times })),
          );
          for (const name of ['value', 'lower', 'upper'] as const) near(other[name], found[name] ?? 0);
          const [first] = parts;
          if (first === undefined) return;
          const one = standardisedRate([first]);
          const plain = standardisedRatio(first.count, first.population, { per: 100_000 });
          for (const name of ['value', 'lower', 'upper'] as const) near(one[name], plain[name]);
        },
      ),
    );
  });

  it('refuses what no part can be', () => {
    const part = { count: 20, population: 100, weight: 1 };
    for (const wrong of [
      { count: -1 },
      { count: 1.5 },
      { population: 0 },
      { population: -3 },
      { weight: 0 },
      { weight: Number.NaN },
    ]) {
      expect(() => standardisedRate([part, { ...part, ...wrong }])).toThrow(RangeError);
    }
    expect(() => standardisedRate([])).toThrow(RangeError);
    expect(() => standardisedRate([part], { level: 0.85 })).toThrow(RangeError);
  });
});

it('an indirectly standardised ratio: 12 events where 10 were expected', () => {
  const found = standardisedRatio(12, 10);
  expect(found).toMatchObject({ value: 1.2, method: 'byar' });
  near(found.lower, 0.619350984307903);
  near(found.upper, 2.09628580536167);
  expect(standardisedRatio(4, 8, { per: 100 })).toMatchObject({ value: 50, method: 'exact' });
  expect(() => standardisedRatio(4, 0)).toThrow(RangeError);
});
