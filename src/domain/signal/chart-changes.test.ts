import { describe, expect, it } from 'vitest';
import { chartChanges } from './chart-changes.ts';
import { type ChartSetting, usualChart } from './chart-setting.ts';

const rebase = (from: string) => ({
  from,
  reason: 'New depot',
  author: 'Colin Webb',
  decidedOn: '2019-01-09',
});
const drawn = (more: Partial<ChartSetting>) => ({ ...usualChart, ...more });

describe('what a decision changed about a chart', () => {
  it.each<[before: ReturnType<typeof drawn> | null, after: ReturnType<typeof drawn>, words: string[]]>([
    [null, drawn({}), []],
    [null, drawn({ seasonal: true }), ['Said to have a season.']],
    [drawn({ seasonal: true }), drawn({}), ['Said to have no season.']],
    [drawn({}), drawn({ baseline: 16 }), ['Mean and limits held from the first 16 periods.']],
    [drawn({ baseline: 16 }), drawn({}), ['Mean and limits from all figures again.']],
    [
      drawn({ baseline: 16 }),
      drawn({ seasonal: true, baseline: 12 }),
      ['Said to have a season.', 'Mean and limits held from the first 12 periods.'],
    ],
    [
      null,
      drawn({ rebases: [rebase('2018-04-01')] }),
      ['Mean and limits worked out anew from <2018-04-01>.'],
    ],
    [
      drawn({ rebases: [rebase('2018-04-01'), rebase('2018-07-01')] }),
      drawn({ rebases: [rebase('2018-07-01')] }),
      ['No longer worked out anew from <2018-04-01>.'],
    ],
    [
      drawn({ baseline: 12 }),
      drawn({ baseline: 12, begins: '2012-10-01' }),
      ['The chart begins with <2012-10-01> from now on.'],
    ],
    [drawn({ baseline: 12, begins: '2012-10-01' }), drawn({}), ['Mean and limits from all figures again.']],
  ])('%#', (before, after, words) => {
    expect(chartChanges(before, after, (day) => `<${day}>`)).toEqual(words);
  });
});
