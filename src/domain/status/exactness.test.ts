import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decimal, decimal, divideTo, roundTo, zero } from '../number/decimal.ts';
import { assessStatus } from './assess.ts';
import type { StatusInputs } from './inputs.ts';
import { belfast } from './presets/belfast.ts';
import { derby } from './presets/derby.ts';
import { presetScheme } from './presets/index.ts';
import { norfolk2013 } from './presets/norfolk-2013.ts';
import { defineScheme, type StatusScheme } from './scheme.ts';

const inputsOf = (
  polarity: 'higher' | 'lower',
  target: Decimal,
  actual: Decimal,
  decimals = 2,
): StatusInputs => ({
  subject: 'actual',
  polarity,
  unit: { kind: 'number', decimals },
  actual: { kind: 'number', value: actual },
  comparators: { target: { kind: 'number', value: target } },
  measureKind: 'targeted',
});
const idOf = (scheme: StatusScheme, polarity: 'higher' | 'lower', target: Decimal, actual: Decimal) =>
  assessStatus(inputsOf(polarity, target, actual), scheme).outcome.id;

/** Decimals of every size, negative and zero among them: up to 12 digits, up to 6 of them after the point. */
const anyDecimal = fc
  .tuple(fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => decimal(String(digits)).times(powerOfTen(-places)));

function powerOfTen(power: number): Decimal {
  return decimal(power >= 0 ? `1${'0'.repeat(power)}` : `0.${'0'.repeat(-power - 1)}1`);
}

