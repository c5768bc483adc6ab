import { periodLabel } from '../../../../domain/period/label.ts';
import { backPlan } from '../../../../domain/round/back-plan.ts';
import type { RoundPlan } from '../../../../domain/round/round.ts';
import type { CalendarRound } from '../../../../domain/round/rounds-calendar.ts';
import type { RoundsOfYear } from '../../../../workflow/queries/rounds-calendar.ts';
import { fieldOf, type PlanGiven, seenPlan } from '../../../../workflow/round/plan-ahead.ts';
import type { FieldProblem } from '../../../form-problems.tsx';
import { typedText } from '../../../typed-form.ts';
import { typedDay } from '../../../wording/typed-day.ts';
import { dayTyped } from '../../round/plan-form.tsx';
import { type MeetingsTyped, readPasted } from './pasted.ts';

/** What the form of a year holds: meetings by period, and what was pasted and could not be read. */
export interface YearTyped {
  meetings: ReadonlyMap<string, MeetingsTyped>;
  pasted: string;
}

/** Rounds whose meetings can still be typed here: those that are not open yet. */
export const toPlan = ({ rounds }: RoundsOfYear): CalendarRound[] =>
  rounds.filter(({ state }) => state === 'planned' || state === 'unplanned');

/** The form as it is before anybody typed. */
export const yearHeld = (year: RoundsOfYear): YearTyped => ({
  pasted: '',
  meetings: new Map(
    toPlan(year).map(({ period, plan }) => [
      period.code,
      { cabinetOn: dayTyped(plan?.cabinetOn ?? null), scrutinyOn: dayTyped(plan?.scrutinyOn ?? null) },
    ]),
  ),
});

export interface YearRead {
  typed: YearTyped;
  plans: readonly PlanGiven[];
  problems: readonly FieldProblem[];
}

/** Reads the form of a year: pasted lines take the place of fields, and every round's days are worked back. */
export function readYear(form: URLSearchParams, year: RoundsOfYear): YearRead {
  const pastedText = typedText(form, 'pasted');
  const pasted = readPasted(
    pastedText,
    year.rounds.map(({ period }) => period),
  );
  const problems: FieldProblem[] = pasted.problems.map((message) => ({ field: 'pasted', message }));
  const meetings = new Map<string, MeetingsTyped>();
  const plans: PlanGiven[] = [];
  const levels = year.levels.map(({ id }) => id);
  for (const round of toPlan(year)) {
    const { code } = round.period;
    const typed = pasted.meetings.get(code) ?? {
      cabinetOn: typedText(form, fieldOf('cabinetOn', code)).slice(0, 60),
      scrutinyOn: typedText(form, fieldOf('scrutinyOn', code)).slice(0, 60),
    };
    meetings.set(code, typed);
    const read = planOf(round, typed, levels);
    if ('problems' in read) problems.push(...read.problems);
    else
      plans.push({ period: code, plan: read.plan, seen: form.get(fieldOf('seen', code)) ?? seenPlan(null) });
  }
  return { typed: { meetings, pasted: pasted.problems.length > 0 ? pastedText : '' }, plans, problems };
}

function planOf(
  { period, plan: held }: CalendarRound,
  typed: MeetingsTyped,
  levels: readonly string[],
): { plan: RoundPlan | null } | { problems: FieldProblem[] } {
  const label = periodLabel(period);
  const cabinet = typedDay(typed.cabinetOn, `${label}: the day of Cabinet`);
  const scrutiny = typedDay(typed.scrutinyOn, `${label}: the day of scrutiny`);
  const [cabinetField, scrutinyField] = [
    fieldOf('cabinetOn', period.code),
    fieldOf('scrutinyOn', period.code),
  ];
  const problems: FieldProblem[] = [
    ...('problem' in cabinet ? [{ field: cabinetField, message: cabinet.problem }] : []),
    ...('problem' in scrutiny ? [{ field: scrutinyField, message: scrutiny.problem }] : []),
  ];
  if (!('day' in cabinet) || !('day' in scrutiny)) return { problems };
  const [cabinetOn, scrutinyOn] = [cabinet.day, scrutiny.day];
  if (cabinetOn === null && scrutinyOn === null) return { plan: null };
  // Days that somebody has set by hand stay, as long as the meetings do.
  if (held !== null && held.cabinetOn === cabinetOn && held.scrutinyOn === scrutinyOn) return { plan: held };
  const { plan, problems: wrong } = backPlan({ cabinetOn, scrutinyOn, periodEnd: period.end, levels });
  const field = cabinetOn === null ? scrutinyField : cabinetField;
  return wrong.length === 0
    ? { plan }
    : { problems: wrong.map((words) => ({ field, message: `${label}: ${words}` })) };
}
