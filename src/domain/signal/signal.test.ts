import { describe, expect, it } from 'vitest';
import { periodOf } from '../period/parse.ts';
import { usualRules } from './chart-setting.ts';
import { count, type Given, periodsFrom, signal } from './example-signal.ts';
import { signalOf } from './signal.ts';
import { signalChecks } from './signal-checks.ts';
import { signalInWords, signalRank } from './signal-in-words.ts';

const steady = '10 12 10 12 10 12 10 12 10 12 10 12 10';
const falling = '20 21 20 22 21 20 19 18 17 16 15 14 13';

describe('what an approver is asked', () => {
  const [falls, misses, meets] = [
    signal({ figures: falling, target: '5' }),
    signal({ figures: steady, target: '20' }),
    signal({ figures: steady, target: '1' }),
  ];
  it.each([
    ['got worse', falls, true, ['It has got worse by more than usual variation explains.']],
    ['cannot meet what the forecast meets', misses, true, ['The forecast meets its target, but']],
    ['cannot meet what the forecast misses too', misses, false, []],
    ['will meet what the forecast misses', meets, false, ['The forecast misses its target, but']],
    ['no forecast', misses, null, []],
  ])('%s', (_what, given, forecastMeets, begins) => {
    const checks = signalChecks(given, forecastMeets);
    expect(checks).toHaveLength(begins.length);
    for (const [at, words] of begins.entries()) expect(checks[at]).toMatch(new RegExp(`^${words}`));
  });
});

describe('what a control chart says of a measure', () => {
  it.each<[what: string, given: Given, words: string]>([
    [
      'a target above all usual variation',
      { figures: steady, target: '20' },
      'Within usual variation; the target is unlikely to be met as the service now runs.',
    ],
    [
      'the same where lower is better',
      { figures: steady, target: '20', polarity: 'lower' },
      'Within usual variation; the target is likely to be met as the service now runs.',
    ],
    [
      'a target among the usual figures',
      { figures: steady, target: '11' },
      'Within usual variation; the target will be met or missed by chance.',
    ],
    ['no target', { figures: steady, target: null }, 'Within usual variation.'],
    [
      'seven falls in a row',
      { figures: falling, target: '50' },
      'Lower than usual variation explains, a change for the worse; the target is unlikely to be met as the service now runs.',
    ],
    [
      'where neither way is better',
      { figures: falling, polarity: 'none' },
      'Lower than usual variation explains.',
    ],
    [
      'twelve figures',
      { figures: steady.slice(3), target: '20' },
      'Not enough data for a variation signal: 12 of 13 figures.',
    ],
    [
      'always 100%',
      { figures: Array(14).fill('100').join(' '), target: '100' },
      'Every figure has been the same, and meets the target.',
    ],
    ['nothing at all', { figures: '- - -' }, 'Nothing has been reported.'],
  ])('%s', (_what, given, words) => {
    expect(signalInWords(signal(given))).toBe(words);
  });

  it('charts amounts to date by what each period added, against what the promise adds', () => {
    // From 2014-15 on: 5, 4, 6, 5 in the quarters of every year, and 10 promised for each.
    const year = '5 9 15 20';
    const promised = '10 20 30 40';
    const found = signal({
      figures: `${Array(4).fill(year).join(' ')} 5 9`,
      targets: `${Array(4).fill(promised).join(' ')} 10 20`,
      unit: count,
      basis: 'toDate',
    });
    expect(found.chart?.points.map(({ value }) => value)).toEqual([
      ...Array(4).fill([5, 4, 6, 5]).flat(),
      5,
      4,
    ]);
    expect(new Set(found.chart?.points.map(({ target }) => target))).toEqual(new Set([10]));
    expect(found.assurance.icon).toBe('fail');
    expect(found.points).toBe(
      'The points are the amounts of each period, worked out from the figures to date.',
    );
    expect(found.periods.at(-1)?.code).toBe('2018-19/Q2');
  });

  it('does not know what the first period added whose year began before', () => {
    const found = signal({ figures: '15 20 5 9', targets: '30 40 10 20', unit: count, basis: 'toDate' });
    expect(found.chart?.points.map(({ value, target }) => [value, target])).toEqual([
      [null, null],
      [5, 10],
      [5, 10],
      [4, 10],
    ]);
  });

  it('charts a percentage to date by that of each period, and never by differences of percentages', () => {
    const found = signal({ figures: '80 81 82', inPeriods: '80 82 -', target: '90', basis: 'toDate' });
    expect(found.chart?.points.map(({ value }) => value)).toEqual([80, 82, null]);
    expect(found.points).toBe('The points are the figures of each period by itself.');
    expect(signal({ figures: '80 81 82', basis: 'toDate' })).toMatchObject({
      chart: null,
      variation: { words: expect.stringContaining('the figure of each period by itself, which is not held') },
    });
  });

  it('charts a season by the change on the year before, without a target for it', () => {
    const found = signal({ figures: '1 5 9 2 2 6 10 3', target: '4', chart: { seasonal: true } });
    expect(found.chart?.points.map(({ value, target }) => [value, target])).toEqual(Array(4).fill([1, null]));
    expect(found.assurance.icon).toBeNull();
    expect(found.periods[0]?.code).toBe('2017-18/Q3');
  });

  it('refuses what no chart can be drawn of, with the reason', () => {
    const dates = signalOf({
      version: { unit: { kind: 'date' }, polarity: 'lower', periodBasis: 'annual' },
      series: [
        {
          period: periodOf('2018-19'),
          position: { figure: { kind: 'date', date: '2018-05-29', typed: '29 May 2018' } },
          inPeriod: null,
          target: null,
          yearTarget: null,
        },
      ],
      target: null,
      chart: null,
      rules: usualRules,
    });
    expect(signalInWords(dates)).toBe('A control chart is drawn of numbers only.');
    expect(signalInWords(signal({ figures: steady, basis: 'rolling12' }))).toMatch(
      /^Each rolling figure shares/,
    );
  });

  it('begins with the first figure there is, and leaves gaps where one is missing', () => {
    const found = signal({ figures: '- - 10 - 12' });
    expect(found.chart?.points.map(({ value }) => value)).toEqual([10, null, 12]);
    expect(found.periods.map(({ code }) => code)).toEqual(['2017-18/Q4', '2018-19/Q1', '2018-19/Q2']);
  });

  it('draws limits anew from a decided day on', () => {
    const rebase = {
      from: '2018-04-01',
      reason: 'Two lorries more',
      author: 'Colin Webb',
      decidedOn: '2018-05-02',
    };
    const found = signal({ figures: `${steady} 30 31`, chart: { rebases: [rebase] } });
    expect(found.chart?.segments.map(({ count: held, state }) => [held, state])).toEqual([
      [13, 'limits'],
      [2, 'tooFew'],
    ]);
    expect(found.variation.icon).toBeNull();
  });

  it('lists first what got worse and cannot meet its target, and last what says nothing', () => {
    const rows = [
      signal({ figures: falling, target: '50' }),
      signal({ figures: falling, target: '5' }),
      signal({ figures: steady, target: '20' }),
      signal({ figures: steady, target: '11' }),
      signal({ figures: steady, target: '1' }),
      signal({ figures: '1 2' }),
    ].map(signalRank);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    expect(new Set(rows).size).toBe(rows.length);
  });
});

