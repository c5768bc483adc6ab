import { describe, expect, it } from 'vitest';
import { decimal } from '../number/decimal.ts';
import type { Unit } from '../number/unit.ts';
import { smallNumbersNote } from './small-cases.ts';

const percent: Unit = { kind: 'percentage', decimals: 1 };
const rate: Unit = { kind: 'rate', decimals: 1, per: '1,000 people' };
const days: Unit = { kind: 'duration', decimals: 1, noun: 'days' };

const note = (cases: string, unit: Unit = percent, least?: { events: number; denominator: number }) => {
  const [numerator = '', denominator = ''] = cases.split('/');
  return smallNumbersNote({ numerator: decimal(numerator), denominator: decimal(denominator) }, unit, least);
};

describe('the note of a figure that rests on few cases', () => {
  it.each<[cases: string, unit: Unit, sentence: string | undefined]>([
    ['9/300', percent, 'Small numbers: 9 of 300, which is fewer than 10 cases.'],
    ['10/300', percent, undefined],
    ['15/19', percent, 'Small numbers: 15 of 19, which is fewer than 20 cases in all.'],
    ['15/20', percent, undefined],
    ['0/300', percent, 'Small numbers: 0 of 300, which is fewer than 10 cases.'],
    ['4/12000', rate, 'Small numbers: 4 of 12,000, which is fewer than 10 cases.'],
    // 210 days over 7 cases: the days are not cases
    ['210/7', days, 'Small numbers: a mean of 7, which is fewer than 20 cases in all.'],
    ['3/40', days, undefined],
    // Millions of pounds
    ['4.2/5.1', percent, undefined],
    ['4.2/5', percent, undefined],
    ['9/300', { kind: 'date' }, undefined],
  ])('%s as %o', (cases, unit, sentence) => expect(note(cases, unit)?.sentence).toBe(sentence));

  it('says nothing of cases that are not held, and keeps to the thresholds of an authority', () => {
    expect(smallNumbersNote(null, percent)).toBeNull();
    expect(note('9/300', percent, { events: 5, denominator: 30 })).toBeNull();
    expect(note('9/29', percent, { events: 5, denominator: 30 })?.brief).toBe('small numbers (9 of 29)');
  });
});
