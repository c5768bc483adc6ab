import { periodLabel } from '../../../domain/period/label.ts';
import { periodOf } from '../../../domain/period/parse.ts';
import { can } from '../../../domain/permission/can.ts';
import { roundStateNames } from '../../../domain/round/round.ts';
import { type UpdateState, updateStateNames, updateStates } from '../../../domain/round/update.ts';
import { listRounds } from '../../../workflow/queries/list-rounds.ts';
import { roundFindings } from '../../../workflow/queries/round-findings.ts';
import type { RoundOverview, UpdateLine } from '../../../workflow/queries/round-overview.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Table } from '../../components/table/table.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { dayInWords, daysAway } from '../../wording/days.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { Found } from './findings.tsx';
import { roundAddress, roundOf } from './round-of.ts';
import { StateForms } from './state-forms.tsx';
import { Timeline } from './timeline.tsx';

/** The round that is being collected, else the last one, else how to open the first. */
export async function currentRound(asked: Asked): Promise<Answer> {
  const rounds = await listRounds(asked.store, asked.authority.code);
  const round = rounds.find(({ state }) => state === 'open' || state === 'closed') ?? rounds[0];
  if (round !== undefined) return { kind: 'redirect', to: roundAddress(round.period), ...keepNotice(asked) };
  return pageAnswer(
    asked,
    { title: 'Rounds' },
    <>
      <h1 class="govuk-heading-l">No round has been opened yet</h1>
      <p class="govuk-body">
        A round collects one period’s figures: officers are told what is due, approvers sign off, and the
        figures are frozen and published.
      </p>
      {mayRun(asked) ? <Button href="/round/new">Open a round</Button> : null}
    </>,
  );
}

const keepNotice = ({ notice }: Asked) => (notice === null ? {} : { notice });

export const mayRun = ({ actors }: Pick<Asked, 'actors'>): boolean =>
  can(actors, 'runRound', { relation: 'other', state: null });

export async function roundPage(asked: Asked): Promise<Answer> {
  const open = await roundOf(asked);
  if (open === null) return notFoundPage(asked);
  const { period, overview } = open;
  const { round, lines } = overview;
  const rounds = await listRounds(asked.store, asked.authority.code);
  const late = lines.filter((line) => line.late);
  const found = await roundFindings(asked.known, actingFor(asked), overview);
  return pageAnswer(
    asked,
    { title: `Round: ${periodLabel(period)}`, wide: true },
    <>
      <span class="govuk-caption-l">{`Round, ${roundStateNames[round.state].toLowerCase()}`}</span>
      <h1 class="govuk-heading-l">{periodLabel(period)}</h1>
      <p class="govuk-body-l">{sentence(overview, asked.today)}</p>
      <div class="ot-round">
        <div>
          <Matrix overview={overview} />
          <Late overview={overview} late={late} today={asked.today} mayRun={mayRun(asked)} />
          <Found found={found} period={round.period} />
          <Marked overview={overview} today={asked.today} />
        </div>
        <aside aria-labelledby="days">
          <h2 class="govuk-heading-m" id="days">
            Days
          </h2>
          <Timeline overview={overview} today={asked.today} />
          {mayRun(asked) ? (
            <p class="govuk-body">
              <a class="govuk-link" href={`${roundAddress(period.code)}/plan`}>
                Change these days
              </a>
            </p>
          ) : null}
        </aside>
      </div>
      {mayRun(asked) ? <StateForms asked={asked} overview={overview} /> : null}
      <OtherRounds periods={rounds.map((one) => one.period)} here={period.code} mayRun={mayRun(asked)} />
    </>,
  );
}

function sentence({ round, lines }: RoundOverview, today: string): string {
  const number = (state: UpdateState) => lines.filter(({ standing }) => standing.state === state).length;
  const late = lines.filter((line) => line.late).length;
  const approved = `${number('approved')} of ${counted(lines.length, 'measure')} approved`;
  if (round.state === 'frozen' || round.state === 'published') return `${approved}.`;
  const due = `Updates are due ${dayInWords(round.plan.updatesDue, today)} (${daysAway(round.plan.updatesDue, today)}).`;
  return `${approved}, ${number('submitted')} with approvers, ${number('awaited')} not started${late > 0 ? `, ${late} late` : ''}. ${due}`;
}

