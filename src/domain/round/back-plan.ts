import { formatDate, formatLongDate, plainDate } from '../number/date.ts';
import { standardLevels } from './levels.ts';
import type { RoundPlan } from './round.ts';
import { lastDayOfNotice, whyClosed, workingDaysBefore, workingDaysUntil } from './working-days.ts';

/** How many working days each step has before the next. A council sets its own; these are what it begins with. */
export interface BackPlanSteps {
  /** Clear days between the agenda and the meeting: five by law. */
  clearDays: number;
  /** Democratic services have the papers so long before the agenda is published. */
  democraticServices: number;
  /** Finance and legal have cleared them so long before that. */
  clearance: number;
  /** The leadership team has met so long before that. */
  leadershipTeam: number;
  /** The figures are frozen so long before the leadership team meets. */
  freeze: number;
  /** The last level has approved so long before the freeze, and each level so long before the next. */
  approval: number;
  /** Updates are due so long before the first level has to have approved. */
  updates: number;
}

export const standardSteps: BackPlanSteps = {
  clearDays: 5,
  democraticServices: 2,
  clearance: 2,
  leadershipTeam: 4,
  freeze: 2,
  approval: 2,
  updates: 4,
};

export interface BackPlanQuestion {
  /** ISO dates; null where the report does not go there. One of the two is needed. */
  cabinetOn: string | null;
  scrutinyOn: string | null;
  /** Last day of the period that is reported. */
  periodEnd: string;
  /** Ids of the levels of approval, first to last. */
  levels?: readonly string[];
  steps?: BackPlanSteps;
}

/** Why one day of a plan is the day it is. */
export interface BackPlanReason {
  /** Name of the plan's day; of an approval `approvalsDue-` and its level. */
  field: string;
  /** ISO date. */
  day: string;
  words: string;
}

export interface BackPlan {
  plan: RoundPlan;
  /** In the order of the days, first to last. */
  reasons: readonly BackPlanReason[];
  /** What makes the plan impossible, in words; empty where it can be kept. */
  problems: readonly string[];
}

/**
 * Works back from the first meeting that gets the report to every deadline before it, over England's working days. What
 * comes first is the law: agendas are open to inspection for five clear days (see `clearDays` in working-days.ts).
 *
 * @throws RangeError without a meeting, or for what is no ISO date
 * @example backPlan({ cabinetOn: '2019-02-13', scrutinyOn: null, periodEnd: '2018-12-31' }).plan.agendaOn // '2019-02-05'
 */
export function backPlan(question: BackPlanQuestion): BackPlan {
  const { cabinetOn, scrutinyOn, periodEnd, steps = standardSteps } = question;
  const levels = question.levels ?? standardLevels.map(({ id }) => id);
  const meetings = meetingsOf(question);
  const [first] = meetings;
  if (first === undefined) throw new RangeError('a plan is worked back from a meeting, and none was given');
  const agendaOn = lastDayOfNotice(first.day, steps.clearDays);
  const later: BackPlanReason[] = [
    {
      field: 'agendaOn',
      day: agendaOn,
      words: `${steps.clearDays} clear days before ${first.name} on ${inFull(first.day)}: neither of the two counts, nor ${closedBetween(agendaOn, first.day)}`,
    },
    { field: 'publishOn', day: agendaOn, words: 'The report is public as soon as the agenda is' },
  ];
  const before = (field: string, count: number, than: string, thanWords: string): string => {
    const day = workingDaysBefore(than, count);
    const holidays = holidaysBetween(day, than);
    const skipped = holidays.length === 0 ? '' : `, leaving out ${inList(holidays)}`;
    later.unshift({ field, day, words: `${workingDays(count)} before ${thanWords}${skipped}` });
    return day;
  };
  const agenda = 'the agenda is published';
  const democraticServicesBy = before('democraticServicesBy', steps.democraticServices, agendaOn, agenda);
  const papers = 'democratic services need the papers';
  const clearanceBy = before('clearanceBy', steps.clearance, democraticServicesBy, papers);
  const clearance = 'finance and legal clearance is due';
  const leadershipTeamOn = before('leadershipTeamOn', steps.leadershipTeam, clearanceBy, clearance);
  const freezeOn = before('freezeOn', steps.freeze, leadershipTeamOn, 'the leadership team meets');
  const approvals: [level: string, day: string][] = [];
  let next = freezeOn;
  let nextWords = 'the figures are frozen';
  for (const level of [...levels].reverse()) {
    next = before(`approvalsDue-${level}`, steps.approval, next, nextWords);
    nextWords = approvals.length === levels.length - 1 ? nextWords : 'the next approval is due';
    approvals.unshift([level, next]);
  }
  const updatesDue = before('updatesDue', steps.updates, next, firstAfterUpdates(levels));
  const plan: RoundPlan = {
    updatesDue,
    approvalsDue: Object.fromEntries(approvals),
    freezeOn,
    leadershipTeamOn,
    clearanceBy,
    democraticServicesBy,
    agendaOn,
    cabinetOn,
    scrutinyOn,
    publishOn: agendaOn,
  };
  return { plan, reasons: later, problems: problemsOf(meetings, first, updatesDue, periodEnd) };
}

interface Meeting {
  name: string;
  day: string;
}

/** The meetings there are, first to last. */
const meetingsOf = ({ cabinetOn, scrutinyOn }: BackPlanQuestion): Meeting[] =>
  [
    ...(cabinetOn === null ? [] : [{ name: 'Cabinet', day: cabinetOn }]),
    ...(scrutinyOn === null ? [] : [{ name: 'scrutiny', day: scrutinyOn }]),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));

const firstAfterUpdates = (levels: readonly string[]) =>
  levels.length === 0 ? 'the figures are frozen' : 'the first approval is due';

function problemsOf(
  meetings: readonly Meeting[],
  first: Meeting,
  updatesDue: string,
  periodEnd: string,
): string[] {
  const problems = meetings.flatMap(({ name, day }) => {
    const closed = whyClosed(day);
    return closed === null ? [] : [`${capital(name)} cannot meet on ${formatDate(day)}: it is ${closed}`];
  });
  if (updatesDue <= periodEnd) {
    const needed = workingDaysUntil(updatesDue, periodEnd) + 1;
    problems.push(
      `Updates would be due on ${formatDate(updatesDue)}, and the period ends on ${formatDate(periodEnd)}. ` +
        `${capital(first.name)} must meet at least ${workingDays(needed)} later`,
    );
  }
  return problems;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const inFull = (day: string): string => `${WEEKDAYS[plainDate(day).dayOfWeek - 1]} ${formatLongDate(day)}`;

const workingDays = (count: number): string => (count === 1 ? '1 working day' : `${count} working days`);

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Names of the bank holidays strictly between two days. */
function holidaysBetween(from: string, to: string): string[] {
  const names: string[] = [];
  for (let day = plainDate(from).add({ days: 1 }); day.toString() < to; day = day.add({ days: 1 })) {
    const why = whyClosed(day.toString());
    if (why !== null && why !== 'a Saturday' && why !== 'a Sunday') names.push(why);
  }
  return names;
}

const closedBetween = (from: string, to: string): string =>
  inList(['weekends', ...holidaysBetween(from, to)]);

const inList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
