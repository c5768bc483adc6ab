import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObservationPart } from '../facts.ts';
import { decimal, toText } from '../number/decimal.ts';
import { missing, type TypedFigure } from '../number/figure.ts';
import type { Unit } from '../number/unit.ts';
import type { DefinitionSheet } from './measure.ts';
import { checkParts, partFigure } from './parts.ts';

const count: Unit = { kind: 'number', decimals: 0 };
const percentage: Unit = { kind: 'percentage', decimals: 1 };
const pounds: Unit = { kind: 'currency', decimals: 2, symbol: '£' };
const days: Unit = { kind: 'duration', decimals: 1, noun: 'days' };
const rate: Unit = { kind: 'rate', decimals: 2, per: '10,000 population' };

const number = (text: string): TypedFigure => ({ kind: 'number', value: decimal(text), typed: text });

/** `Abbey 151`, or with its cases `Abbey 56.3 9/16`; wards unless the kind stands before a colon. */
function partsIn(line: string): ObservationPart[] {
  return line.split(', ').map((text) => {
    const [, kind = 'ward', name = '', value = '', of] =
      /^(?:(\w+): )?(\S+) (\S+)(?: (\S+))?$/.exec(text) ?? [];
    const [numerator = '', denominator = ''] = of?.split('/') ?? [];
    return { kind, name, value, ...(of === undefined ? {} : { numerator, denominator }) };
  });
}

const checked = (figure: TypedFigure, line: string, unit: Unit, definition: DefinitionSheet = {}) =>
  checkParts({ figure, numerator: null, denominator: null, parts: partsIn(line) }, { unit, definition });

const said = (...args: Parameters<typeof checked>) =>
  checked(...args).map(
    (each) => `${each.result}: ${each.result === 'notChecked' ? each.reason : each.sentence}`,
  );

describe('parts held against their figure', () => {
  it.each<[string, string, Unit, string]>([
    ['223', 'A 151, B 72', count, 'agrees: The parts by ward add up to 223, as the figure says.'],
    [
      '224',
      'A 151, B 72',
      count,
      'disagrees: The parts by ward add up to 223, and the figure is 224, a difference of 1.',
    ],
    [
      '283',
      'A 151.4, B 132',
      count,
      'disagrees: The parts by ward add up to 283.4, and the figure is 283, a difference of 0.4.',
    ],
    [
      '1200',
      'A 0.1, B 0.2, C 1199.69',
      pounds,
      'disagrees: The parts by ward add up to £1,199.99, and the figure is £1,200.00, a difference of £0.01.',
    ],
    [
      '0.3',
      'A 0.1, B 0.2',
      { kind: 'number', decimals: 1 },
      'agrees: The parts by ward add up to 0.3, as the figure says.',
    ],
    [
      '56.3',
      'A 50 3/6, B 60 6/10',
      percentage,
      'agrees: The cases of the parts by ward add up to 9 of 16, which is 56.3%, as the figure says.',
    ],
    [
      '55.0',
      'A 50 3/6, B 60 6/10',
      percentage,
      'disagrees: The cases of the parts by ward add up to 9 of 16, which is 56.3%, and the figure is 55.0%, a difference of 1.3 percentage points.',
    ],
    [
      '10.3',
      'A 10.0 30/3, B 11.0 11/1',
      days,
      'agrees: The cases of the parts by ward add up to 41 of 4, which is 10.3 days, as the figure says.',
    ],
    [
      '81.1',
      'A 80 400/50000, B 82.2 411/50000',
      rate,
      'agrees: The cases of the parts by ward add up to 811 of 100,000, which is 81.10 per 10,000 population, as the figure says.',
    ],
    [
      '95',
      'A 90, B 99.5',
      percentage,
      'agrees: The parts by ward run from 90.0% to 99.5%, and the figure lies between them.',
    ],
    [
      '99.6',
      'A 90, B 99.5, C 95 19/20',
      percentage,
      'disagrees: The parts by ward run from 90.0% to 99.5%, and the figure is 99.6%, 0.1 percentage points above all of them.',
    ],
    [
      '9.8',
      'A 10.0, B 11.0',
      days,
      'disagrees: The parts by ward run from 10.0 days to 11.0 days, and the figure is 9.8 days, 0.2 days below all of them.',
    ],
    ['60', 'A suppressed, B 60', count, 'notChecked: A has no figure (Suppressed).'],
    ['60', 'A 60 0/0', percentage, 'notChecked: The cases of the parts by ward add up to none.'],
  ])('%s of %s', (figure, line, unit, sentence) => {
    expect(said(number(figure), line, unit)).toEqual([sentence]);
  });

  it('takes a number for an average where its definition has a denominator, or it rests on cases', () => {
    const average = { numerator: 'Days lost', denominator: 'Employees' };
    expect(said(number('3.07'), 'A 2.98, B 3.35', { kind: 'number', decimals: 1 }, average)).toEqual([
      'agrees: The parts by ward run from 3.0 to 3.4, and the figure lies between them.',
    ]);
    const [found] = checked(number('5.6'), 'A 5.4 3305/612, B 5.7 7409/1293', {
      kind: 'number',
      decimals: 1,
    });
    expect(found).toMatchObject({ result: 'agrees', sentence: expect.stringContaining('10,714 of 1,905') });
  });

  it('checks each kind on its own', () => {
    expect(said(number('10'), 'A 4, B 6, town: North 7, town: South 2', count)).toEqual([
      'agrees: The parts by ward add up to 10, as the figure says.',
      'disagrees: The parts by town add up to 9, and the figure is 10, a difference of 1.',
    ]);
    expect(
      checkParts(
        { figure: number('1'), numerator: null, denominator: null, parts: [] },
        { unit: count, definition: {} },
      ),
    ).toEqual([]);
  });

  it('says why there is nothing to check', () => {
    expect(said(missing('awaited'), 'A 4, B 6', count)).toEqual([
      'notChecked: There is no figure to check the parts against (Awaited).',
    ]);
    expect(said({ kind: 'step', step: 'Yes', typed: 'Yes' }, 'A 4', { kind: 'yesNo' })[0]).toMatch(
      /^notChecked/,
    );
    expect(partFigure({ kind: 'ward', name: 'A', value: 'suppressed' })).toMatchObject({
      reason: 'suppressed',
    });
  });
});

