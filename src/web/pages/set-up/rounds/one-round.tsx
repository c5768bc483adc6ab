import { periodLabel } from '../../../../domain/period/label.ts';
import type { ReportingPeriod } from '../../../../domain/period/period.ts';
import { canOpenOn } from '../../../../domain/round/rounds-calendar.ts';
import { approvalLevels } from '../../../../workflow/queries/approval-levels.ts';
import { listRounds } from '../../../../workflow/queries/list-rounds.ts';
import { plannedRound } from '../../../../workflow/queries/rounds-calendar.ts';
import { planAhead, seenPlan } from '../../../../workflow/round/plan-ahead.ts';
import { actingFor } from '../../../acting.ts';
import { periodAddress, periodAt } from '../../../addresses.ts';
import { Button, ButtonGroup } from '../../../components/button/button.tsx';
import { type FieldProblem, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { notFoundPage } from '../../problem/problem.tsx';
import { PlanDays } from '../../round/plan.tsx';
import { type PlanTyped, planFromForm, planTyped, readPlan } from '../../round/plan-form.tsx';
import { roundAddress } from '../../round/round-of.ts';
import { workedOut } from '../../round/worked-out.ts';

/** The days of one round that is not open yet; of one that is, they are changed on its own page. */
export async function onePlanPage(
  asked: Asked,
  typed: PlanTyped | null = null,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const period = periodOfPage(asked);
  if (period === null) return notFoundPage(asked);
  if (await isOpen(asked, period)) return { kind: 'redirect', to: `${roundAddress(period.code)}/plan` };
  const { store, authority, form } = asked;
  const plan = await plannedRound(store, authority.code, period.code);
  const levels = await approvalLevels(store, authority.code);
  return pageAnswer(
    asked,
    {
      title: `Plan ${periodLabel(period)}`,
      back: { text: `Rounds of ${period.year}`, href: yearAddress(period) },
      hasErrors: problems.length > 0,
    },
    <>
      <Problems problems={problems} />
      <span class="govuk-caption-l">{plan === null ? 'No round yet' : 'Planned'}</span>
      <h1 class="govuk-heading-l">{periodLabel(period)}</h1>
      <p class="govuk-body">
        These days are proposed when the round is opened, and are in everybody’s calendar from now on, marked
        as planned.
      </p>
      {plan === null || canOpenOn(period) > asked.today ? null : (
        <p class="govuk-body">
          The period has ended:{' '}
          <a class="govuk-link" href={`/round/new?period=${encodeURIComponent(period.code)}`}>
            open this round now
          </a>
          .
        </p>
      )}
      <form method="post" action={`/set-up/rounds/${periodAddress(period.code)}`} noValidate>
        <Token asked={asked} />
        <input type="hidden" name="seen" value={form.get('seen') ?? seenPlan(plan)} />
        <PlanDays
          typed={typed ?? (plan === null ? {} : planTyped(plan))}
          levels={levels}
          problems={problems}
        />
        <ButtonGroup>
          <Button name="do" value="save">
            Save these days
          </Button>
          {plan === null ? null : (
            <Button name="do" value="forget" classes="govuk-button--secondary">
              Do not plan this round yet
            </Button>
          )}
        </ButtonGroup>
      </form>
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

export async function saveOnePlan(asked: Asked): Promise<Answer> {
  const period = periodOfPage(asked);
  if (period === null) return notFoundPage(asked);
  const { store, authority, form } = asked;
  const levels = await approvalLevels(store, authority.code);
  const typed = planFromForm(form);
  const what = form.get('do');
  if (what === 'workOut') {
    const result = workedOut(typed, levels, period);
    return 'problems' in result
      ? onePlanPage(asked, typed, result.problems)
      : onePlanPage(asked, result.typed);
  }
  const read = what === 'forget' ? { plan: null } : readPlan(typed, levels);
  if ('problems' in read) return onePlanPage(asked, typed, read.problems);
  const given = { period: period.code, plan: read.plan, seen: form.get('seen') ?? '' };
  const problems = await problemsOf(() => planAhead(store, actingFor(asked), [given]));
  if (problems.length > 0) {
    const suffix = `-${periodAddress(period.code)}`;
    const own = problems.map((one) => ({ ...one, field: one.field.replace(suffix, '') }));
    return onePlanPage(asked, typed, own);
  }
  const label = periodLabel(period);
  const notice =
    read.plan === null ? `${label} is not planned any more.` : `The days of ${label} have been saved.`;
  return { kind: 'redirect', to: yearAddress(period), notice };
}

const yearAddress = ({ year }: ReportingPeriod): string => `/set-up/rounds?year=${year}`;

/** A period of the kind of year that the authority has. */
function periodOfPage({ params, authority }: Asked): ReportingPeriod | null {
  const period = periodAt(params.period ?? '');
  return period?.yearKind === authority.yearKind ? period : null;
}

const isOpen = async ({ store, authority }: Asked, { code }: ReportingPeriod): Promise<boolean> =>
  (await listRounds(store, authority.code)).some(({ period }) => period === code);
