import { grouped } from '../../../../domain/number/format.ts';
import { monthsLabel, periodLabel } from '../../../../domain/period/label.ts';
import { periodHolding } from '../../../../domain/period/of-day.ts';
import type { YearKind } from '../../../../domain/period/period.ts';
import { can } from '../../../../domain/permission/can.ts';
import { type YearInUse, yearInUse } from '../../../../workflow/queries/year-in-use.ts';
import { changeYearKind } from '../../../../workflow/set-up/change-year-kind.ts';
import { actingFor } from '../../../acting.ts';
import { Button } from '../../../components/button/button.tsx';
import { Radios } from '../../../components/choices/choices.tsx';
import { Input } from '../../../components/input/input.tsx';
import { Table } from '../../../components/table/table.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { typedOrNull, typedText } from '../../../typed-form.ts';
import { chosenYearKind, yearKindNames, yearKinds } from './year-kinds.ts';

/** The kind of year, what it means for the periods, and whether it can still be another. */
export async function yearPage(asked: Asked, problems: readonly FieldProblem[] = []): Promise<Answer> {
  const { store, authority, actors } = asked;
  const used = await yearInUse(store, authority.code, authority.yearKind);
  const mayChange = can(actors, 'setUpAuthority', { relation: 'other', state: null });
  return pageAnswer(
    asked,
    {
      title: 'Kind of year',
      back: { text: 'Set-up', href: '/set-up' },
      hasErrors: problems.length > 0,
    },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Kind of year</h1>
      <p class="govuk-body-l">{`${authority.name} reports by the ${authority.yearKind} year.`}</p>
      <p class="govuk-body">{`Today is in ${example(asked.today, authority.yearKind)}.`}</p>
      {used.length > 0 ? <InUse used={used} /> : null}
      {used.length === 0 && mayChange ? <YearForm asked={asked} problems={problems} /> : null}
      {used.length === 0 && !mayChange ? (
        <p class="govuk-body">
          Nothing is recorded under a period yet, so an administrator can still change it.
        </p>
      ) : null}
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

/** @example example('2019-01-09', 'financial') // 'Quarter 4, 2018-19 (January to March 2019), written 2018-19/Q4' */
function example(today: string, yearKind: YearKind): string {
  const quarter = periodHolding(today, 'quarter', yearKind);
  return `${periodLabel(quarter)} (${monthsLabel(quarter)}), written ${quarter.code}`;
}

export async function saveYearKind(asked: Asked): Promise<Answer> {
  const { form, store, authority } = asked;
  const yearKind = chosenYearKind(typedText(form, 'yearKind'));
  if (yearKind === null) return yearPage(asked, [{ field: 'yearKind', message: 'Choose the kind of year' }]);
  if (yearKind === authority.yearKind) {
    return { kind: 'redirect', to: '/set-up/year', notice: 'Nothing was different.' };
  }
  const reason = typedOrNull(form, 'reason');
  const problems = await problemsOf(() => changeYearKind(store, actingFor(asked), { yearKind, reason }));
  if (problems.length > 0) return yearPage(asked, problems);
  return { kind: 'redirect', to: '/set-up/year', notice: 'The kind of year has been changed.' };
}

function YearForm({ asked, problems }: { asked: Asked; problems: readonly FieldProblem[] }) {
  const { authority, form, today } = asked;
  const chosen = typedText(form, 'yearKind') || authority.yearKind;
  return (
    <form method="post" action="/set-up/year" noValidate>
      <Token asked={asked} />
      <p class="govuk-body">
        Nothing is recorded under a period yet, so it can still be another. Measures, people, directorates and
        scorecards stay as they are. Quarters, targets, rounds and reports follow the new year from now on.
        Once the first target, figure or round is there, it can change no more.
      </p>
      <Radios
        name="yearKind"
        legend="The year it reports in"
        errorMessage={messageFor(problems, 'yearKind')}
        items={yearKinds.map((kind) => ({
          value: kind,
          text: yearKindNames[kind],
          hint: `Today would be in ${example(today, kind)}`,
          checked: kind === chosen,
        }))}
      />
      <Input
        name="reason"
        label="Why it changes"
        value={typedText(form, 'reason')}
        errorMessage={messageFor(problems, 'reason')}
      />
      <Button>Change the kind of year</Button>
    </form>
  );
}

const words: Readonly<Record<YearInUse['what'], string>> = {
  observation: 'Actuals and forecasts',
  target_version: 'Targets',
  commentary: 'Commentary texts',
  statement: 'Statuses as published elsewhere',
  round_record: 'Steps of rounds',
  planned_round: 'Rounds planned ahead',
  edition: 'Editions of reports',
};

/** Why it cannot change, with all that stands in the way, and what can be done instead. */
const InUse = ({ used }: { used: readonly YearInUse[] }) => (
  <>
    <h2 class="govuk-heading-m">Why it cannot change</h2>
    <p class="govuk-body">
      What is listed here is recorded under periods of this year. Under another year it would keep its
      meaning, but no period of that year would find it: figures would lose the periods before them, and years
      their targets.
    </p>
    <Table
      caption="Recorded under this kind of year"
      columns={[
        { heading: 'What', label: '' },
        { heading: 'How many', label: 'How many', numeric: true },
        { heading: 'Periods', label: 'Periods' },
      ]}
      rows={used.map(({ what, count, first, last }) => ({
        key: what,
        cells: [words[what], grouped(String(count)), first === last ? first : `${first} to ${last}`],
      }))}
      empty=""
    />
    <h2 class="govuk-heading-m">What you can do</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        To begin again under another year, begin an empty database, bring the measures in there, and import
        past figures under that year’s periods. This one stays as the record of what was reported.
      </li>
      {used.some(({ what }) => what === 'planned_round') ? (
        <li>Rounds that are only planned can be taken back in the rounds calendar.</li>
      ) : null}
    </ul>
  </>
);
