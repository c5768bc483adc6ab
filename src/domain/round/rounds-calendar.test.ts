import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodOf } from '../period/parse.ts';
import { backPlan } from './back-plan.ts';
import { daysOfPlan } from './days-of-plan.ts';
import type { RoundPlan } from './round.ts';
import { type CalendarRound, canOpenOn, clashesAmong } from './rounds-calendar.ts';
import { isWorkingDay } from './working-days.ts';

const levels = [{ id: 'head', name: 'Head of service' }] as Parameters<typeof clashesAmong>[1];
const planFor = (code: string, cabinetOn: string): RoundPlan =>
  backPlan({ cabinetOn, scrutinyOn: null, periodEnd: periodOf(code).end, levels: ['head'] }).plan;
const round = (code: string, plan: RoundPlan | null, more: Partial<CalendarRound> = {}): CalendarRound => {
  const period = periodOf(code);
  return {
    period,
    state: plan === null ? 'unplanned' : 'planned',
    plan,
    opensOn: canOpenOn(period),
    ...more,
  };
};
const words = (...rounds: CalendarRound[]) => clashesAmong(rounds, levels).map((clash) => clash.words);

describe('the first day on which a round can be opened', () => {
  it.each([
    ['2018-19/Q2', '2018-10-01', 'a Monday'],
    ['2018-19/Q3', '2019-01-02', 'after New Year’s Day'],
    ['2018-19/Q4', '2019-04-01', 'a Monday'],
    ['2017-18/Q4', '2018-04-03', 'after Easter Monday, 2 April 2018'],
  ])('%s: %s, %s', (code, day) => {
    expect(canOpenOn(periodOf(code))).toBe(day);
  });
});

describe('clashes', () => {
  const q3 = planFor('2018-19/Q3', '2019-02-13');
  const q4 = planFor('2018-19/Q4', '2019-06-12');

  it('are none where each round is worked back from its own meeting', () => {
    expect(words(round('2018-19/Q3', q3), round('2018-19/Q4', q4))).toEqual([]);
  });

  it('name a day that is not worked, and why', () => {
    const onEaster = { ...q4, updatesDue: '2019-04-22', approvalsDue: { head: '2019-04-27' } };
    expect(words(round('2018-19/Q4', onEaster))).toEqual([
      'Quarter 4, 2018-19: “Updates are due” falls on 22-Apr-2019, Easter Monday',
      'Quarter 4, 2018-19: “Approval by head of service is due” falls on 27-Apr-2019, a Saturday',
    ]);
  });

  it('name a round that opens before the one before it is frozen, unless it has been', () => {
    const late = { ...q3, freezeOn: '2019-04-10' };
    expect(words(round('2018-19/Q3', late), round('2018-19/Q4', q4))).toEqual([
      'Quarter 4, 2018-19 opens on 01-Apr-2019, before the figures of Quarter 3, 2018-19 are frozen on 10-Apr-2019',
    ]);
    expect(words(round('2018-19/Q3', late, { state: 'frozen' }), round('2018-19/Q4', q4))).toEqual([]);
    expect(words(round('2018-19/Q3', late), round('2018-19/Q4', null))).toEqual([]);
  });

  it('name a day on which two rounds ask for something, not a meeting that hears both', () => {
    const { updatesDue } = q4;
    const same = { ...q3, freezeOn: updatesDue, cabinetOn: q4.cabinetOn };
    expect(words(round('2018-19/Q3', same), round('2018-19/Q4', q4, { opensOn: '2019-12-31' }))).toEqual([
      `On 10-May-2019 two rounds ask for something: “Figures are frozen” for Quarter 3, 2018-19, “Updates are due” for Quarter 4, 2018-19`,
    ]);
    expect(updatesDue).toBe('2019-05-10');
  });

  it('are none of what has been published', () => {
    const bad = { ...q3, updatesDue: '2019-01-12' };
    expect(words(round('2018-19/Q3', bad))).toHaveLength(1);
    expect(words(round('2018-19/Q3', bad, { state: 'published' }))).toEqual([]);
  });

  it('never name a day off in a plan that was worked back: every such day is worked, but those of meetings', () => {
    const day = fc.integer({ min: 120, max: 900 }).map((after) => {
      const date = new Date(Date.UTC(2018, 11, 31) + after * 86_400_000);
      return date.toISOString().slice(0, 10);
    });
    fc.assert(
      fc.property(day, (cabinetOn) => {
        fc.pre(isWorkingDay(cabinetOn));
        const plan = planFor('2018-19/Q3', cabinetOn);
        expect(words(round('2018-19/Q3', plan))).toEqual([]);
        const days = daysOfPlan(plan, levels);
        expect(days.map((each) => each.day)).toEqual(days.map((each) => each.day).sort());
        expect(days).toHaveLength(9);
      }),
      { numRuns: 200 },
    );
  });
});
