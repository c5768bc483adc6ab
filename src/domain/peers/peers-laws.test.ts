import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasureVersion } from '../measure/measure.ts';
import { decimal, toText } from '../number/decimal.ts';
import { asking, counted, figure, value, version } from './example-peers.ts';
import { type PeerQuestion, standAmong } from './standing.ts';

describe('laws', () => {
  const others = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 400, max: 900 })), {
      minLength: 3,
      maxLength: 20,
    })
    .map((pairs) => pairs.map(([count, of], at) => counted(`Town ${at}`, count, of)));
  const polarity = fc.constantFrom('higher', 'lower', 'none', null) as fc.Arbitrary<
    MeasureVersion['polarity']
  >;
  const seen = (question: PeerQuestion) => {
    const { own, benchmarks, rows } = standAmong(question);
    return {
      place: own?.place,
      funnel: own?.funnelPlace,
      against: benchmarks.map(({ verdict, side, value }) => [verdict, side, toText(value)]),
      order: rows.map(({ area, place }) => [area.name, place.rank, place.quartile]),
    };
  };

  it('the order of rows changes nothing', () => {
    fc.assert(
      fc.property(others, polarity, fc.nat(), (values, polarity, seed) => {
        const turn = seed % values.length;
        const turned = [...values.slice(turn), ...values.slice(0, turn)].reverse();
        const measure = version({ polarity });
        const one = seen(asking({ values, measure }));
        const other = seen(asking({ values: turned, measure }));
        expect(other.order).toEqual(one.order);
        expect(other.place).toEqual(one.place);
        expect(other.against).toEqual(one.against);
      }),
      { numRuns: 60 },
    );
  });

  it('its own value is never in its own benchmark, nor in the middle of its funnel', () => {
    fc.assert(
      fc.property(others, fc.integer({ min: 0, max: 100 }), (values, count) => {
        const withOwn = [...values, counted('City of Borchester', count, 100)];
        const own = {
          figure: figure(String(count)),
          numerator: String(count),
          denominator: '100',
          published: null,
        };
        const one = standAmong(asking({ values, own }));
        const other = standAmong(asking({ values: withOwn, own }));
        const without = standAmong(asking({ values, own: null }));
        expect(other.rows).toEqual(one.rows);
        expect(one.averages).toEqual(without.averages);
        expect(one.benchmarks.map(({ value }) => toText(value))).toEqual(
          without.averages.map(({ value }) => toText(value)),
        );
        if (typeof one.funnel !== 'string' && typeof without.funnel !== 'string')
          expect(one.funnel.centre).toBe(without.funnel.centre);
      }),
      { numRuns: 60 },
    );
  });

  it('a rate per 1,000 and the same rate per 100,000 stand alike', () => {
    const scaled = (per: string, factor: number) => (values: readonly [number, number][]) => {
      const measure = version({ unit: { kind: 'rate', decimals: 6, per }, polarity: 'lower' });
      const at = ([count, of]: readonly [number, number], name: string) =>
        value(name, toText(decimal(((count / of) * factor).toFixed(6))), {
          numerator: String(count),
          denominator: String(of),
        });
      const [first, ...rest] = values.map((pair, index) => at(pair, `Town ${index}`));
      const own = {
        figure: first!.figure,
        numerator: first!.numerator,
        denominator: first!.denominator,
        published: null,
      };
      const { place, funnel, against } = seen(asking({ values: rest, own, measure }));
      return { place, funnel, verdicts: against.map(([verdict, side]) => [verdict, side]) };
    };
    const pair = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.constantFrom(1000, 2000, 5000, 10000));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 4, maxLength: 15 }), (values) => {
        expect(scaled('100,000 people', 100_000)(values)).toEqual(scaled('1,000 people', 1_000)(values));
      }),
      { numRuns: 60 },
    );
  });

  it('the mirror of polarity turns ranks and verdicts round', () => {
    fc.assert(
      fc.property(others, (values) => {
        const up = standAmong(asking({ values, measure: version({ polarity: 'higher' }) }));
        const down = standAmong(asking({ values, measure: version({ polarity: 'lower' }) }));
        const turned = { better: 'worse', worse: 'better', similar: 'similar' } as Record<string, string>;
        expect(down.benchmarks.map(({ verdict }) => verdict)).toEqual(
          up.benchmarks.map(({ verdict }) => turned[verdict ?? ''] ?? verdict),
        );
        const equals = up.rows.filter(
          ({ figure: one, isOwn }) => !isOwn && one.kind === 'number' && toText(one.value) === '40',
        ).length;
        expect((up.own?.place.rank ?? 0) + (down.own?.place.rank ?? 0)).toBe(values.length + 2 - equals);
      }),
      { numRuns: 60 },
    );
  });
});
