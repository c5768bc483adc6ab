import { describe, expect, it } from 'vitest';
import { measure, target } from '../../../test/fixtures/small-authority.ts';
import type { MeasureVersion } from '../measure/measure.ts';
import { periodOf } from '../period/parse.ts';
import { promisesIn } from './promises.ts';
import { promisedPeriods } from './slots.ts';

const level = measure('A');
const march = '2018-03-14T15:00:00.000Z';
const november = '2018-11-14T15:00:00.000Z';
const decided = {
  version: 2,
  recordedAt: november,
  effectiveFrom: '2018-10-01',
  approvedBy: 'Cabinet',
  approvedOn: '2018-11-14',
  decision: 'CAB/18/112',
};
const text = (version?: { figure: { typed: string } }) => version?.figure.typed ?? null;

/** 8.4 for every quarter and the year end as first agreed; 11.5 from the third quarter on. */
const amended = [
  target('A', '2018-19/Q2', '8.4', { recordedAt: march }),
  target('A', '2018-19/Q3', '8.4', { recordedAt: march }),
  target('A', '2018-19', '8.4', { recordedAt: march }),
  target('A', '2018-19/Q3', '11.5', decided),
  target('A', '2018-19', '11.5', decided),
];

describe('what a measure is promised in a period', () => {
  it.each([
    // period, in force for it and for the year end, and what was first promised where that is something else
    ['2018-19/Q2', '8.4', '8.4', null, null],
    ['2018-19/Q3', '11.5', '11.5', '8.4', '8.4'],
    ['2018-19/Q4', '11.5', '11.5', '8.4', '8.4'],
    ['2018-19', '11.5', '11.5', '8.4', '8.4'],
    ['2018-19/M10', null, '11.5', null, '8.4'],
  ])('%s', (period, now, year, first, firstYear) => {
    const { periodTargets, yearTargets, original } = promisesIn(level, amended, periodOf(period));
    expect([text(periodTargets.target), text(yearTargets.target)]).toEqual([now, year]);
    expect(
      original === null
        ? [null, null]
        : [text(original.periodTargets.target), text(original.yearTargets.target)],
    ).toEqual([first, firstYear]);
  });

  it('takes for the original what stood when the year began, not an earlier draft of it', () => {
    const draft = target('A', '2018-19', '7.0', { recordedAt: '2018-02-01T09:00:00.000Z' });
    const { original } = promisesIn(level, [draft, ...amended], periodOf('2018-19/Q3'));
    expect(text(original?.yearTargets.target)).toBe('8.4');
  });

  it('takes what was recorded first where all of it was recorded later', () => {
    const late = amended.map((each, index) => ({
      ...each,
      recordedAt: `2019-05-0${index + 1}T09:00:00.000Z`,
    }));
    const { original } = promisesIn(level, late, periodOf('2018-19/Q4'));
    expect(text(original?.yearTargets.target)).toBe('8.4');
  });

  it('sees no change in the same figure typed otherwise, nor in a promise that was not there', () => {
    const again = target('A', '2018-19', '8.40', { ...decided, version: 2 });
    expect(promisesIn(level, [...amended.slice(0, 3), again], periodOf('2018-19/Q3')).original).toBeNull();
    const first = target('A', '2018-19', '8.4', decided);
    expect(promisesIn(level, [first], periodOf('2018-19/Q3')).original).toBeNull();
  });

  it('sees a change of a range by its ends', () => {
    const range = [
      target('A', '2018-19', '5', { recordedAt: march }, 'low'),
      target('A', '2018-19', '7', { recordedAt: march }, 'high'),
      target('A', '2018-19', '8', decided, 'high'),
    ];
    const { original, yearTargets } = promisesIn(level, range, periodOf('2018-19/Q3'));
    expect([text(yearTargets.low), text(yearTargets.high)]).toEqual(['5', '8']);
    expect([text(original?.yearTargets.low), text(original?.yearTargets.high)]).toEqual(['5', '7']);
  });

  it('names the versions that another one replaced', () => {
    expect(
      promisesIn(level, amended, periodOf('2018-19/Q3')).amended.map(({ period, version }) => [
        period,
        version,
      ]),
    ).toEqual([
      ['2018-19/Q3', 1],
      ['2018-19', 1],
    ]);
    expect(promisesIn(level, amended, periodOf('2018-19/Q2')).amended).toEqual([]);
  });
});

