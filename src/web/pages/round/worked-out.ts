import type { ReportingPeriod } from '../../../domain/period/period.ts';
import { backPlan } from '../../../domain/round/back-plan.ts';
import type { ApprovalLevel } from '../../../domain/round/levels.ts';
import type { FieldProblem } from '../../form-problems.tsx';
import { typedDay } from '../../wording/typed-day.ts';
import { type PlanTyped, planTyped } from './plan-form.tsx';

/** The other days of a plan, worked out from its meetings; what was typed for them is replaced. */
export function workedOut(
  typed: PlanTyped,
  levels: readonly ApprovalLevel[],
  { end }: ReportingPeriod,
): { typed: PlanTyped } | { problems: FieldProblem[] } {
  const cabinet = typedDay(typed.cabinetOn ?? '', '“Cabinet meets”');
  const scrutiny = typedDay(typed.scrutinyOn ?? '', '“Scrutiny meets”');
  const problems: FieldProblem[] = [];
  if ('problem' in cabinet) problems.push({ field: 'cabinetOn', message: cabinet.problem });
  if ('problem' in scrutiny) problems.push({ field: 'scrutinyOn', message: scrutiny.problem });
  if (!('day' in cabinet) || !('day' in scrutiny)) return { problems };
  if (cabinet.day === null && scrutiny.day === null) {
    return { problems: [{ field: 'cabinetOn', message: 'Enter the day of a meeting to work back from' }] };
  }
  const meetings = { cabinetOn: cabinet.day, scrutinyOn: scrutiny.day };
  const { plan, problems: wrong } = backPlan({
    ...meetings,
    periodEnd: end,
    levels: levels.map(({ id }) => id),
  });
  if (wrong.length > 0) {
    const field = cabinet.day === null ? 'scrutinyOn' : 'cabinetOn';
    return { problems: wrong.map((message) => ({ field, message })) };
  }
  return { typed: planTyped(plan) };
}