describe('a decided baseline', () => {
  const figures = Array.from({ length: 40 }, (_, at) => `${10 + ((at * 7) % 5) + Math.floor(at / 6)}`);
  /** As the chart was in the quarter that is so many after the 24th. */
  const after = (quarters: number, chart: NonNullable<Given['chart']>, more: Partial<Given> = {}) => {
    const shown = figures.slice(0, 28 + quarters);
    return signal({ figures: shown.join(' '), chart, until: 28 + quarters, ...more });
  };
  const begins = periodsFrom(28)[4]!.start;
  const held = { baseline: 12, begins };

  it.each<[string, NonNullable<Given['chart']>, Partial<Given>]>([
    ['as it is', {}, {}],
    ['with a season', { seasonal: true }, {}],
    // Money, which may be paid back: these amounts fall.
    ['to date', {}, { basis: 'toDate', unit: { kind: 'currency', decimals: 0, symbol: '£' } }],
  ])('stays with its periods as quarters go by: %s', (_what, drawn, more) => {
    const [now, next, later] = [0, 1, 9].map((quarters) => after(quarters, { ...held, ...drawn }, more));
    const first = now?.chart?.segments[0];
    expect(first?.limits).not.toBeNull();
    expect(now?.periods[0]?.start).toBe(begins);
    for (const each of [next, later]) {
      expect(each?.periods[0]?.start).toBe(begins);
      expect(each?.chart?.segments[0]?.mean).toBe(first?.mean);
      expect(each?.chart?.segments[0]?.limits).toEqual(first?.limits);
    }
  });

  it('is not held in a quarter in which its periods were not complete', () => {
    const early = signal({ figures: figures.slice(0, 15).join(' '), chart: held, until: 15 });
    const usual = signal({ figures: figures.slice(0, 15).join(' '), until: 15 });
    expect(early).toEqual(usual);
  });
});
