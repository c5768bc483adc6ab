import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../number/decimal.ts';
import { missing } from '../number/figure.ts';
import { periodOf } from '../period/parse.ts';
import { lastPeriods } from '../period/relate.ts';
import { usualChart, usualRules } from './chart-setting.ts';
import { FIGURES_TO_ASK, rebaseToConsider } from './rebase-to-consider.ts';
import { signalOf } from './signal.ts';

/** Figures oldest first, '-' for none; the last is of 2018-19/Q2. */
function asked(figures: readonly string[], rebasedFrom: string | null = null) {
  const periods = lastPeriods(periodOf('2018-19/Q2'), figures.length);
  const rebase = { reason: 'New depot', author: 'Colin Webb', decidedOn: '2018-01-01' };
  const signal = signalOf({
    version: {
      unit: { kind: 'number', decimals: 0 },
      polarity: 'higher',
      periodBasis: 'discrete',
    },
    series: periods.map((period, at) => {
      const text = figures[at] ?? '-';
      const figure =
        text === '-' ? missing('awaited') : ({ kind: 'number', value: decimal(text), typed: text } as const);
      return {
        period,
        position: { figure },
        inPeriod: null,
        target: null,
        yearTarget: null,
      };
    }),
    target: null,
    chart: {
      ...usualChart,
      rebases: rebasedFrom === null ? [] : [{ ...rebase, from: periodOf(rebasedFrom).start }],
    },
    rules: usualRules,
  });
  const found = rebaseToConsider(signal);
  return found && `${found.figures} ${found.side} from ${found.from.code}`;
}

const low = '10 11 9 10 11 9 10 11 9 10 11 9'.split(' ');
const high = '30 31 29 30 31 29 30 31 29 30 31 29'.split(' ');

describe('a rebase to be considered', () => {
  it.each<[what: string, figures: readonly string[], found: string | null]>([
    ['twelve figures above the mean', [...low, ...high], '12 above from 2015-16/Q3'],
    ['twelve below', [...high, ...low], '12 below from 2015-16/Q3'],
    ['eleven', [...low, ...high.slice(1)], null],
    ['a run that is over', [...low.slice(6), ...high, '10'], null],
    ['a run that a missing period breaks', [...low, ...high.slice(0, 6), '-', ...high.slice(6)], null],
    ['a latest period that is awaited', [...low.slice(1), ...high, '-'], '12 above from 2015-16/Q2'],
    ['a figure on the mean within', ['10', ...Array(6).fill('30'), '20', ...Array(6).fill('30')], null],
    ['always the same', Array(24).fill('5'), null],
    ['too few for limits', high, null],
    ['nothing', ['-', '-'], null],
  ])('%s', (_what, figures, found) => {
    expect(asked(figures)).toBe(found);
  });

  it('is not asked for again once it was decided: the stretch begins there', () => {
    expect(asked([...low, ...high, '30'])).toBe('13 above from 2015-16/Q2');
    expect(asked([...low, ...high, '30'], '2015-16/Q2')).toBeNull();
  });

  it('stands on one side of the mean, ends with the latest figure, and begins after the first', () => {
    const figures = fc.array(fc.integer({ min: 0, max: 40 }).map(String), { minLength: 13, maxLength: 24 });
    fc.assert(
      fc.property(figures, (some) => {
        const found = asked(some);
        if (found === null) return;
        const [count = '', side] = found.split(' ');
        const mean = some.reduce((sum, one) => sum + Number(one), 0) / some.length;
        const run = some.slice(-Number(count)).map(Number);
        expect(Number(count)).toBeGreaterThanOrEqual(FIGURES_TO_ASK);
        expect(Number(count)).toBeLessThan(some.length);
        expect(run.every((one) => (side === 'above' ? one > mean : one < mean))).toBe(true);
      }),
    );
  });
});
