import type { ApprovalLevel } from './levels.ts';
import type { RoundPlan } from './round.ts';

/** One day of a plan and what is done on it. */
export interface DayOfPlan {
  /** Name of the plan's day; of an approval `approvalsDue-` and its level. */
  field: string;
  /** ISO date. */
  day: string;
  what: string;
}

/**
 * The days of a plan that there are, first to last, each with the words in which it is said.
 *
 * @param levels of approval, first to last: one that the plan has no day for is left out
 * @example daysOfPlan(plan, levels)[0] // { field: 'updatesDue', day: '2019-01-14', what: 'Updates are due' }
 */
export function daysOfPlan(plan: RoundPlan, levels: readonly ApprovalLevel[]): DayOfPlan[] {
  const days: [field: string, day: string | null, what: string][] = [
    ['updatesDue', plan.updatesDue, 'Updates are due'],
    ...levels.map(({ id, name }): [string, string | null, string] => [
      `approvalsDue-${id}`,
      plan.approvalsDue[id] ?? null,
      `Approval by ${name.toLowerCase()} is due`,
    ]),
    ['freezeOn', plan.freezeOn, 'Figures are frozen'],
    ['leadershipTeamOn', plan.leadershipTeamOn, 'Leadership team'],
    ['clearanceBy', plan.clearanceBy, 'Finance and legal clearance'],
    ['democraticServicesBy', plan.democraticServicesBy, 'Papers to democratic services'],
    ['agendaOn', plan.agendaOn, 'Agenda is published'],
    ['publishOn', plan.publishOn, 'Report is published'],
    ['cabinetOn', plan.cabinetOn, 'Cabinet'],
    ['scrutinyOn', plan.scrutinyOn, 'Scrutiny'],
  ];
  return days
    .flatMap(([field, day, what]) => (day === null ? [] : [{ field, day, what }]))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
