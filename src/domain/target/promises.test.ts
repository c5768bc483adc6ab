import { describe, expect, it } from 'vitest';
import { target } from '../../../test/fixtures/small-authority.ts';
import { periodOf } from '../period/parse.ts';
import { promisesIn } from './promises.ts';

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
    const { periodTargets, yearTargets, original } = promisesIn(amended, periodOf(period));
    expect([text(periodTargets.target), text(yearTargets.target)]).toEqual([now, year]);
    expect(
      original === null
        ? [null, null]
        : [text(original.periodTargets.target), text(original.yearTargets.target)],
    ).toEqual([first, firstYear]);
  });

  it('takes for the original what stood when the year began, not an earlier draft of it', () => {
    const draft = target('A', '2018-19', '7.0', { recordedAt: '2018-02-01T09:00:00.000Z' });
    const { original } = promisesIn([draft, ...amended], periodOf('2018-19/Q3'));
    expect(text(original?.yearTargets.target)).toBe('8.4');
  });

  it('takes what was recorded first where all of it was recorded later', () => {
    const late = amended.map((each, index) => ({
      ...each,
      recordedAt: `2019-05-0${index + 1}T09:00:00.000Z`,
    }));
    const { original } = promisesIn(late, periodOf('2018-19/Q4'));
    expect(text(original?.yearTargets.target)).toBe('8.4');
  });

  it('sees no change in the same figure typed otherwise, nor in a promise that was not there', () => {
    const again = target('A', '2018-19', '8.40', { ...decided, version: 2 });
    expect(promisesIn([...amended.slice(0, 3), again], periodOf('2018-19/Q3')).original).toBeNull();
    const first = target('A', '2018-19', '8.4', decided);
    expect(promisesIn([first], periodOf('2018-19/Q3')).original).toBeNull();
  });

  it('sees a change of a range by its ends', () => {
    const range = [
      target('A', '2018-19', '5', { recordedAt: march }, 'low'),
      target('A', '2018-19', '7', { recordedAt: march }, 'high'),
      target('A', '2018-19', '8', decided, 'high'),
    ];
    const { original, yearTargets } = promisesIn(range, periodOf('2018-19/Q3'));
    expect([text(yearTargets.low), text(yearTargets.high)]).toEqual(['5', '8']);
    expect([text(original?.yearTargets.low), text(original?.yearTargets.high)]).toEqual(['5', '7']);
  });

  it('names the versions that another one replaced', () => {
    expect(
      promisesIn(amended, periodOf('2018-19/Q3')).amended.map(({ period, version }) => [period, version]),
    ).toEqual([
      ['2018-19/Q3', 1],
      ['2018-19', 1],
    ]);
    expect(promisesIn(amended, periodOf('2018-19/Q2')).amended).toEqual([]);
  });
});
