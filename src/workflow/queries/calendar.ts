import { Temporal } from 'temporal-polyfill';
import type { Person } from '../../domain/organisation/person.ts';
import { periodLabel } from '../../domain/period/label.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { dueOn, type RoundPlan, standingAsPlanned } from '../../domain/round/round.ts';
import type { Store } from '../../store/database.ts';
import { readFeedKeySince, readFeedOwner } from '../../store/feed-keys.ts';
import { readNationalData } from '../../store/peers.ts';
import { measuresDue } from '../round/change-round.ts';
import { recipients } from '../round/recipients.ts';
import { listRounds } from './list-rounds.ts';
import { overviewOf, type RoundOverview, roundOverview, type UpdateLine } from './round-overview.ts';
import { plannedRounds } from './rounds-calendar.ts';

/** A day in somebody's calendar. */
export interface CalendarDay {
  /** The same as long as it means the same: also where its day moves. */
  id: string;
  /** ISO date. */
  day: string;
  title: string;
  lines: readonly string[];
  /** What is done about it, and where: a page of this site. */
  place:
    | { kind: 'myWork' | 'approve' }
    | { kind: 'round' | 'rounds'; period: string }
    | { kind: 'comparison'; measure: string };
}

/** Since when somebody has had the calendar address that they have now; null where they have none. */
export const calendarSince = (db: Pick<Store, 'db'>, authority: string, person: string) =>
  readFeedKeySince(db, authority, person);

/** How long what is past stays in the calendar. */
const DAYS_KEPT = 100;

/** The days of whoever has the key with this hash; null where nobody has, or no longer works here. */
export async function calendarFor(
  db: Pick<Store, 'db'>,
  authority: string,
  hash: Uint8Array,
  today: string,
): Promise<{ person: Person; days: CalendarDay[] } | null> {
  const person = await readFeedOwner(db, authority, hash);
  if (person === null || !person.active) return null;
  const since = Temporal.PlainDate.from(today).subtract({ days: DAYS_KEPT }).toString();
  const days: CalendarDay[] = [];
  const held = new Set<string>();
  for (const { period, plan } of await listRounds(db, authority)) {
    held.add(period);
    if (lastDayOf(plan) < since) continue;
    const overview = await roundOverview(db, authority, period, today);
    if (overview !== null) days.push(...daysOf(overview, person, today));
  }
  for (const [period, plan] of await plannedRounds(db, authority)) {
    if (held.has(period) || lastDayOf(plan) < since) continue;
    const round = standingAsPlanned(period, plan, await measuresDue(db, authority, period));
    days.push(...daysOf(await overviewOf(db, authority, round, today), person, today, ' (planned)'));
  }
  if (person.roles.includes('performanceTeam')) days.push(...(await nationalDays(db, authority, since)));
  return { person, days: days.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) };
}

/** The days on which national figures are expected: what is late is looked for by the performance team. */
async function nationalDays(db: Pick<Store, 'db'>, authority: string, since: string): Promise<CalendarDay[]> {
  const expected = await readNationalData(db, authority);
  return expected.flatMap(({ measure, expectedOn, publication }): CalendarDay[] =>
    expectedOn === null || expectedOn < since
      ? []
      : [
          {
            id: `national ${measure}`,
            day: expectedOn,
            title: `National figures are expected: ${measure}`,
            lines: publication === null ? [] : [publication],
            place: { kind: 'comparison', measure },
          },
        ],
  );
}

const lastDayOf = ({ updatesDue, publishOn, cabinetOn, scrutinyOn }: RoundPlan): string =>
  [updatesDue, publishOn ?? '', cabinetOn ?? '', scrutinyOn ?? ''].sort().at(-1) ?? updatesDue;

/** `planned` is said after each title while the round is not open: its days may still move. */
function daysOf(overview: RoundOverview, person: Person, today: string, planned = ''): CalendarDay[] {
  const { period, plan } = overview.round;
  const label = periodLabel(periodOf(period));
  const isTeam = person.roles.includes('performanceTeam');
  const steps: [id: string, day: string | null, title: string][] = [
    ['publication', plan.publishOn, 'Report is published'],
    ['cabinet', plan.cabinetOn, 'Cabinet'],
    ['scrutiny', plan.scrutinyOn, 'Scrutiny'],
    ...(isTeam ? teamSteps(plan) : []),
  ];
  return [
    ...dueDays(overview, person, today, planned !== ''),
    ...approvalDays(overview, person, today),
    ...steps.flatMap(([id, day, title]): CalendarDay[] =>
      day === null
        ? []
        : [
            {
              id: `${id} ${period}`,
              day,
              title: `${title}: performance, ${label}`,
              lines: [],
              place: !isTeam
                ? { kind: 'myWork' }
                : planned === ''
                  ? { kind: 'round', period }
                  : { kind: 'rounds', period },
            },
          ],
    ),
  ].map((day) => ({ ...day, title: `${day.title}${planned}` }));
}

const teamSteps = (plan: RoundPlan): [id: string, day: string | null, title: string][] => [
  ['all-due', plan.updatesDue, 'Updates are due'],
  ['freeze', plan.freezeOn, 'Figures are frozen'],
  ['leadership', plan.leadershipTeamOn, 'Leadership team'],
  ['clearance', plan.clearanceBy, 'Finance and legal clearance'],
  ['democratic-services', plan.democraticServicesBy, 'Papers to democratic services'],
  ['agenda', plan.agendaOn, 'Agenda is published'],
];

/** What they enter, or enter for somebody who is away today: one entry for each day on which some of it is due. */
function dueDays(
  { round, lines, absences }: RoundOverview,
  person: Person,
  today: string,
  planned: boolean,
): CalendarDay[] {
  const theirs = lines.filter(({ responsibility }) => {
    const entering = responsibility === null ? [] : [responsibility.owner, ...responsibility.contributors];
    return (
      recipients(entering, absences, today).some((one) => one.person === person.id) ||
      entering.includes(person.id)
    );
  });
  const label = periodLabel(periodOf(round.period));
  return grouped(theirs, ({ code }) => dueOn(round, code)).map(([day, due]) => {
    const open = due.filter(({ standing }) => ['awaited', 'draft', 'sentBack'].includes(standing.state));
    const rest = open.length === 0 ? ' (all submitted)' : planned ? '' : ` (${open.length} still to submit)`;
    return {
      id: `due ${round.period} ${day}`,
      day,
      title: `Figures due: ${measures(due)}, ${label}${rest}`,
      lines: due.map(nameOf),
      place: { kind: 'myWork' },
    };
  });
}

function approvalDays(overview: RoundOverview, person: Person, today: string): CalendarDay[] {
  const { round, levels, lines, absences } = overview;
  const label = periodLabel(periodOf(round.period));
  return levels.flatMap(({ id, name }): CalendarDay[] => {
    const day = round.plan.approvalsDue[id];
    const theirs = lines.filter(({ responsibility }) => {
      const approver = responsibility?.approvers[id];
      return (
        approver === person.id ||
        recipients([approver], absences, today).some((one) => one.person === person.id)
      );
    });
    if (day === undefined || theirs.length === 0) return [];
    return [
      {
        id: `approval ${round.period} ${id}`,
        day,
        title: `Sign-off due (${name.toLowerCase()}): ${measures(theirs)}, ${label}`,
        lines: theirs.map(nameOf),
        place: { kind: 'approve' },
      },
    ];
  });
}

const measures = ({ length }: { length: number }): string =>
  length === 1 ? '1 measure' : `${length} measures`;

const nameOf = ({ code, version }: UpdateLine): string => `${code} ${version.title}`;

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): [key: string, of: T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups];
}
