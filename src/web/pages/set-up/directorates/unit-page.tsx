import { readSetUp, type SetUp } from '../../../../workflow/queries/set-up.ts';
import { endUnit, saveUnit, type UnitGiven } from '../../../../workflow/set-up/change-organisation.ts';
import { actingFor } from '../../../acting.ts';
import { Button } from '../../../components/button/button.tsx';
import { Details } from '../../../components/details/details.tsx';
import { Input } from '../../../components/input/input.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { typedOrNull, typedText } from '../../../typed-form.ts';
import { typedDay } from '../../../wording/typed-day.ts';
import { notFoundPage } from '../../problem/problem.tsx';
import { heldFor } from './list.tsx';
import { UnitForm, type UnitTyped } from './unit-form.tsx';

const back = { text: 'Directorates and services', href: '/set-up/directorates' };
const setUpOf = ({ store, authority, today }: Asked) => readSetUp(store, authority.code, today);

export async function newUnitPage(asked: Asked): Promise<Answer> {
  const setUp = await setUpOf(asked);
  const order = Math.max(0, ...setUp.units.filter(({ parent }) => parent === null).map((one) => one.order));
  return newUnit(asked, setUp, { name: '', parent: '', order: String(order + 1), from: '', reason: '' }, []);
}

export async function addUnit(asked: Asked): Promise<Answer> {
  const { given, typed, problems } = givenIn(asked.form, null);
  const all = problems.length > 0 ? problems : await saved(asked, given);
  if (all.length > 0) return newUnit(asked, await setUpOf(asked), typed, all);
  return { kind: 'redirect', to: back.href, notice: `${given.name} has been added.` };
}

export async function unitPage(asked: Asked): Promise<Answer> {
  const setUp = await setUpOf(asked);
  const last = setUp.units.findLast(({ code }) => code === asked.params.unit);
  if (last === undefined) return notFoundPage(asked);
  const { name, parent, order } = last;
  return shown(asked, setUp, { name, parent: parent ?? '', order: String(order), from: '', reason: '' }, []);
}

export async function changeUnit(asked: Asked): Promise<Answer> {
  const { given, typed, problems } = givenIn(asked.form, asked.params.unit ?? '');
  const all = problems.length > 0 ? problems : await saved(asked, given);
  if (all.length > 0) return shown(asked, await setUpOf(asked), typed, all);
  return { kind: 'redirect', to: back.href, notice: `${given.name} has been saved.` };
}

export async function endTheUnit(asked: Asked): Promise<Answer> {
  const setUp = await setUpOf(asked);
  const last = setUp.units.findLast(({ code }) => code === asked.params.unit);
  if (last === undefined) return notFoundPage(asked);
  const read = typedDay(typedText(asked.form, 'lastDay'), 'The last day');
  const isOpen = asked.form.get('open') === 'yes';
  const lastDay = 'day' in read ? read.day : null;
  const reason = typedOrNull(asked.form, 'reason');
  const problems =
    'problem' in read
      ? [{ field: 'lastDay', message: read.problem }]
      : lastDay === null && !isOpen
        ? [{ field: 'lastDay', message: 'Enter the last day' }]
        : await problemsOf(() =>
            endUnit(asked.store, actingFor(asked), { code: last.code, lastDay, reason }),
          );
  const typed = {
    name: last.name,
    parent: last.parent ?? '',
    order: String(last.order),
    from: '',
    reason: '',
  };
  if (problems.length > 0) return shown(asked, setUp, typed, problems);
  return {
    kind: 'redirect',
    to: back.href,
    notice: `${last.name} has been ${isOpen ? 'opened again' : 'ended'}.`,
  };
}

const saved = (asked: Asked, given: UnitGiven) =>
  problemsOf(() => saveUnit(asked.store, actingFor(asked), given));

function newUnit(asked: Asked, setUp: SetUp, typed: UnitTyped, problems: readonly FieldProblem[]): Answer {
  const title = 'Add a directorate or service';
  return pageAnswer(
    asked,
    { title, back, hasErrors: problems.length > 0 },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">{title}</h1>
      <UnitForm asked={asked} setUp={setUp} code={null} typed={typed} problems={problems} />
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

function shown(asked: Asked, setUp: SetUp, typed: UnitTyped, problems: readonly FieldProblem[]): Answer {
  const versions = setUp.units.filter(({ code }) => code === asked.params.unit);
  const last = versions.at(-1);
  if (last === undefined) return notFoundPage(asked);
  const wrong = messageFor(problems, 'lastDay');
  const action = `/set-up/directorates/${encodeURIComponent(last.code)}/end`;
  return pageAnswer(
    asked,
    { title: last.name, back, hasErrors: problems.length > 0 },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">{last.name}</h1>
      <ul class="govuk-list govuk-list--bullet">
        {versions.map((one) => (
          <li key={one.validFrom}>{`${one.name}. ${heldFor(one)}`}</li>
        ))}
      </ul>
      <UnitForm asked={asked} setUp={setUp} code={last.code} typed={typed} problems={problems} />
      {last.validTo === null ? (
        <Details summaryText={`End ${last.name}`} open={wrong !== undefined}>
          <form method="post" action={action} noValidate>
            <Token asked={asked} />
            <Input
              name="lastDay"
              label="Last day"
              hint="For example, 31/3/2019. Reports of periods until then keep it."
              classes="govuk-input--width-10"
              value={typedText(asked.form, 'lastDay')}
              errorMessage={wrong}
            />
            <Input id="endReason" name="reason" label="Reason (kept in the trail)" />
            <Button classes="govuk-button--warning">End it</Button>
          </form>
        </Details>
      ) : (
        <form method="post" action={action}>
          <Token asked={asked} />
          <input type="hidden" name="open" value="yes" />
          <Button classes="govuk-button--secondary">It does not end: open it again</Button>
        </form>
      )}
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

function givenIn(form: URLSearchParams, code: string | null) {
  const typed: UnitTyped = {
    name: typedText(form, 'name').slice(0, 200),
    parent: typedText(form, 'parent'),
    order: typedText(form, 'order'),
    from: typedText(form, 'from'),
    reason: typedText(form, 'reason'),
  };
  const from = typedDay(typed.from, 'The day');
  const problems: FieldProblem[] = 'problem' in from ? [{ field: 'from', message: from.problem }] : [];
  const given: UnitGiven = {
    code,
    name: typed.name,
    parent: typed.parent || null,
    order: /^\d{1,3}$/.test(typed.order) ? Number(typed.order) : Number.NaN,
    from: 'day' in from ? from.day : null,
    reason: typed.reason || null,
  };
  return { given, typed, problems };
}