/** A small generator of our own, so that the same pairs are tried on every machine. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

describe('figures exactly on an edge are never misjudged', () => {
  // Scheme, edge in percent of the target, and the outcomes at the edge, just worse and just better.
  const edges = [
    [derby, '-5', 'amber', 'red', 'amber'],
    [derby, '2', 'blue', 'green', 'blue'],
    [derby, '0', 'green', 'amber', 'green'],
    [belfast, '-5', 'red', 'red', 'amber'],
    [belfast, '-1', 'green', 'amber', 'green'],
    [norfolk2013, '10', 'green', 'green', 'green-plus'],
  ] as const;

  test.each(['higher', 'lower'] as const)(
    '20,000 pairs on an edge, and the smallest unit either side: %s',
    (polarity) => {
      const next = sequence(polarity === 'higher' ? 20_181 : 20_182);
      let wrong = 0;
      for (let pair = 0; pair < 20_000; pair += 1) {
        const [scheme, percent, at, worse, better] = edges[pair % edges.length] as (typeof edges)[number];
        const target = decimal(String(1 + next(999_999))).times(powerOfTen(-next(5)));
        const away = target.times(decimal(percent)).times(decimal('0.01'));
        const edge = polarity === 'higher' ? target.plus(away) : target.minus(away);
        // A unit smaller than any gap between two edges of these targets.
        const unit = powerOfTen(-8);
        const [down, up] =
          polarity === 'higher' ? [edge.minus(unit), edge.plus(unit)] : [edge.plus(unit), edge.minus(unit)];
        if (idOf(scheme, polarity, target, edge) !== at) wrong += 1;
        if (idOf(scheme, polarity, target, down) !== worse) wrong += 1;
        if (idOf(scheme, polarity, target, up) !== better) wrong += 1;
      }
      expect(wrong).toBe(0);
    },
  );
});

describe('properties', () => {
  const schemes = ['derby', 'norfolk-2013', 'belfast', 'toowoomba', 'maidstone'].map(
    (id) => presetScheme(id) as StatusScheme,
  );
  const either = fc.constantFrom('higher' as const, 'lower' as const);

  test('scaling both figures by a power of ten changes nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...schemes),
        either,
        anyDecimal,
        anyDecimal,
        fc.integer({ min: -9, max: 9 }),
        (scheme, polarity, target, actual, power) => {
          const scale = powerOfTen(power);
          expect(idOf(scheme, polarity, target.times(scale), actual.times(scale))).toBe(
            idOf(scheme, polarity, target, actual),
          );
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('a better figure never has a worse status, on negative and zero targets too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...schemes),
        either,
        anyDecimal,
        anyDecimal,
        anyDecimal,
        (scheme, polarity, target, a, b) => {
          const [worse, better] = (a.lt(b) ? polarity === 'higher' : polarity === 'lower') ? [a, b] : [b, a];
          const rank = (actual: Decimal) =>
            assessStatus(inputsOf(polarity, target, actual), scheme).outcome.rank;
          expect(rank(better)).toBeLessThanOrEqual(rank(worse));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('turning both signs and the polarity gives the same status', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (target, actual) => {
        const turned = idOf(derby, 'lower', zero.minus(target), zero.minus(actual));
        expect(turned).toBe(idOf(derby, 'higher', target, actual));
      }),
      { numRuns: 1_000 },
    );
  });

  test('Derby agrees with whole-number arithmetic', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999, max: 9_999 }),
        fc.integer({ min: -9_999, max: 9_999 }),
        (target, actual) => {
          const v = (actual - target) * 100;
          const size = Math.abs(target);
          const bySign = v > 0 ? 'blue' : v === 0 ? 'green' : 'red';
          const expected = v >= 2 * size ? 'blue' : v >= 0 ? 'green' : v >= -5 * size ? 'amber' : 'red';
          const id = idOf(derby, 'higher', decimal(String(target)), decimal(String(actual)));
          expect(id).toBe(target === 0 ? bySign : expected);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('zero targets', () => {
  const withZero = (zeroPolicy: StatusScheme['zero']) =>
    defineScheme({ ...derby, id: 'derby-zero', zero: zeroPolicy });
  const at = (scheme: StatusScheme, actual: string) => idOf(scheme, 'lower', zero, decimal(actual));

  test('by sign: on target is Green, any miss Red, anything better Blue', () => {
    expect(['0', '0.01', '3', '-1'].map((actual) => at(derby, actual))).toEqual([
      'green',
      'red',
      'red',
      'blue',
    ]);
  });
  test('by a base: percentages are taken of an amount the scheme names', () => {
    const scheme = withZero({ kind: 'base', value: '20' });
    expect(['0', '1', '1.01', '-0.4', '-0.39'].map((actual) => at(scheme, actual))).toEqual([
      'green',
      'amber',
      'red',
      'blue',
      'green',
    ]);
  });
  test('by an outcome of its own', () => {
    const scheme = withZero({ kind: 'outcome', outcome: 'na' });
    expect(['0', '3'].map((actual) => at(scheme, actual))).toEqual(['na', 'na']);
    expect(idOf(scheme, 'lower', decimal('1'), decimal('3'))).toBe('red');
  });
});

describe('rounding is a declared policy', () => {
  const rounded = (rounding: 'halfUp' | 'halfEven' | 'down') =>
    defineScheme({
      ...derby,
      id: `derby-${rounding.toLowerCase()}`,
      numeric: { compare: 'asDisplayed', rounding },
    });
  const judge = (scheme: StatusScheme, actual: string) =>
    assessStatus(inputsOf('higher', decimal('95'), decimal(actual), 1), scheme).outcome.id;

  test('unrounded, a figure that prints as its target may miss it', () => {
    expect(judge(derby, '94.96')).toBe('amber');
  });
  test('as displayed, it is on target', () => {
    expect(judge(rounded('halfUp'), '94.96')).toBe('green');
    expect(judge(rounded('down'), '94.96')).toBe('amber');
  });
  test('halves go where the scheme says', () => {
    expect(judge(rounded('halfUp'), '94.95')).toBe('green');
    expect(judge(rounded('halfEven'), '94.95')).toBe('green');
    expect(judge(rounded('halfEven'), '94.85')).toBe('amber');
    expect(judge(rounded('down'), '94.99')).toBe('amber');
  });
  test('a rounded scheme gives what the unrounded one gives for the rounded figures', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (target, actual) => {
        const scheme = rounded('halfUp');
        const shown = assessStatus(inputsOf('higher', roundTo(target, 1), roundTo(actual, 1), 1), derby);
        expect(assessStatus(inputsOf('higher', target, actual, 1), scheme).outcome.id).toBe(shown.outcome.id);
      }),
      { numRuns: 500 },
    );
  });
});

test('the average of figures is compared without dividing', () => {
  const scheme = defineScheme({
    ...derby,
    id: 'mean',
    rules: [{ id: 'level', when: { kind: 'meets', comparator: { mean: 3 } }, outcome: 'green' }],
  });
  const third = divideTo(decimal('10'), decimal('3'), 20);
  const inputs = { ...inputsOf('higher', zero, third), recent: ['3', '3', '4'].map(decimal) };
  // 3.33333333333333333333 falls short of ten thirds, whatever the number of places.
  expect(assessStatus(inputs, scheme).outcome.id).toBe('red');
});
