import { periodHolding } from '../../../../domain/period/of-day.ts';
import { clashesAmong } from '../../../../domain/round/rounds-calendar.ts';
import {
  type RoundsOfYear,
  roundsOfYear,
  yearsWithRounds,
} from '../../../../workflow/queries/rounds-calendar.ts';
import { planAhead } from '../../../../workflow/round/plan-ahead.ts';
import { actingFor } from '../../../acting.ts';
import { WarningText } from '../../../components/warning-text/warning-text.tsx';
import { type FieldProblem, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { counted } from '../../../wording/count.ts';
import { notFoundPage } from '../../problem/problem.tsx';
import { mayRun } from '../../round/round-page.tsx';
import { yearAt } from '../targets/years.ts';
import { DaysInOrder } from './days-in-order.tsx';
import { readYear, toPlan, type YearTyped, yearHeld } from './meetings.ts';
import { MeetingsForm } from './meetings-form.tsx';
import { RoundsTable } from './rounds-table.tsx';

/** Shown as somebody typed it, and not saved yet. */
interface Shown {
  /** As it would be, or is. */
  year: RoundsOfYear;
  typed: YearTyped;
  problems: readonly FieldProblem[];
  isTried: boolean;
}

/** The rounds of a year on one page: their days, what clashes, and the meetings they are worked back from. */
export async function calendarPage(asked: Asked, own: Shown | null = null): Promise<Answer> {
  const year = yearShown(asked);
  const offered = await yearsWithRounds(asked.store, asked.authority, asked.today);
  const at = offered.indexOf(year?.code ?? '');
  if (year === null || at < 0) return notFoundPage(asked);
  const held = await roundsOfYear(asked.store, asked.authority, year.code);
  const {
    year: shown,
    typed,
    problems,
    isTried,
  } = own ?? {
    year: held,
    typed: yearHeld(held),
    problems: [],
    isTried: false,
  };
  const codes = new Set(shown.rounds.map(({ period }) => period.code));
  const clashes = clashesAmong([shown.before, ...shown.rounds], shown.levels).filter(({ periods }) =>
    periods.some((code) => codes.has(code)),
  );
  return pageAnswer(
    asked,
    {
      title: `Rounds of ${year.code}`,
      back: { text: 'Set-up', href: '/set-up' },
      wide: true,
      hasErrors: problems.length > 0,
    },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Rounds of {year.code}</h1>
      <p class="govuk-body-l">{sentence(shown)}</p>
      <Years before={offered[at - 1]} after={offered[at + 1]} />
      {isTried ? (
        <WarningText>These days are not saved yet. Save them at the end of the page.</WarningText>
      ) : null}
      {clashes.length === 0 ? null : (
        <section class="ot-panel" aria-labelledby="clashes">
          <h2 class="govuk-heading-m" id="clashes">
            {counted(clashes.length, 'clash', 'clashes')}
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {clashes.map(({ words }) => (
              <li key={words}>{`${words}.`}</li>
            ))}
          </ul>
        </section>
      )}
      <RoundsTable asked={asked} year={shown} />
      {mayRun(asked) && toPlan(held).length > 0 ? (
        <MeetingsForm asked={asked} held={held} year={year.code} typed={typed} problems={problems} />
      ) : null}
      <DaysInOrder year={shown} today={asked.today} />
      <p class="govuk-body">
        These days, and those of your own work, can be{' '}
        <a class="govuk-link" href="/account/calendar">
          in your own calendar
        </a>
        .
      </p>
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

/** Checks the meetings of a year, and saves the days worked back from them: all of the rounds or none. */
export async function saveYear(asked: Asked): Promise<Answer> {
  const year = yearShown(asked);
  if (year === null) return notFoundPage(asked);
  const held = await roundsOfYear(asked.store, asked.authority, year.code);
  const { typed, plans, problems } = readYear(asked.form, held);
  if (problems.length > 0) return calendarPage(asked, { year: held, typed, problems, isTried: false });
  if (asked.form.get('do') === 'check') {
    const planned = new Map(plans.map(({ period, plan }) => [period, plan]));
    const rounds = held.rounds.map((round) => {
      const plan = planned.get(round.period.code);
      if (plan === undefined) return round;
      return { ...round, plan, state: plan === null ? ('unplanned' as const) : ('planned' as const) };
    });
    return calendarPage(asked, { year: { ...held, rounds }, typed, problems: [], isTried: true });
  }
  let changed = 0;
  const refused = await problemsOf(async () => {
    changed = await planAhead(asked.store, actingFor(asked), plans);
  });
  if (refused.length > 0)
    return calendarPage(asked, { year: held, typed, problems: refused, isTried: false });
  const notice =
    changed === 0 ? 'Nothing was different.' : `The days of ${counted(changed, 'round')} have been saved.`;
  return { kind: 'redirect', to: `/set-up/rounds?year=${year.code}`, notice };
}

function yearShown(asked: Asked) {
  const given = asked.form.get('year') ?? asked.query.get('year');
  return given === null ? periodHolding(asked.today, 'year', asked.authority.yearKind) : yearAt(given, asked);
}

function sentence({ rounds }: RoundsOfYear): string {
  const planned = rounds.filter(({ state }) => state === 'planned').length;
  const without = rounds.filter(({ state }) => state === 'unplanned').length;
  const begun = rounds.length - planned - without;
  return [
    begun === 0
      ? 'No round of this year has been opened yet.'
      : `${counted(begun, 'round')} of this year ${begun === 1 ? 'has' : 'have'} been opened.`,
    planned === 0 ? '' : `${planned} ${planned === 1 ? 'is' : 'are'} planned ahead.`,
    without === 0 ? '' : `${without} ${without === 1 ? 'has' : 'have'} no days yet.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const Years = ({ before, after }: { before: string | undefined; after: string | undefined }) => (
  <nav class="ot-years" aria-label="Other years">
    {before === undefined ? null : (
      <a class="govuk-link" rel="prev" href={`/set-up/rounds?year=${before}`}>
        {`Previous year: ${before}`}
      </a>
    )}
    {after === undefined ? null : (
      <a class="govuk-link" rel="next" href={`/set-up/rounds?year=${after}`}>
        {`Next year: ${after}`}
      </a>
    )}
  </nav>
);
