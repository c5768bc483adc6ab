import { describe, expect, it } from 'vitest';
import { periodOf } from '../period/parse.ts';
import { type ChartSetting, usualChart } from './chart-setting.ts';
import { baselineIn, chartBegins, chartPeriods } from './chart-window.ts';

const rebase = (from: string) => ({
  from,
  reason: 'New depot',
  author: 'Colin Webb',
  decidedOn: '2012-01-09',
});
const chart = (more: Partial<ChartSetting>) => ({ ...usualChart, ...more });
const quarter = periodOf('2018-19/Q2');

describe('how far a control chart looks back', () => {
  it.each<[what: string, Partial<ChartSetting> | null, at: string, begins: string | null, first: string]>([
    ['nothing decided', null, '2018-19/Q2', null, '2012-13/Q3'],
    ['a season alone', { seasonal: true }, '2018-19/Q2', null, '2012-13/Q3'],
    // The year before the beginning is looked at too: a season, or figures to date, are unwound with it.
    ['a baseline', { baseline: 12, begins: '2012-10-01' }, '2018-19/Q2', '2012-10-01', '2011-12/Q3'],
    [
      'the same a quarter on',
      { baseline: 12, begins: '2012-10-01' },
      '2018-19/Q3',
      '2012-10-01',
      '2011-12/Q3',
    ],
    ['and after ten years', { baseline: 12, begins: '2012-10-01' }, '2028-29/Q2', '2012-10-01', '2011-12/Q3'],
    ['read before it begins', { baseline: 12, begins: '2012-10-01' }, '2012-13/Q2', null, '2006-07/Q3'],
    [
      'of months, the last of 120',
      { baseline: 12, begins: '2012-04-01' },
      '2021-22/M12',
      '2012-04-01',
      '2011-12/M01',
    ],
    ['of months, a month later', { baseline: 12, begins: '2012-04-01' }, '2022-23/M01', null, '2020-21/M02'],
    ['a baseline from before beginnings were kept', { baseline: 12 }, '2018-19/Q2', null, '2012-13/Q3'],
    ['a rebase within the last 24', { rebases: [rebase('2014-04-01')] }, '2018-19/Q2', null, '2012-13/Q3'],
    [
      'a rebase from before them',
      { rebases: [rebase('2011-04-01')] },
      '2018-19/Q2',
      '2011-04-01',
      '2010-11/Q1',
    ],
    [
      'a baseline out of reach, and a rebase that is not',
      { baseline: 12, begins: '1980-04-01', rebases: [rebase('2011-04-01')] },
      '2018-19/Q2',
      '2011-04-01',
      '2010-11/Q1',
    ],
  ])('%s', (_what, decided, at, begins, first) => {
    const drawn = decided === null ? null : chart(decided);
    expect(chartBegins(drawn, periodOf(at))).toBe(begins);
    expect(chartPeriods(drawn, periodOf(at))[0]?.code).toBe(first);
  });

  it('says of a baseline that cannot be held as it was decided why that is so', () => {
    expect(baselineIn(chart({ baseline: 12, begins: '2012-10-01' }), quarter)).toEqual({
      baseline: 12,
      note: null,
    });
    expect(baselineIn(chart({ baseline: 12 }), quarter)).toMatchObject({
      baseline: 12,
      note: expect.stringContaining('moves on with each period'),
    });
    expect(baselineIn(chart({ baseline: 12, begins: '1980-04-01' }), quarter)).toMatchObject({
      baseline: null,
      note: expect.stringContaining('further back than a chart looks'),
    });
    expect(baselineIn(chart({}), quarter)).toEqual({ baseline: null, note: null });
    // Of an edition that was frozen before beginnings were kept.
    const { begins: _none, ...frozen } = chart({ baseline: 12 });
    expect(baselineIn(frozen, quarter).note).toContain('moves on');
  });
});
