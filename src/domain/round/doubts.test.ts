import { describe, expect, it } from 'vitest';
import { decimal } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import type { Unit } from '../number/unit.ts';
import { figureDoubts, partsDoubt } from './doubts.ts';

const number = (text: string): Figure => ({ kind: 'number', value: decimal(text) });
const plain: Unit = { kind: 'number', decimals: 0 };
const percentage: Unit = { kind: 'percentage', decimals: 1 };
const before = ['341', '352', '349', '366'];

describe('what is odd about a figure', () => {
  it.each<[typed: string, earlier: string[], unit: Unit, said: string[]]>([
    ['360', before, plain, []],
    ['366', before, plain, []],
    [
      '3660',
      before,
      plain,
      ['3,660 is about ten times the figure before, 366. Is a decimal point or a nought out of place?'],
    ],
    [
      '36600',
      before,
      plain,
      ['36,600 is more than ten times the figure before, 366. Is a decimal point or a nought out of place?'],
    ],
    [
      '36',
      before,
      plain,
      ['36 is about a tenth of the figure before, 366. Is a decimal point or a nought out of place?'],
    ],
    ['400', before, plain, ['400 is higher than each of the 4 figures before it (341 to 366). Is it right?']],
    ['340', before, plain, ['340 is lower than each of the 4 figures before it (341 to 366). Is it right?']],
    ['400', ['341', '352', '349'], plain, []],
    ['400', [], plain, []],
    ['0', before, plain, ['0 is lower than each of the 4 figures before it (341 to 366). Is it right?']],
    ['5', ['0'], plain, []],
    ['104.5', ['97.0'], percentage, ['104.5% is more than 100%. Is that what it should be?']],
  ])('%s after %j', (typed, earlier, unit, said) => {
    expect(figureDoubts(number(typed), earlier.map(number), unit)).toEqual(said);
  });

  it('asks nothing of words and missing figures', () => {
    expect(figureDoubts({ kind: 'step', step: 'Completed' }, [], { kind: 'yesNo' })).toEqual([]);
    expect(figureDoubts({ kind: 'missing', reason: 'awaited' }, before.map(number), plain)).toEqual([]);
  });
});

describe('numerator and denominator', () => {
  it.each<[string, string, string, string | null]>([
    ['52.6', '10', '19', null],
    ['53', '10', '19', '10 of 19 is 52.6%, but the figure says 53.0%.'],
    ['53', '6', '19', '6 of 19 is 31.6%, but the figure says 53.0%.'],
    ['50', '10', '0', null],
  ])('%s%% from %s of %s', (figure, top, bottom, said) => {
    expect(partsDoubt(number(figure), decimal(top), decimal(bottom), percentage)).toBe(said);
  });
});
