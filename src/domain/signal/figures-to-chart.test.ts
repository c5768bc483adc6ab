import { describe, expect, it } from 'vitest';
import type { Unit } from '../number/unit.ts';
import { count, type Given, signal } from './example-signal.ts';

describe('which figures of a measure to date are charted', () => {
  // Days from claim to decision: to date, and in each quarter by itself.
  const daysToDate = '23.4 24.7 24.5 24.0 24.6 26.0';
  const days = '23.4 25.9 24.1 22.7 24.6 27.3';
  const oneDecimal: Unit = { kind: 'number', decimals: 1 };
  const average = { figures: daysToDate, unit: oneDecimal, basis: 'toDate', polarity: 'lower' } as const;
  it.each<[sign: string, given: Partial<Given>, notHeld: RegExp]>([
    [
      'each quarter has the target of the year',
      { figures: '23.4 24.7 24.8 24.9 24.6 26.0', targets: '25 25 25 25 25 25', yearTarget: '25' },
      /^Every period has the same target as the whole year/,
    ],
    ['its figures fall within a year more than once', {}, /^These figures to date fall within a year/],
  ])('charts an average to date by that of each period, known because %s', (_sign, given, notHeld) => {
    const found = signal({ ...average, inPeriods: days, ...given });
    expect(found.chart?.points.map(({ value }) => value)).toEqual(days.split(' ').map(Number));
    expect(found.points).toBe('The points are the figures of each period by itself.');
    const alone = signal({ ...average, ...given });
    expect(alone.chart).toBeNull();
    expect(alone.variation.words).toMatch(notHeld);
    expect(alone.variation.words).toContain('needs the figure of each period by itself, which is not held.');
  });

  it('holds the figures of an average in each period against the target as it is', () => {
    const targets = Array(6).fill('25').join(' ');
    const found = signal({ ...average, inPeriods: days, targets, yearTarget: '25' });
    expect(new Set(found.chart?.points.map(({ target }) => target))).toEqual(new Set([25]));
  });

  it.each<[what: string, given: Partial<Given> & Pick<Given, 'figures'>, points: number[]]>([
    ['a count that was put right once', { figures: '5 9 8 8' }, [5, 4, -1, 0]],
    [
      'money that was paid back',
      { figures: '5 4 3 8', unit: { kind: 'currency', decimals: 0, symbol: '£' } },
      [5, -1, -1, 5],
    ],
    ['a change, which may be below zero', { figures: '-5 -6 -7 8' }, [-5, -1, -1, 15]],
    [
      'a target of none in every period',
      { figures: '0 1 1 2', targets: '0 0 0 0', yearTarget: '0' },
      [0, 1, 0, 1],
    ],
    [
      'no more than its year is promised',
      { figures: '1 2 2 3', targets: '- - - 4', yearTarget: '4' },
      [1, 1, 0, 1],
    ],
  ])('takes for an average neither %s', (_what, given, points) => {
    const found = signal({ unit: count, basis: 'toDate', ...given, until: 4 });
    expect(found.chart?.points.map(({ value }) => value)).toEqual(points);
  });
});