/** Directorate by state; each count opens its list. */
function Matrix({ overview: { round, lines, directorates } }: { overview: RoundOverview }) {
  const address = `${roundAddress(round.period)}/list`;
  const link = (those: readonly UpdateLine[], query: string, what: string) =>
    those.length === 0 ? (
      '0'
    ) : (
      <a class="govuk-link" href={`${address}?${query}`}>
        {those.length}
        <span class="govuk-visually-hidden"> {what}</span>
      </a>
    );
  const rows = directorates.map(({ code, name }) => {
    const own = lines.filter(({ version }) => version.directorate === code);
    const query = `directorate=${encodeURIComponent(code)}`;
    return {
      key: code,
      cells: [
        name,
        ...updateStates.map((state) =>
          link(
            own.filter(({ standing }) => standing.state === state),
            `${query}&state=${state}`,
            `${updateStateNames[state].toLowerCase()} in ${name}`,
          ),
        ),
        link(
          own.filter((line) => line.late),
          `${query}&late=yes`,
          `late in ${name}`,
        ),
        link(own, query, `in ${name}`),
      ],
    };
  });
  const total = (those: readonly UpdateLine[], query: string, what: string) => link(those, query, what);
  rows.push({
    key: 'all',
    cells: [
      'All',
      ...updateStates.map((state) =>
        total(
          lines.filter(({ standing }) => standing.state === state),
          `state=${state}`,
          updateStateNames[state].toLowerCase(),
        ),
      ),
      total(
        lines.filter((line) => line.late),
        'late=yes',
        'late',
      ),
      total(lines, '', 'in all'),
    ],
  });
  return (
    <Table
      caption="Where the updates are"
      columns={[
        { heading: 'Directorate', label: '' },
        ...updateStates.map((state) => ({
          heading: updateStateNames[state],
          label: updateStateNames[state],
          numeric: true,
        })),
        { heading: 'Late', label: 'Late', numeric: true },
        { heading: 'In all', label: 'In all', numeric: true },
      ]}
      rows={rows}
      empty="This round collects no measures."
    />
  );
}

interface LateProps {
  overview: RoundOverview;
  late: readonly UpdateLine[];
  today: string;
  mayRun: boolean;
}

/** Who is late, by name. */
function Late({ overview: { round }, late, today, mayRun }: LateProps) {
  return (
    <>
      <Table
        caption="Late"
        columns={[
          { heading: 'Measure', label: '' },
          { heading: 'Waits for', label: 'Waits for' },
          { heading: 'Was due', label: 'Was due' },
        ]}
        empty="Nothing is late."
        rows={late.map((line) => ({
          key: line.code,
          cells: [
            <a
              key="m"
              class="govuk-link"
              href={`/update/${periodAddress(round.period)}/${measureAddress(line.code)}`}
            >
              {line.version.title}
            </a>,
            line.waitsFor?.name ?? 'Nobody named yet',
            `${dayInWords(line.due, today)}, ${daysAway(line.due, today)}`,
          ],
        }))}
      />
      {mayRun && round.state !== 'published' ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`${roundAddress(round.period)}/nudge`}>
            Write to people about what is outstanding
          </a>
        </p>
      ) : null}
      {mayRun ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/round/mail">
            Messages sent, waiting and failed
          </a>
        </p>
      ) : null}
    </>
  );
}

/** Extensions, exemptions and reopened measures, with why. */
function Marked({ overview: { round, lines, people }, today }: { overview: RoundOverview; today: string }) {
  const title = (code: string) => lines.find((line) => line.code === code)?.version.title ?? code;
  const by = (id: string) => people.get(id)?.name ?? id;
  const rows = [
    ...[...round.extensions].map(([code, { until, reason, by: who }]) => ({
      key: `more ${code}`,
      cells: [title(code), `More time until ${dayInWords(until, today)}`, `${reason} (${by(who)})`],
    })),
    ...[...round.exempt].map(([code, { reason, by: who }]) => ({
      key: `exempt ${code}`,
      cells: [title(code), 'Kept out of public reports', `${reason} (${by(who)})`],
    })),
    ...[...round.reopened].map(([code, { reason, by: who }]) => ({
      key: `again ${code}`,
      cells: [title(code), 'Reopened after the freeze', `${reason} (${by(who)})`],
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <Table
      caption="Exceptions made"
      columns={[
        { heading: 'Measure', label: '' },
        { heading: 'What', label: 'What' },
        { heading: 'Why', label: 'Why' },
      ]}
      rows={rows}
      empty=""
    />
  );
}

function OtherRounds({
  periods,
  here,
  mayRun,
}: {
  periods: readonly string[];
  here: string;
  mayRun: boolean;
}) {
  const others = periods.filter((period) => period !== here);
  return (
    <section aria-labelledby="other-rounds">
      <h2 class="govuk-heading-m" id="other-rounds">
        Other rounds
      </h2>
      {others.length === 0 ? <p class="govuk-body">This is the only one.</p> : null}
      <ul class="govuk-list">
        {others.map((period) => (
          <li key={period}>
            <a class="govuk-link" href={roundAddress(period)}>
              {periodLabel(periodOf(period))}
            </a>
          </li>
        ))}
      </ul>
      {mayRun ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/round/new">
            Open another round
          </a>
        </p>
      ) : null}
    </section>
  );
}
