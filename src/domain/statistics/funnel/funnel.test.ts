import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { othersAverages } from '../comparison/others.ts';
import { funnelOf } from './funnel.ts';

const area = fc
  .integer({ min: 5, max: 20_000 })
  .chain((of) => fc.record({ of: fc.constant(of), count: fc.integer({ min: 0, max: of }) }));
const areas = fc.array(fc.option(area, { freq: 8 }), { minLength: 2, maxLength: 20 });
const kind = fc.constantFrom('proportion' as const, 'rate' as const);
const mirrored = {
  farBelow: 'farAbove',
  below: 'above',
  within: 'within',
  above: 'below',
  farAbove: 'farBelow',
} as const;

describe('the average of the others', () => {
  it('leaves the area out: 10, 30 and 5 of 100', () => {
    const found = othersAverages([
      { count: 10, of: 100 },
      { count: 30, of: 100 },
      null,
      { count: 5, of: 100 },
    ]);
    expect(found).toEqual([0.175, 0.075, null, 0.2]);
    expect(othersAverages([{ count: 10, of: 100 }, null])).toEqual([null, null]);
  });

  it('does not move with the area’s own figures', () => {
    fc.assert(
      fc.property(areas, area, (rest, own) => {
        const [one, other] = [othersAverages([own, ...rest]), othersAverages([{ count: 0, of: 7 }, ...rest])];
        expect(one[0]).toBe(other[0]);
      }),
    );
  });
});

describe('laws of a funnel', () => {
  it('the order of areas changes no area’s limits or place', () => {
    fc.assert(
      fc.property(kind, areas, (of, given) => {
        const [there, back] = [funnelOf(of, given), funnelOf(of, [...given].reverse())];
        expect(back === null).toBe(there === null);
        const turned = [...(back?.areas ?? [])].reverse();
        there?.areas.forEach((each, at) => {
          expect(turned[at]?.plain.place).toBe(each?.plain.place);
          expect(turned[at]?.adjusted.inner.lower ?? 0).toBeCloseTo(each?.adjusted.inner.lower ?? 0, 9);
        });
        expect(back?.phi ?? 0).toBeCloseTo(there?.phi ?? 0, 6);
      }),
    );
  });

  it('what is left of proportions is the mirror of their funnel', () => {
    fc.assert(
      fc.property(areas, (given) => {
        const there = funnelOf('proportion', given);
        const back = funnelOf(
          'proportion',
          given.map((each) => each && { count: each.of - each.count, of: each.of }),
        );
        expect(back === null).toBe(there === null);
        expect(back?.phi ?? 0).toBeCloseTo(there?.phi ?? 0, 6);
        there?.areas.forEach((each, at) => {
          if (each === null) return;
          expect(back?.areas[at]?.adjusted.outer.upper).toBeCloseTo(1 - each.adjusted.outer.lower, 9);
          // On a limit to the last digit the two roundings may fall to different sides.
          const { inner, outer } = each.plain;
          const value = (given[at]?.count ?? 0) / (given[at]?.of ?? 1);
          const edges = [inner.lower, inner.upper, outer.lower, outer.upper];
          if (edges.some((edge) => Math.abs(edge - value) < 1e-9)) return;
          expect(back?.areas[at]?.plain.place).toBe(mirrored[each.plain.place]);
        });
      }),
    );
  });

  it('a rate of other exposure units is the same funnel in those units', () => {
    fc.assert(
      fc.property(areas, fc.integer({ min: 2, max: 5000 }), (given, times) => {
        const there = funnelOf('rate', given);
        const scaled = funnelOf(
          'rate',
          given.map((each) => each && { count: each.count, of: each.of * times }),
        );
        there?.areas.forEach((each, at) => {
          if (each === null) return;
          const upper = (scaled?.areas[at]?.adjusted.outer.upper ?? 0) * times;
          expect(upper / each.adjusted.outer.upper).toBeCloseTo(1, 8);
        });
        expect(scaled?.phi ?? 0).toBeCloseTo(there?.phi ?? 0, 6);
      }),
      { numRuns: 50 },
    );
  });

  it('a missing area is no area of none, and changes nothing for the others', () => {
    fc.assert(
      fc.property(kind, areas, (of, given) => {
        const [without, beside] = [funnelOf(of, given), funnelOf(of, [...given, null])];
        expect(beside?.areas.slice(0, -1)).toEqual(without?.areas);
        expect(beside?.areas.at(-1) ?? null).toBeNull();
        expect([beside?.average, beside?.phi, beside?.among]).toEqual([
          without?.average,
          without?.phi,
          without?.among,
        ]);
      }),
    );
  });

  it('adjusted limits hold within them what plain ones of the same kind hold, as the spread grows', () => {
    const spread = (by: number) =>
      funnelOf(
        'proportion',
        Array.from({ length: 20 }, (_, at) => ({ count: 500 + (at % 2 ? by : -by), of: 1000 })),
      );
    const [calm, wild] = [spread(5), spread(150)];
    expect(calm?.tauSquared).toBe(0);
    expect(wild?.phi).toBeGreaterThan(50);
    expect(wild?.areas.map((each) => each?.plain.place)).toContain('farAbove');
    expect(new Set(wild?.areas.map((each) => each?.adjusted.place))).toEqual(new Set(['within']));
  });

  it('says nothing where areas cannot differ, or there is one', () => {
    expect(
      funnelOf('rate', [
        { count: 0, of: 10 },
        { count: 0, of: 20 },
      ]),
    ).toBeNull();
    expect(
      funnelOf('proportion', [
        { count: 10, of: 10 },
        { count: 20, of: 20 },
      ]),
    ).toBeNull();
    expect(funnelOf('proportion', [{ count: 1, of: 10 }, null])).toBeNull();
    expect(funnelOf('proportion', [])).toBeNull();
  });
});
