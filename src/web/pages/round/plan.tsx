import { periodLabel } from '../../../domain/period/label.ts';
import { Refused } from '../../../workflow/refused.ts';
import { changeRound } from '../../../workflow/round/change-round.ts';
import { actingFor } from '../../acting.ts';
import { Button } from '../../components/button/button.tsx';
import { type FieldProblem, Problems } from '../../form-problems.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { PlanFields, type PlanTyped, planFromForm, planTyped, readPlan } from './plan-form.tsx';
import { roundAddress, roundOf, versionIn } from './round-of.ts';
import { workedOut } from './worked-out.ts';

/** The days of a round, changed: everybody sees the new ones at once. */
export async function planPage(
  asked: Asked,
  typed: PlanTyped | null = null,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const open = await roundOf(asked);
  if (open === null) return notFoundPage(asked);
  const { period, overview } = open;
  const shown = typed ?? planTyped(overview.round.plan);
  const address = roundAddress(period.code);
  return pageAnswer(
    asked,
    {
      title: 'Days of the round',
      hasErrors: problems.length > 0,
      back: { text: periodLabel(period), href: address },
    },
    <>
      <Problems problems={problems} />
      <span class="govuk-caption-l">{periodLabel(period)}</span>
      <h1 class="govuk-heading-l">Days of the round</h1>
      <form method="post" action={`${address}/plan`} noValidate>
        <Token asked={asked} />
        <input type="hidden" name="version" value={String(versionIn(asked) ?? overview.round.version)} />
        <PlanDays typed={shown} levels={overview.levels} problems={problems} />
        <Button name="do" value="save">
          Save these days
        </Button>
      </form>
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

/** Meetings first; the other days follow from them at the press of a button, and may all be changed. */
export function PlanDays(props: Omit<Parameters<typeof PlanFields>[0], 'part'>) {
  return (
    <>
      <h2 class="govuk-heading-m">Meetings</h2>
      <PlanFields {...props} part="meetings" />
      <Button classes="govuk-button--secondary" name="do" value="workOut">
        Work out the other days from these
      </Button>
      <h2 class="govuk-heading-m">Days before them</h2>
      <p class="govuk-hint">
        Type days like 14/1/2019. Weekends and England’s bank holidays are left out when they are worked out.
      </p>
      <PlanFields {...props} part="days" />
    </>
  );
}

export async function savePlan(asked: Asked): Promise<Answer> {
  const open = await roundOf(asked);
  if (open === null) return notFoundPage(asked);
  const { period, overview } = open;
  const typed = planFromForm(asked.form);
  if (asked.form.get('do') === 'workOut') {
    const result = workedOut(typed, overview.levels, period);
    return 'problems' in result ? planPage(asked, typed, result.problems) : planPage(asked, result.typed);
  }
  const read = readPlan(typed, overview.levels);
  if ('problems' in read) return planPage(asked, typed, read.problems);
  try {
    const version = versionIn(asked) ?? overview.round.version;
    const change = { period: period.code, verb: 'plan' as const, version, reason: null };
    await changeRound(asked.store, actingFor(asked), { ...change, detail: { plan: read.plan } });
  } catch (error) {
    if (error instanceof Refused && error.kind === 'invalid') return planPage(asked, typed, error.problems);
    throw error;
  }
  return { kind: 'redirect', to: roundAddress(period.code), notice: 'The days have been changed.' };
}
