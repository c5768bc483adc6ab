import { periodLabel } from '../../../domain/period/label.ts';
import { periodHolding } from '../../../domain/period/of-day.ts';
import { parsePeriod } from '../../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../../domain/period/period.ts';
import { predecessor } from '../../../domain/period/relate.ts';
import { approvalLevels } from '../../../workflow/queries/approval-levels.ts';
import { listRounds } from '../../../workflow/queries/list-rounds.ts';
import { measuresOfRound } from '../../../workflow/queries/measures-of-round.ts';
import { plannedRound } from '../../../workflow/queries/rounds-calendar.ts';
import { Refused } from '../../../workflow/refused.ts';
import { changeRound } from '../../../workflow/round/change-round.ts';
import { actingFor } from '../../acting.ts';
import { Button } from '../../components/button/button.tsx';
import { Select } from '../../components/select/select.tsx';
import { type FieldProblem, messageFor, Problems } from '../../form-problems.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { PlanDays } from './plan.tsx';
import { type PlanTyped, planFromForm, planTyped, readPlan } from './plan-form.tsx';
import { roundAddress } from './round-of.ts';
import { workedOut } from './worked-out.ts';

/** Opens a round: the period, the meetings, and the days before them. */
export async function openRoundPage(
  asked: Asked,
  given: PlanTyped | null = null,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const { store, authority } = asked;
  const choices = await periodChoices(asked);
  const levels = await approvalLevels(store, authority.code);
  const wanted = given?.period ?? asked.query.get('period');
  const chosen = choices.find(({ code }) => code === wanted) ?? choices[0];
  const planned = chosen === undefined ? null : await plannedRound(store, authority.code, chosen.code);
  const typed = given ?? (planned === null ? {} : planTyped(planned));
  const due = chosen === undefined ? [] : await measuresOfRound(store, authority.code, chosen.code);
  return pageAnswer(
    asked,
    { title: 'Open a round', hasErrors: problems.length > 0, back: { text: 'Round', href: '/round' } },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Open a round</h1>
      {chosen === undefined ? (
        <p class="govuk-body">Every period of this year and the last has a round already.</p>
      ) : (
        <form method="post" action="/round/new" noValidate>
          <Token asked={asked} />
          <Select
            name="period"
            label="Period"
            items={choices.map((period) => ({ value: period.code, text: periodLabel(period) }))}
            value={chosen.code}
            errorMessage={messageFor(problems, 'period')}
          />
          <p class="govuk-body">
            {due.length === 0
              ? 'No measure is due in this period. Add measures and a scorecard first.'
              : `${counted(due.length, 'measure')} due in ${periodLabel(chosen)}.`}
          </p>
          {given === null && planned !== null ? (
            <p class="govuk-body">
              The days are those planned in the{' '}
              <a class="govuk-link" href={`/set-up/rounds?year=${chosen.year}`}>
                rounds calendar
              </a>
              .
            </p>
          ) : null}
          <PlanDays typed={typed} levels={levels} problems={problems} />
          <Button name="do" value="open">
            Open the round
          </Button>
        </form>
      )}
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

/** The quarters that have no round: the one that has just ended, the present one, then four earlier. */
async function periodChoices({ store, authority, today }: Asked): Promise<ReportingPeriod[]> {
  const held = new Set((await listRounds(store, authority.code)).map(({ period }) => period));
  const present = periodHolding(today, 'quarter', authority.yearKind);
  const all: ReportingPeriod[] = [];
  for (let period = predecessor(present), left = 5; left > 0; period = predecessor(period), left--) {
    all.push(period);
  }
  return [...all.slice(0, 1), present, ...all.slice(1)].filter(({ code }) => !held.has(code));
}

export async function openRound(asked: Asked): Promise<Answer> {
  const { store, authority, form } = asked;
  const typed = planFromForm(form);
  const read = parsePeriod(form.get('period') ?? '');
  const levels = await approvalLevels(store, authority.code);
  if (!('period' in read)) {
    return openRoundPage(asked, typed, [{ field: 'period', message: 'Choose the period' }]);
  }
  const { period } = read;
  if (form.get('do') === 'workOut') {
    const result = workedOut(typed, levels, period);
    return 'problems' in result
      ? openRoundPage(asked, typed, result.problems)
      : openRoundPage(asked, { ...result.typed, period: period.code });
  }
  const plan = readPlan(typed, levels);
  if ('problems' in plan) return openRoundPage(asked, typed, plan.problems);
  const measures = await measuresOfRound(store, authority.code, period.code);
  if (measures.length === 0) {
    const message = 'No measure is due in this period. Add measures and a scorecard first';
    return openRoundPage(asked, typed, [{ field: 'period', message }]);
  }
  try {
    const change = { period: period.code, verb: 'open' as const, version: null, reason: null };
    await changeRound(store, actingFor(asked), { ...change, detail: { plan: plan.plan, measures } });
  } catch (error) {
    if (error instanceof Refused && error.kind === 'invalid') {
      return openRoundPage(asked, typed, error.problems);
    }
    throw error;
  }
  return { kind: 'redirect', to: roundAddress(period.code), notice: 'The round is open.' };
}
