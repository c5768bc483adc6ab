import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Polarity } from '../measure/measure.ts';
import { decimal, toText } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import { directionOf } from './direction-of.ts';
import { inputs, n, scheme } from './example-inputs.ts';
import type { DirectionInputs } from './inputs.ts';
import { presetDirection } from './presets.ts';
import type { DirectionScheme } from './scheme.ts';

const derby = presetDirection('derby');
const norfolk = presetDirection('norfolk-2013');
const simple = scheme({});

describe('properties', () => {
  const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((value) => value.toString());
  const schemes = [derby, norfolk, simple, scheme({ basis: { kind: 'rollingMean', periods: 3 } })];
  const outcome = (some: Partial<DirectionInputs>, by: DirectionScheme) => {
    const direction = directionOf(inputs(some), by);
    return direction.kind === 'available' ? direction.outcome : direction.reasonCode;
  };
  const side = (now: Figure, before: Figure, more: Figure[] = []): Partial<DirectionInputs> => ({
    now,
    forecast: now,
    previous: before,
    lastOutturn: before,
    history: [...more, before],
  });
  const flipped: Record<string, string> = {
    improving: 'deteriorating',
    deteriorating: 'improving',
    stabilised: 'stabilised',
  };

  it('the opposite polarity gives the opposite outcome', () => {
    fc.assert(
      fc.property(amount, amount, amount, fc.constantFrom(...schemes), (now, before, more, by) => {
        const figures = side(n(now), n(before), [n(more), n(more)]);
        expect(outcome({ ...figures, polarity: 'lower' }, by)).toBe(
          flipped[outcome({ ...figures, polarity: 'higher' }, by)],
        );
      }),
    );
  });

  it('scaling by a power of ten changes nothing', () => {
    const scaled = (text: string, zeros: number) =>
      toText(decimal(text).div(decimal(`1${'0'.repeat(zeros)}`)));
    const polarities = fc.constantFrom<Polarity>('higher', 'lower', 'closest', 'within');
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.nat(8),
        polarities,
        fc.constantFrom(...schemes),
        (a, b, c, zeros, polarity, by) => {
          const at = (zeros: number) => {
            const f = (text: string) => n(scaled(text, zeros));
            const targets = { target: f(c), low: f(c), high: f(toText(decimal(c).plus('5'))) };
            return outcome(
              { ...side(f(a), f(b), [f(c), f(b)]), polarity, targets, yearTargets: targets },
              by,
            );
          };
          expect(at(zeros)).toBe(at(0));
        },
      ),
    );
  });

  it('a change of exactly the band is Stabilised, and of a hair more is not', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.constantFrom(1n, -1n), (size, sign) => {
        const before = size * 100n * sign;
        const edge = before + size * 2n;
        expect(outcome(side(n(`${edge}`), n(`${before}`)), norfolk)).toBe('stabilised');
        expect(
          outcome(side(n(`${edge}.000000000001`.replace(/^(-\d+)\.0+1$/, '$1')), n(`${before}`)), norfolk),
        ).toBe(edge > 0n ? 'improving' : 'stabilised');
        const open = scheme({ deadBand: { kind: 'relative', percent: '2', edge: 'moved' } });
        expect(outcome(side(n(`${edge}`), n(`${before}`)), open)).toBe('improving');
      }),
    );
  });

  it('a mean that does not end is judged undivided', () => {
    const third = scheme({ basis: { kind: 'rollingMean', periods: 3 } });
    const history = [n('1'), n('1'), n('2')];
    expect(outcome({ now: n('1.333333333333'), history }, third)).toBe('deteriorating');
    expect(outcome({ now: n('1.333333333334'), history }, third)).toBe('improving');
    expect(outcome({ now: n('1'), history: [n('1'), n('1'), n('1')] }, third)).toBe('stabilised');
  });
});
