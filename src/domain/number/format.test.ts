import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, formatLongDate } from './date.ts';
import { decimal, roundTo, toText } from './decimal.ts';
import type { Figure, MissingReason } from './figure.ts';
import { formatFigure, formatNumber, formatText } from './format.ts';
import { compareFractions, formatVariance, fraction } from './fraction.ts';
import { parseFigure } from './parse.ts';
import type { Unit } from './unit.ts';

const n = (text: string): Figure => ({ kind: 'number', value: decimal(text) });

describe('as reports print it', () => {
  it('prints canonical text as it prints the decimal that the text is of', () => {
    const texts = fc
      .tuple(
        fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n }),
        fc.integer({ min: 0, max: 12 }),
      )
      .map(([digits, places]) => toText(decimal(`${digits}`).times(decimal(`0.${'0'.repeat(places)}1`))));
    const units = fc.oneof(
      fc.integer({ min: 0, max: 4 }).map((decimals): Unit => ({ kind: 'percentage', decimals })),
      fc.integer({ min: 0, max: 4 }).map((decimals): Unit => ({ kind: 'currency', decimals, symbol: '£' })),
      fc.constant<Unit>({ kind: 'date' }),
    );
    fc.assert(
      fc.property(texts, units, (text, unit) => {
        expect(formatText(text, unit)).toBe(formatNumber(decimal(text), unit));
      }),
    );
  });

  it.each<[value: string, unit: Unit, printed: string]>([
    ['1000', { kind: 'number', decimals: 1 }, '1,000.0'],
    ['375', { kind: 'number', decimals: 1 }, '375.0'],
    ['1234567.89', { kind: 'number', decimals: 0 }, '1,234,568'],
    ['71.5', { kind: 'percentage', decimals: 1 }, '71.5%'],
    ['10', { kind: 'duration', decimals: 1, noun: 'days' }, '10.0 days'],
    ['1', { kind: 'duration', decimals: 0, noun: 'days' }, '1 day'],
    ['1', { kind: 'duration', decimals: 1, noun: 'days' }, '1.0 days'],
    ['81.1', { kind: 'rate', decimals: 2, per: '10,000 population' }, '81.10 per 10,000 population'],
    ['1200', { kind: 'currency', decimals: 0, symbol: '£' }, '£1,200'],
    ['-1200', { kind: 'currency', decimals: 2, symbol: '£' }, '-£1,200.00'],
    ['2.5', { kind: 'ratio', decimals: 1 }, '2.5:1'],
    ['45', { kind: 'number', decimals: 1, noun: 'tonnes' }, '45.0 tonnes'],
    ['-0.04', { kind: 'percentage', decimals: 1 }, '0.0%'],
    ['-0.04', { kind: 'currency', decimals: 0, symbol: '£' }, '£0'],
    ['-0.05', { kind: 'number', decimals: 1 }, '-0.1'],
    ['-999.95', { kind: 'number', decimals: 1 }, '-1,000.0'],
    ['2.345', { kind: 'number', decimals: 2 }, '2.35'],
  ])('%s as %o is %s', (value, unit, printed) => {
    expect(formatFigure(n(value), unit)).toBe(printed);
  });

  it('prints steps, dates and reasons in words', () => {
    const unit: Unit = { kind: 'number', decimals: 0 };
    expect(formatFigure({ kind: 'step', step: 'Major Slippage' }, unit)).toBe('Major Slippage');
    expect(formatFigure({ kind: 'date', date: '2018-09-30' }, { kind: 'date' })).toBe('30-Sep-2018');
    expect(formatFigure({ kind: 'missing', reason: 'awaited' }, unit)).toBe('Awaited');
    expect(formatFigure({ kind: 'missing', reason: 'notApplicable' }, unit)).toBe('N/A');
  });

  it('prints dates with a name for the month, and refuses what is no date', () => {
    expect(formatDate('2018-04-01')).toBe('01-Apr-2018');
    expect(formatLongDate('2018-04-01')).toBe('1 April 2018');
    expect(() => formatDate('2018-02-30')).toThrow(RangeError);
    expect(() => formatDate('2018-09-30T00:00:00Z')).toThrow(RangeError);
  });
});

describe('variances', () => {
  it.each([
    ['-9', '375', '-2.4%'],
    ['5', '100', '+5.0%'],
    ['0', '19', '0.0%'],
    ['-1', '10000', '-0.01%'],
    ['1', '-3', '-33.3%'],
    ['1', '1000000000000', 'just above 0%'],
  ])('%s over %s prints %s', (a, b, printed) => {
    expect(formatVariance(fraction(decimal(a), decimal(b)))).toBe(printed);
  });

  it('compares without dividing', () => {
    const third = fraction(decimal('1'), decimal('3'));
    expect(compareFractions(third, fraction(decimal('-2'), decimal('-6')))).toBe(0);
    expect(compareFractions(third, fraction(decimal('0.3333333333333333'), decimal('1')))).toBe(1);
    expect(() => fraction(decimal('1'), decimal('0'))).toThrow(RangeError);
  });
});

const anyUnit: fc.Arbitrary<Exclude<Unit, { kind: 'milestone' | 'yesNo' | 'date' }>> = fc.oneof(
  fc.record({ kind: fc.constant('number' as const), decimals: fc.nat(4) }),
  fc.record({
    kind: fc.constant('number' as const),
    decimals: fc.nat(4),
    noun: fc.constantFrom('tonnes', 'cases'),
  }),
  fc.record({ kind: fc.constant('percentage' as const), decimals: fc.nat(4) }),
  fc.record({ kind: fc.constant('ratio' as const), decimals: fc.nat(4) }),
  fc.record({
    kind: fc.constant('duration' as const),
    decimals: fc.nat(4),
    noun: fc.constantFrom('days', 'hours'),
  }),
  fc.record({
    kind: fc.constant('currency' as const),
    decimals: fc.nat(4),
    symbol: fc.constantFrom('£', '€'),
  }),
  fc.record({
    kind: fc.constant('rate' as const),
    decimals: fc.nat(4),
    per: fc.constantFrom('10,000 population', '1,000', 'household'),
  }),
);

describe('what is printed can be read back', () => {
  it('numbers, rounded to the decimals printed and never as a negative zero', () => {
    fc.assert(
      fc.property(
        anyUnit,
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.nat(8),
        (unit, units, scale) => {
          const value = decimal(units.toString()).div(decimal(`1${'0'.repeat(scale)}`));
          const printed = formatFigure({ kind: 'number', value }, unit);
          expect(printed).not.toMatch(/-[^\d]?0(?:\.0*)?(?!\.?\d)/);
          for (const known of [unit, null]) {
            const back = parseFigure(printed, known);
            if (!('figure' in back) || back.figure.kind !== 'number')
              throw new Error(JSON.stringify([printed, back]));
            expect(toText(back.figure.value)).toBe(toText(roundTo(value, unit.decimals)));
          }
        },
      ),
    );
  });

  it.each<MissingReason>([
    'blank',
    'notDue',
    'awaited',
    'notApplicable',
    'withheld',
    'suppressed',
    'notComparable',
    'unusable',
  ])('the reason %s', (reason) => {
    const unit: Unit = { kind: 'percentage', decimals: 1 };
    const printed = formatFigure({ kind: 'missing', reason }, unit);
    expect(parseFigure(printed, unit)).toEqual({ figure: { kind: 'missing', reason, typed: printed } });
  });
});
