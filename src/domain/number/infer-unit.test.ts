import { describe, expect, it } from 'vitest';
import { formatFigure } from './format.ts';
import { inferUnit } from './infer-unit.ts';
import type { Unit } from './unit.ts';

describe('the unit that printed figures imply', () => {
  it.each<[texts: string[], unit: Unit | null]>([
    [['375.0', '366.0', '1,000.0', '1,000.0'], { kind: 'number', decimals: 1 }],
    [['65', '65.25'], { kind: 'number', decimals: 2 }],
    [['71.5%', '67.6%', '71.5%', 'N/A'], { kind: 'percentage', decimals: 1 }],
    [['71.5 per cent', '67.6'], { kind: 'percentage', decimals: 1 }],
    [['1 day', '15.1 days'], { kind: 'duration', decimals: 1, noun: 'days' }],
    [
      ['81.10 per 10,000 population', '84.80 per 10,000 population'],
      { kind: 'rate', decimals: 2, per: '10,000 population' },
    ],
    [['£1.2m', '£1,250,000'], { kind: 'currency', decimals: 0, symbol: '£' }],
    [['2.5:1', '3.0:1'], { kind: 'ratio', decimals: 1 }],
    [['12 cases', '9 cases'], { kind: 'number', decimals: 0, noun: 'cases' }],
    [['30-Sep-2018', '31/03/2019'], { kind: 'date' }],
    [['Yes', 'no', ''], { kind: 'yesNo' }],
    [
      ['Completed', 'Major Slippage', 'Completed', '2.0'],
      { kind: 'milestone', scale: { steps: ['Completed', 'On track', 'Minor slippage', 'Major Slippage'] } },
    ],
    [['Signed', 'Drafted'], { kind: 'milestone', scale: { steps: ['Signed', 'Drafted'] } }],
    [['95%', 'Completed', '94%'], { kind: 'percentage', decimals: 0 }],
    [['', 'N/A', '-'], null],
    [['10 days', '10%'], null],
    [['£10', '€10'], null],
    [['1.000,0'], null],
  ])('%j', (texts, unit) => {
    expect(inferUnit(texts)?.unit ?? null).toEqual(unit);
  });

  it('reads every text in that unit, and says which do not fit', () => {
    const inferred = inferUnit(['Completed', 'Major Slippage', 'Completed', '2.0']);
    expect(inferred?.figures[1]).toEqual({
      figure: { kind: 'step', step: 'Major Slippage', typed: 'Major Slippage' },
    });
    expect(inferred?.figures[3]).toHaveProperty('problem');
    expect(inferred?.doubt).toBe('1 of 4 texts are not written in this unit.');
  });

  it('doubts where the texts are not all alike, and only there', () => {
    expect(inferUnit(['71.5%', '67.6%'])?.doubt).toBeNull();
    expect(inferUnit(['71.5%', '67.6'])?.doubt).toContain('1 of 2 figures are printed without the unit');
    expect(inferUnit(['Signed', 'Drafted'])?.doubt).toContain('their order is not known');
  });

  it.each([
    [['375.0', '366.0', '1,000.0', '1,000.0']],
    [['60,000.0', '44,745.0', '125,000.0', '112,816.0']],
    [['10.0 days', '15.1 days', '10.0 days', '15.0 days']],
    [['7.7 per 100,000 population', '9.0 per 100,000 population', '20.0 per 100,000 population']],
    [['81.10 per 10,000 population', '84.80 per 10,000 population']],
    [['50.0%', '0.0%', '50.0%', '85.0%']],
    [['Completed', 'Major Slippage', 'Completed']],
  ])('the founding document prints back as it was: %j', (texts) => {
    const inferred = inferUnit(texts);
    if (inferred === null) throw new Error('no unit');
    const printed = inferred.figures.map(
      (read) => 'figure' in read && formatFigure(read.figure, inferred.unit),
    );
    expect(printed).toEqual(texts);
  });
});
