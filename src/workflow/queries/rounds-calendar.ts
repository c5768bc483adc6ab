import type { Authority } from '../../domain/organisation/organisation.ts';
import { dayIn, periodHolding } from '../../domain/period/of-day.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { comparePeriods, periodsIn, predecessor, successor, yearOf } from '../../domain/period/relate.ts';
import type { ApprovalLevel } from '../../domain/round/levels.ts';
import type { RoundPlan, RoundStanding } from '../../domain/round/round.ts';
import { type CalendarRound, canOpenOn } from '../../domain/round/rounds-calendar.ts';
import type { Store } from '../../store/database.ts';
import { readSettings } from '../../store/settings.ts';
import { levelsIn } from '../round/open-update.ts';
import { listRounds } from './list-rounds.ts';

type Reader = Pick<Store, 'db'>;

/** The setting that keeps the days of a round that is not open yet; null in it where it is planned no longer. */
export const plannedRoundSetting = (period: string): string => `plannedRound ${period}`;

/** The days of rounds that are planned ahead, by period; one that was opened has its days from its own records. */
export async function plannedRounds(db: Reader, authority: string): Promise<Map<string, RoundPlan>> {
  const beginning = plannedRoundSetting('');
  const settings = await readSettings(db, { authority });
  return new Map(
    Object.entries(settings).flatMap(([name, plan]): [string, RoundPlan][] =>
      name.startsWith(beginning) && plan !== null ? [[name.slice(beginning.length), plan as RoundPlan]] : [],
    ),
  );
}

export interface RoundsOfYear {
  levels: readonly ApprovalLevel[];
  /** In the order of their periods. */
  rounds: readonly CalendarRound[];
  /** The round before the first of them: the year begins while it is still under way. */
  before: CalendarRound;
}

/** Every round of a year: its quarters, and what else was opened or planned in it. */
export async function roundsOfYear(
  db: Reader,
  { code, timeZone }: { code: string; timeZone: string },
  year: string,
): Promise<RoundsOfYear> {
  // One after another: within a transaction there is one connection.
  const held = new Map((await listRounds(db, code)).map((round) => [round.period, round]));
  const planned = await plannedRounds(db, code);
  const levels = await levelsIn(db, code);
  const quarters = periodsIn(year, 'quarter');
  const others = [...new Set([...held.keys(), ...planned.keys()])].map(periodOf);
  const periods = [
    ...quarters,
    ...others.filter((one) => one.year === year && !quarters.some(({ code: own }) => own === one.code)),
  ].sort(comparePeriods);
  const round = (period: ReportingPeriod): CalendarRound =>
    calendarRound(period, held.get(period.code), planned.get(period.code), timeZone);
  return { levels, rounds: periods.map(round), before: round(predecessor(quarters[0] as ReportingPeriod)) };
}

/** How many years after this one can be planned: calendars of meetings are agreed for two. */
const YEARS_AHEAD = 2;

/** The years that a calendar can be asked for, earliest first: from the first round, or last year, to two years ahead. */
export async function yearsWithRounds(
  db: Reader,
  { code, yearKind }: Pick<Authority, 'code' | 'yearKind'>,
  today: string,
): Promise<string[]> {
  const now = periodHolding(today, 'year', yearKind);
  const begins = [
    predecessor(now),
    ...(await listRounds(db, code)).map(({ period }) => yearOf(periodOf(period))),
  ]
    .filter((year) => year.yearKind === yearKind)
    .sort(comparePeriods);
  const last = Array.from({ length: YEARS_AHEAD }).reduce<ReportingPeriod>((year) => successor(year), now);
  const years: string[] = [];
  for (let year = begins[0] ?? now; comparePeriods(year, last) <= 0; year = successor(year))
    years.push(year.code);
  return years;
}

function calendarRound(
  period: ReportingPeriod,
  held: RoundStanding | undefined,
  planned: RoundPlan | undefined,
  timeZone: string,
): CalendarRound {
  if (held !== undefined) {
    return { period, state: held.state, plan: held.plan, opensOn: dayIn(held.openedAt, timeZone) };
  }
  const opensOn = canOpenOn(period);
  return planned === undefined
    ? { period, state: 'unplanned', plan: null, opensOn }
    : { period, state: 'planned', plan: planned, opensOn };
}

/** The days planned for a round that is to be opened; null where none are. */
export const plannedRound = async (
  db: Reader,
  authority: string,
  period: string,
): Promise<RoundPlan | null> => (await plannedRounds(db, authority)).get(period) ?? null;