describe('laws', () => {
  const amount = fc
    .bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n })
    .map((units) => decimal(String(units)).times('0.001'));
  const amounts = fc.array(amount, { minLength: 1, maxLength: 12 });
  const cases = fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 })), {
    minLength: 1,
    maxLength: 12,
  });
  const exactly = { kind: 'number', decimals: 3 } as const;
  const part = (value: string, at: number): ObservationPart => ({ kind: 'ward', name: `W${at}`, value });
  const result = (figure: string, parts: readonly ObservationPart[], unit: Unit) =>
    checkParts(
      { figure: number(figure), numerator: null, denominator: null, parts },
      { unit, definition: {} },
    )[0];

  it('a sum agrees with itself, and with nothing else, in any order', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 1000 }), (values, wrong) => {
        const sum = values.reduce((total, value) => total.plus(value));
        const parts = values.map((value, at) => part(toText(value), at));
        expect(result(toText(sum), parts, exactly)).toMatchObject({ result: 'agrees' });
        const off = toText(sum.plus(decimal(String(wrong)).times('0.000001')));
        const found = result(off, parts, exactly);
        expect(found).toMatchObject({ result: 'disagrees' });
        expect(result(off, [...parts].reverse(), exactly)).toEqual(found);
      }),
    );
  });

  it('scaling parts and figure alike changes no verdict', () => {
    fc.assert(
      fc.property(amounts, amount, fc.constantFrom('10', '1000', '0.01', '7'), (values, figure, scale) => {
        const verdict = (by: string) =>
          result(
            toText(figure.times(by)),
            values.map((value, at) => part(toText(value.times(by)), at)),
            exactly,
          )?.result;
        expect(verdict(scale)).toBe(verdict('1'));
      }),
    );
  });

  it('a ratio is that of the sums: in any order, for any multiple of the cases, and with a part split in two', () => {
    fc.assert(
      fc.property(
        cases,
        fc.integer({ min: 2, max: 50 }),
        fc.integer({ min: 0, max: 1000 }),
        (held, times, tenths) => {
          const ward = (
            [numerator, denominator]: readonly [number, number],
            at: number,
          ): ObservationPart => ({
            ...part('0', at),
            numerator: String(numerator),
            denominator: String(denominator),
          });
          const figure = toText(decimal(String(tenths)).times('0.1'));
          const found = result(figure, held.map(ward), percentage);
          expect(result(figure, [...held].reverse().map(ward), percentage)).toEqual(found);
          const multiplied = held.map(([one, other]) => [one * times, other * times] as const);
          expect(result(figure, multiplied.map(ward), percentage)?.result).toBe(found?.result);
          const [[one, other] = [0, 1], ...rest] = held;
          const split = [[one - 1, other], [1, 0], ...rest] as [number, number][];
          expect(result(figure, split.map(ward), percentage)).toEqual(found);
        },
      ),
    );
  });

  it('where parts do not sum, the figure may be any of them and lie nowhere outside', () => {
    fc.assert(
      fc.property(amounts, fc.nat(), (values, chosen) => {
        const parts = values.map((value, at) => part(toText(value), at));
        const unit = { kind: 'percentage', decimals: 3 } as const;
        const inside = values[chosen % values.length] as (typeof values)[number];
        expect(result(toText(inside), parts, unit)).toMatchObject({ result: 'agrees' });
        const most = [...values].sort((a, b) => a.cmp(b)).at(-1) as (typeof values)[number];
        expect(result(toText(most.plus('0.001')), parts, unit)).toMatchObject({ result: 'disagrees' });
      }),
    );
  });
});
