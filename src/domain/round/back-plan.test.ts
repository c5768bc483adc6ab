import { describe, expect, it } from 'vitest';
import { backPlan } from './back-plan.ts';
import { clearDays, isWorkingDay, workingDaysUntil } from './working-days.ts';

const quarter3 = '2018-12-31';
const quarter4 = '2019-03-31';

describe('a plan worked back from a meeting', () => {
  // To check by hand: calendar of January and February 2019; no bank holiday after 1 January.
  it('has the days of an officer who counts on a wall calendar', () => {
    const { plan, problems } = backPlan({
      cabinetOn: '2019-02-13',
      scrutinyOn: '2019-02-19',
      periodEnd: quarter3,
    });
    expect(problems).toEqual([]);
    expect(plan).toEqual({
      cabinetOn: '2019-02-13', // a Wednesday
      scrutinyOn: '2019-02-19',
      agendaOn: '2019-02-05', // Tuesday; 6, 7, 8, 11, 12 February are the five clear days
      publishOn: '2019-02-05',
      democraticServicesBy: '2019-02-01', // Friday, two working days before
      clearanceBy: '2019-01-30', // Wednesday, two before that
      leadershipTeamOn: '2019-01-24', // Thursday, four before that
      freezeOn: '2019-01-22', // Tuesday, two before that
      approvalsDue: { headOfService: '2019-01-18' }, // Friday, two before that
      updatesDue: '2019-01-14', // Monday, four before that
    });
  });

  // Easter 2019: Good Friday 19 April, Easter Monday 22 April; early May holiday 6 May; spring holiday 27 May.
  it.each([
    ['the day after the early May holiday', '2019-05-07', '2019-04-26'],
    ['the day after Easter Monday', '2019-04-23', '2019-04-11'],
    ['a Wednesday with Easter before it', '2019-04-24', '2019-04-12'],
    ['a Wednesday with the spring holiday before it', '2019-05-29', '2019-05-20'],
    ['a Wednesday after New Year', '2019-01-09', '2018-12-31'],
    ['a Thursday after Christmas', '2019-01-03', '2018-12-21'],
    ['a meeting on a Monday', '2019-02-18', '2019-02-08'],
  ])('publishes the agenda five clear days before %s', (_what, cabinetOn, agendaOn) => {
    const { plan } = backPlan({ cabinetOn, scrutinyOn: null, periodEnd: '2018-09-30' });
    expect(plan.agendaOn).toBe(agendaOn);
    expect(clearDays(agendaOn, cabinetOn)).toBe(5);
  });

  it('works back from whichever meets first', () => {
    const scrutinyFirst = backPlan({
      cabinetOn: '2019-02-20',
      scrutinyOn: '2019-02-13',
      periodEnd: quarter3,
    });
    expect(scrutinyFirst.plan.agendaOn).toBe('2019-02-05');
    expect(scrutinyFirst.reasons.find(({ field }) => field === 'agendaOn')?.words).toContain(
      'scrutiny on Wednesday 13 February 2019',
    );
  });

  it('gives each level of approval its day', () => {
    const levels = ['owner', 'headOfService', 'leadershipTeam'];
    const { plan } = backPlan({ cabinetOn: '2019-02-13', scrutinyOn: null, periodEnd: quarter3, levels });
    expect(plan.approvalsDue).toEqual({
      owner: '2019-01-14',
      headOfService: '2019-01-16',
      leadershipTeam: '2019-01-18',
    });
    expect(plan.updatesDue).toBe('2019-01-08');
  });

  it('says why, day by day, and names the holidays that were left out', () => {
    const { reasons } = backPlan({ cabinetOn: '2019-05-07', scrutinyOn: null, periodEnd: quarter4 });
    expect(reasons.map(({ field, day, words }) => `${field} ${day}: ${words}`)).toEqual([
      'updatesDue 2019-04-02: 4 working days before the first approval is due',
      'approvalsDue-headOfService 2019-04-08: 2 working days before the figures are frozen',
      'freezeOn 2019-04-10: 2 working days before the leadership team meets',
      'leadershipTeamOn 2019-04-12: 4 working days before finance and legal clearance is due',
      'clearanceBy 2019-04-18: 2 working days before democratic services need the papers, leaving out Good Friday and Easter Monday',
      'democraticServicesBy 2019-04-24: 2 working days before the agenda is published',
      'agendaOn 2019-04-26: 5 clear days before Cabinet on Tuesday 7 May 2019: neither of the two counts, nor weekends and Early May bank holiday',
      'publishOn 2019-04-26: The report is public as soon as the agenda is',
    ]);
  });

  it('says what cannot be kept, and by how much', () => {
    const early = backPlan({ cabinetOn: '2019-01-30', scrutinyOn: null, periodEnd: quarter3 });
    expect(early.plan.updatesDue).toBe('2018-12-28');
    expect(early.problems).toEqual([
      'Updates would be due on 28-Dec-2018, and the period ends on 31-Dec-2018. Cabinet must meet at least 2 working days later',
    ]);
    const later = backPlan({ cabinetOn: '2019-02-01', scrutinyOn: null, periodEnd: quarter3 });
    expect(later.problems).toEqual([]);
    const closed = backPlan({ cabinetOn: '2019-05-27', scrutinyOn: '2019-06-01', periodEnd: quarter4 });
    expect(closed.problems).toEqual([
      'Cabinet cannot meet on 27-May-2019: it is Spring bank holiday',
      'Scrutiny cannot meet on 01-Jun-2019: it is a Saturday',
    ]);
  });

  it('never falls on a day when nobody works, whatever the meeting', () => {
    for (let day = 1; day <= 31; day += 1) {
      const cabinetOn = `2019-05-${String(day).padStart(2, '0')}`;
      const { reasons } = backPlan({ cabinetOn, scrutinyOn: null, periodEnd: '2018-12-31' });
      for (const reason of reasons)
        expect(isWorkingDay(reason.day), `${cabinetOn} ${reason.field}`).toBe(true);
      const inOrder = reasons.map((reason) => reason.day);
      expect([...inOrder].sort()).toEqual(inOrder);
      expect(workingDaysUntil(inOrder[0]!, inOrder.at(-1)!)).toBe(16);
    }
  });

  it('needs a meeting', () => {
    expect(() => backPlan({ cabinetOn: null, scrutinyOn: null, periodEnd: quarter3 })).toThrow(RangeError);
  });
});
