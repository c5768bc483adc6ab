import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decimal, decimal, roundTo, toText } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import { assessStatus } from './assess.ts';
import { distancesToBands } from './distance.ts';
import { casesOf } from './fixtures/case.ts';
import { presetCases } from './fixtures/preset-cases.ts';
import type { StatusInputs } from './inputs.ts';
import { type NearThreshold, nearThreshold } from './near-threshold.ts';
import { presetSchemes } from './presets/index.ts';
import type { StatusScheme } from './scheme.ts';

const nearOf = (inputs: StatusInputs, scheme: StatusScheme): NearThreshold | null => {
  const assessment = assessStatus(inputs, scheme);
  return nearThreshold(inputs, scheme, assessment, () => distancesToBands(inputs, scheme, assessment));
};

describe('laws', () => {
  const schemes = [...presetSchemes.values()].filter(({ id }) => !['havering-2013', 'thurrock'].includes(id));
  const number = (value: Decimal): Figure => ({ kind: 'number', value });
  const hundredths = (min: number, max: number) =>
    fc.integer({ min, max }).map((count) => decimal(String(count)).times('0.01'));
  const drawn = fc.record({
    scheme: fc.constantFrom(...schemes),
    polarity: fc.constantFrom<'higher' | 'lower'>('higher', 'lower'),
    target: hundredths(2_000, 10_000),
    // Within a twelfth of the target, where the edges are
    away: fc.integer({ min: -1200, max: 1200 }),
  });
  const asInputs = ({
    polarity,
    target,
    away,
  }: {
    polarity: 'higher' | 'lower';
    target: Decimal;
    away: number;
  }) =>
    ({
      subject: 'actual',
      polarity,
      unit: { kind: 'number', decimals: 1 },
      actual: number(roundTo(target.plus(target.times(decimal(String(away))).times('0.0001')), 3)),
      comparators: {
        target: number(target),
        floor: number(target.times('0.9')),
        stretch: number(target.times('1.1')),
      },
      measureKind: 'targeted',
    }) satisfies StatusInputs;
  const each = (figures: StatusInputs, change: (value: Decimal) => Decimal): StatusInputs => {
    const changed = (figure: Figure): Figure =>
      figure.kind === 'number' ? number(change(figure.value)) : figure;
    return {
      ...figures,
      actual: changed(figures.actual),
      comparators: Object.fromEntries(
        Object.entries(figures.comparators).map(([name, figure]) => [name, changed(figure)]),
      ),
    };
  };
  const ids = (found: NearThreshold | null) =>
    found === null
      ? null
      : [
          found.close.map(({ outcome, toward }) => [outcome.id, toward]),
          found.ifRounded?.id,
          found.ifUnrounded?.id,
        ];

  it('ten times the figures, printed with one place fewer, are as close', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const inputs = asInputs(given);
        const scaled = {
          ...each(inputs, (value) => value.times('10')),
          unit: { kind: 'number', decimals: 0 } as const,
        };
        const [found, other] = [nearOf(inputs, given.scheme), nearOf(scaled, given.scheme)];
        expect(ids(other)).toEqual(ids(found));
        const amounts = (some: NearThreshold | null) => some?.close.map(({ amount }) => decimal(amount));
        expect(amounts(other)?.map(toText)).toEqual(
          amounts(found)?.map((amount) => toText(amount.times('10'))),
        );
      }),
    );
  });

  it('the other side of zero, with the other way good, is as close', () => {
    // A share that was achieved is of something positive
    const mirrored = schemes.filter(({ id }) => id !== 'toowoomba');
    fc.assert(
      fc.property(drawn, fc.constantFrom(...mirrored), (given, scheme) => {
        const inputs = asInputs(given);
        const polarity = given.polarity === 'higher' ? 'lower' : 'higher';
        const mirror = { ...each(inputs, (value) => value.times('-1')), polarity } as const;
        expect(ids(nearOf(mirror, scheme))).toEqual(ids(nearOf(inputs, scheme)));
      }),
    );
  });

  it('names another status if rounded exactly where figures rounded by hand have one', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const inputs = asInputs(given);
        const now = assessStatus(inputs, given.scheme);
        const rounded = assessStatus(
          each(inputs, (value) => roundTo(value, 1)),
          given.scheme,
        );
        const found = nearOf(inputs, given.scheme);
        const differs = now.kind === 'status' && rounded.outcome.id !== now.outcome.id;
        if (distancesToBands(inputs, given.scheme, now).length > 0)
          expect(found?.ifRounded?.id).toBe(differs ? rounded.outcome.id : undefined);
      }),
      { numRuns: 500 },
    );
  });

  it('is as close from the other side of an edge as from this one, and never to the status it has', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const { scheme } = given;
        const inputs = asInputs(given);
        const { outcome } = assessStatus(inputs, scheme);
        for (const { outcome: other, at, amount, toward } of nearOf(inputs, scheme)?.close ?? []) {
          expect(other.id).not.toBe(outcome.id);
          if (amount === '0') continue;
          const across = number(
            decimal(at)
              .times('2')
              .minus(inputs.actual.kind === 'number' ? inputs.actual.value : '0'),
          );
          const there = { ...inputs, actual: across };
          // A band narrower than the distance has been stepped over
          if (assessStatus(there, scheme).outcome.id !== other.id) continue;
          const back = nearOf(there, scheme)?.close.find((each) => each.at === at);
          expect([back?.outcome.id, back?.amount]).toEqual([outcome.id, amount]);
          expect(back?.toward).toBe(toward === 'worse' ? 'better' : 'worse');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of every case of every scheme, its words are whole', () => {
    for (const scheme of presetSchemes.values()) {
      for (const { inputs, line } of casesOf(presetCases[scheme.id] ?? '')) {
        const found = nearOf(inputs, scheme);
        if (found === null) continue;
        expect(found.brief, line).toMatch(/ from | would be | if rounded|one case/);
        expect(`${found.brief} ${found.sentence}`, line).not.toMatch(/undefined|null|NaN|\[object/);
        expect(found.sentence, line).toMatch(/^\S.*\.$/);
      }
    }
  });
});
