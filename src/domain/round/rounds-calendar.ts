import { formatDate } from '../number/date.ts';
import { periodLabel } from '../period/label.ts';
import type { ReportingPeriod } from '../period/period.ts';
import { daysOfPlan } from './days-of-plan.ts';
import type { ApprovalLevel } from './levels.ts';
import type { RoundPlan, RoundState } from './round.ts';
import { whyClosed, workingDaysBefore } from './working-days.ts';

/** A round in the calendar of a year: one that was opened, one that is planned ahead, or none yet. */
export interface CalendarRound {
  period: ReportingPeriod;
  state: RoundState | 'planned' | 'unplanned';
  /** null where it is not planned yet. */
  plan: RoundPlan | null;
  /** ISO date: when it was opened, else when it can be. */
  opensOn: string;
}

export const calendarStateNames = { planned: 'Planned', unplanned: 'No round yet' } as const;

/**
 * The first day on which a round can collect a period's figures: the first working day after its last.
 *
 * @example canOpenOn({ end: '2018-12-31', … }) // '2019-01-02': New Year's Day is a holiday
 */
export const canOpenOn = ({ end }: Pick<ReportingPeriod, 'end'>): string => workingDaysBefore(end, -1);

/** What cannot be kept as it is planned, in words. */
export interface Clash {
  /** Codes of the periods whose rounds it is about. */
  periods: readonly string[];
  words: string;
}

/** Days that people must be there for: two rounds at once ask it twice of the same people. */
const claiming = (field: string): boolean =>
  ['updatesDue', 'freezeOn', 'leadershipTeamOn'].includes(field) || field.startsWith('approvalsDue-');

/**
 * What clashes among the rounds of a year: a day that is not worked, a round that opens before the figures of the one
 * before it are frozen, and deadlines of two rounds on one day. What is published is past and clashes with nothing.
 *
 * @param rounds in the order of their periods
 * @param levels of approval, first to last
 * @example clashesAmong([{ …, plan: { …, updatesDue: '2019-04-22' } }], [])[0]?.words
 * // 'Quarter 4, 2018-19: “Updates are due” falls on 22-Apr-2019, Easter Monday'
 */
export function clashesAmong(rounds: readonly CalendarRound[], levels: readonly ApprovalLevel[]): Clash[] {
  const coming = rounds.filter(({ state, plan }) => state !== 'published' && plan !== null);
  const days = coming.flatMap(({ period, plan }) =>
    plan === null ? [] : daysOfPlan(plan, levels).map((each) => ({ ...each, period })),
  );
  const clashes: Clash[] = days.flatMap(({ period, day, what }) => {
    const why = whyClosed(day);
    if (why === null) return [];
    return [
      {
        periods: [period.code],
        words: `${periodLabel(period)}: “${what}” falls on ${formatDate(day)}, ${why}`,
      },
    ];
  });
  rounds.forEach((round, index) => {
    const before = rounds[index - 1];
    const frozen =
      before?.state === 'frozen' || before?.state === 'published' ? null : before?.plan?.freezeOn;
    if (before === undefined || !frozen || round.plan === null || round.opensOn > frozen) return;
    clashes.push({
      periods: [before.period.code, round.period.code],
      words: `${periodLabel(round.period)} opens on ${formatDate(round.opensOn)}, before the figures of ${periodLabel(before.period)} are frozen on ${formatDate(frozen)}`,
    });
  });
  days.forEach((one, index) => {
    for (const other of days.slice(index + 1)) {
      if (other.day !== one.day || other.period.code === one.period.code) continue;
      if (!claiming(one.field) || !claiming(other.field)) continue;
      clashes.push({
        periods: [one.period.code, other.period.code],
        words: `On ${formatDate(one.day)} two rounds ask for something: “${one.what}” for ${periodLabel(one.period)}, “${other.what}” for ${periodLabel(other.period)}`,
      });
    }
  });
  return clashes;
}