/** 1,000 for the year, 240 for the first quarter; nothing of its own for the others. */
const agreed = [
  target('A', '2018-19/Q1', '240', { recordedAt: march }),
  target('A', '2018-19', '1,000', { recordedAt: march }),
];
const number = { kind: 'number', decimals: 0 } as const;
const pounds = { kind: 'currency', decimals: 0, symbol: '£' } as const;
const percent = { kind: 'percentage', decimals: 1 } as const;

describe('the target that the last period of a year is judged by, where it has none of its own', () => {
  it.each<[string, Partial<MeasureVersion>, Record<string, string | null>]>([
    // A quarter's bins are held against a quarter's promise, and against nothing where there is none.
    [
      'missed bins of each quarter',
      { unit: number, periodBasis: 'discrete' },
      { '2018-19/Q1': '240', '2018-19/Q3': null, '2018-19/Q4': null, '2018-19': '1,000' },
    ],
    [
      'missed bins of each month',
      { unit: number, periodBasis: 'discrete', frequency: 'month' },
      { '2018-19/M12': null, '2018-19/Q4': null, '2018-19': '1,000' },
    ],
    [
      'pounds collected in each quarter',
      { unit: pounds, periodBasis: 'discrete' },
      { '2018-19/Q4': null, '2018-19': '1,000' },
    ],
    // Visits since April have come to the year's by March, and not before.
    [
      'visits since April',
      { unit: number, periodBasis: 'toDate' },
      { '2018-19/Q3': null, '2018-19/Q4': '1,000', '2018-19': '1,000' },
    ],
    // A percentage of a quarter and one of a year are the same kind of figure; so are levels, and twelve months rolling.
    ['a percentage of each quarter', { unit: percent, periodBasis: 'discrete' }, { '2018-19/Q4': '1,000' }],
    ['people in care on the day', { unit: number, periodBasis: 'snapshot' }, { '2018-19/Q4': '1,000' }],
    ['thefts in twelve months', { unit: number, periodBasis: 'rolling12' }, { '2018-19/Q4': '1,000' }],
    [
      'a count made once a year',
      { unit: number, periodBasis: 'annual', frequency: 'year' },
      { '2018-19/Q4': '1,000' },
    ],
    [
      'a count made once a year, called discrete',
      { unit: number, periodBasis: 'discrete', frequency: 'year' },
      { '2018-19/Q3': null, '2018-19/Q4': '1,000' },
    ],
  ])('%s', (_what, of, expected) => {
    const counted = measure('A', of);
    for (const [period, figure] of Object.entries(expected)) {
      const { periodTargets, yearTargets } = promisesIn(counted, agreed, periodOf(period));
      expect([period, text(periodTargets.target), text(yearTargets.target)]).toEqual([
        period,
        figure,
        '1,000',
      ]);
    }
  });

  it('is its own, where it has one', () => {
    const bins = measure('A', { unit: number, periodBasis: 'discrete' });
    const own = [...agreed, target('A', '2018-19/Q4', '260', { recordedAt: march })];
    expect(text(promisesIn(bins, own, periodOf('2018-19/Q4')).periodTargets.target)).toBe('260');
  });
});

describe('the periods that a measure is promised something for', () => {
  it.each<[string, Partial<MeasureVersion>, string[]]>([
    ['counted to date', { unit: number, periodBasis: 'toDate' }, ['Q1', 'Q2', 'Q3', 'year']],
    ['counted by the quarter', { unit: number, periodBasis: 'discrete' }, ['Q1', 'Q2', 'Q3', 'Q4', 'year']],
    ['a percentage by the quarter', { unit: percent, periodBasis: 'discrete' }, ['Q1', 'Q2', 'Q3', 'year']],
    ['once a year', { unit: number, periodBasis: 'discrete', frequency: 'year' }, ['year']],
  ])('%s', (_what, of, expected) => {
    const codes = promisedPeriods(measure('A', of), '2018-19').map(
      ({ code }) => code.split('/')[1] ?? 'year',
    );
    expect(codes).toEqual(expected);
  });
});
