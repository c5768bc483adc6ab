import { describe, expect, it } from 'vitest';
import { parseFigure } from './parse.ts';
import type { Unit } from './unit.ts';
import { exampleOf, readUnit, unitInWords } from './unit-words.ts';

const rows: [text: string, unit: Unit | null][] = [
  ['number', { kind: 'number', decimals: 1 }],
  ['%', { kind: 'percentage', decimals: 1 }],
  ['Percentage', { kind: 'percentage', decimals: 1 }],
  ['Days', { kind: 'duration', decimals: 1, noun: 'days' }],
  ['£', { kind: 'currency', decimals: 1, symbol: '£' }],
  ['per 10,000 population', { kind: 'rate', decimals: 1, per: '10,000 population' }],
  ['ratio', { kind: 'ratio', decimals: 1 }],
  ['Yes / No', { kind: 'yesNo' }],
  ['date', { kind: 'date' }],
  [
    'milestone',
    { kind: 'milestone', scale: { steps: ['Completed', 'On track', 'Minor slippage', 'Major slippage'] } },
  ],
  ['Milestone: Done > Begun > Late', { kind: 'milestone', scale: { steps: ['Done', 'Begun', 'Late'] } }],
  ['tonnes', { kind: 'number', decimals: 1, noun: 'tonnes' }],
  ['milestone: Done', null],
  ['', null],
  ['%%', null],
  ['12', null],
];

describe('units in words', () => {
  it.each(rows)('%j names %o', (text, unit) => {
    expect(readUnit(text, 1)).toEqual(unit);
  });

  it.each(rows.flatMap(([, unit]) => (unit === null ? [] : [[unitInWords(unit), unit] as const])))(
    'the example given for %s can be read',
    (_words, unit) => {
      expect(parseFigure(exampleOf(unit), unit)).toHaveProperty('figure');
    },
  );
});
