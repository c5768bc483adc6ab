import { formatLongDate } from '../../../domain/number/date.ts';
import { formatFigure, formatNumber } from '../../../domain/number/format.ts';
import type { Unit } from '../../../domain/number/unit.ts';
import type { Benchmark } from '../../../domain/peers/averages.ts';
import { againstInWords, funnelInWords, standingSentence } from '../../../domain/peers/sentence.ts';
import type { PeerStanding } from '../../../domain/peers/standing.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { can } from '../../../domain/permission/can.ts';
import { peerBars, peerFunnelChart } from '../../../reports/model/charts/peer-charts.ts';
import {
  EVERY,
  type PeersCompared,
  type PeersView,
  readPeers,
} from '../../../workflow/queries/read-peers.ts';
import { measureAddress, periodAddress, periodAt } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { ChartFigure } from '../../components/chart-figure/chart-figure.tsx';
import { Select } from '../../components/select/select.tsx';
import { Table } from '../../components/table/table.tsx';
import type { FieldProblem } from '../../form-problems.tsx';
import { Problems } from '../../form-problems.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { measureOf } from '../../subject.ts';
import { momentInWords } from '../../wording/days.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { ExpectedForm } from './expected-form.tsx';
import { PeersTable } from './peers-table.tsx';
import { AboutPeriod, Bars, chosenIn, Expected } from './section.tsx';

/** `/measures/:measure/comparison`, of one period and group with `?period=` and `?group=`. */
export async function comparisonPage(asked: Asked, problems: readonly FieldProblem[] = []): Promise<Answer> {
  const code = await measureOf(asked);
  const typed = asked.query.get('period');
  const period = typed === null ? null : periodAt(typed);
  if (code === null || (typed !== null && period === null)) return notFoundPage(asked);
  const group = asked.query.get('group');
  const view = await readPeers(asked.known, { measure: code, period, until: asked.today, group });
  if (view === null) return notFoundPage(asked);
  const { measure, compared } = view;
  const address = `/measures/${measureAddress(code)}`;
  const title = `How we compare: ${measure.title}`;
  return pageAnswer(
    asked,
    { title, wide: true, back: { text: measure.title, href: address }, hasErrors: problems.length > 0 },
    <>
      <Problems problems={problems} />
      <span class="govuk-caption-l">{code}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {compared === null ? (
        <NothingYet asked={asked} />
      ) : (
        <Whole asked={asked} view={view} compared={compared} address={address} />
      )}
      <h2 class="govuk-heading-m">Next national figures</h2>
      {view.expected?.expectedOn ? (
        <Expected view={view} today={asked.today} />
      ) : (
        <p class="govuk-body">Nobody has said when national figures are expected next.</p>
      )}
      {can(asked.actors, 'changePeers', { relation: 'other', state: null }) ? (
        <ExpectedForm
          asked={asked}
          view={view}
          action={`${address}/comparison/expected`}
          problems={problems}
        />
      ) : null}
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

function NothingYet({ asked }: { asked: Asked }) {
  const may = can(asked.actors, 'importFigures', { relation: 'other', state: null });
  return (
    <p class="govuk-body">
      No values of other councils are held for this measure.{' '}
      {may ? (
        <a class="govuk-link" href="/set-up/import?kind=peers">
          Import them from a spreadsheet
        </a>
      ) : null}
    </p>
  );
}

interface WholeProps {
  asked: Asked;
  view: PeersView;
  compared: PeersCompared;
  address: string;
}

function Whole({ asked, view, compared, address }: WholeProps) {
  const { standing, period, corrected } = compared;
  const { unit } = view.measure;
  return (
    <>
      <p class="govuk-body-l">{standingSentence(standing, unit)}</p>
      <AboutPeriod compared={compared} view={view} />
      <Choice compared={compared} address={`${address}/comparison`} />
      <Charts standing={standing} unit={unit} title={view.measure.title} />
      {standing.rows.length === 0 || standing.rows.some(({ interval }) => interval !== null) ? null : (
        <p class="govuk-body">There are no intervals: only the values are held, not the cases behind them.</p>
      )}
      <PeersTable
        standing={standing}
        unit={unit}
        caption={`Councils compared, ${periodLabel(period)}`}
        whole
      />
      <Averages standing={standing} unit={unit} />
      <Files compared={compared} address={`${address}/comparison`} unit={unit} />
      {standing.leftOut.length === 0 ? null : (
        <Table
          caption="Not compared"
          columns={[
            { heading: 'Council or average', label: '' },
            { heading: 'Value', label: 'Value', numeric: true },
            { heading: 'Why not', label: 'Why not' },
          ]}
          rows={standing.leftOut.map(({ area, value, reason }) => ({
            key: area.code,
            cells: [area.name, value === null ? 'None' : formatFigure(value.figure, unit), reason],
          }))}
          empty="Everything is compared."
        />
      )}
      {corrected.length === 0 ? null : <Corrected asked={asked} corrected={corrected} unit={unit} />}
    </>
  );
}

/** Bars of all councils, and the funnel or why there is none. */
function Charts({ standing, unit, title }: { standing: PeerStanding; unit: Unit; title: string }) {
  const funnel = peerFunnelChart(standing, unit, `${title}, by size of council`);
  return (
    <>
      <Bars standing={standing} unit={unit} title={title} />
      {funnel === null ? (
        <p class="govuk-body">{funnelInWords(standing, unit)}</p>
      ) : (
        <ChartFigure chart={funnel} id="funnel" />
      )}
    </>
  );
}

/** The comparison as it is shown, for whoever works on with it. */
function Files({ compared, address, unit }: { compared: PeersCompared; address: string; unit: Unit }) {
  const query = chosenIn(compared);
  const { standing } = compared;
  const files = [
    ['comparison.csv', 'The councils as a CSV file'],
    ...(peerBars(standing, unit, '') === null
      ? []
      : [
          ['councils.svg', 'The bars as SVG'],
          ['councils.png', 'The bars as PNG'],
        ]),
    ...(typeof standing.funnel === 'string'
      ? []
      : [
          ['funnel.svg', 'The funnel as SVG'],
          ['funnel.png', 'The funnel as PNG'],
        ]),
  ] as const;
  return (
    <>
      <h2 class="govuk-heading-s">Save this comparison</h2>
      <ul class="govuk-list">
        {files.map(([name, text]) => (
          <li key={name}>
            <a class="govuk-link" href={`${address}/${name}?${query}`} download>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Another period or another group: a form without scripts. */
function Choice({
  compared: { period, periods, group, groups },
  address,
}: {
  compared: PeersCompared;
  address: string;
}) {
  return (
    <form method="get" action={address} class="ot-panel">
      <div class="ot-figures">
        <Select
          name="period"
          label="Period"
          value={periodAddress(period.code)}
          items={periods.map((one) => ({ value: periodAddress(one.code), text: periodLabel(one) }))}
        />
        <Select
          name="group"
          label="Compared with"
          value={group?.code ?? EVERY}
          items={[
            ...groups.map(({ code, name }) => ({ value: code, text: name })),
            { value: EVERY, text: 'Every council with a value' },
          ]}
        />
      </div>
      <Button classes="govuk-button--secondary">Show</Button>
    </form>
  );
}

function howOf({ how, of }: Benchmark): string {
  if (how === 'published') return 'As published';
  return how === 'pooled'
    ? `All cases of the ${of} together`
    : `Mean of the ${of} values: not every council gives its cases`;
}

function Averages({ standing, unit }: { standing: PeerStanding; unit: Unit }) {
  const { averages, benchmarks } = standing;
  return (
    <Table
      caption="Beside averages"
      columns={[
        { heading: 'Average', label: '' },
        { heading: 'Value', label: 'Value', numeric: true },
        { heading: 'How it was worked out', label: 'How' },
        { heading: 'This council', label: 'This council' },
      ]}
      rows={averages.map((one, index) => {
        const beside = benchmarks[index];
        return {
          key: `${one.how} ${one.name}`,
          cells: [
            one.how === 'published' ? one.name : `The others in ${one.name}`,
            formatNumber(one.value, unit),
            howOf(one),
            beside === undefined ? 'No figure' : capital(againstInWords(beside, unit)),
          ],
        };
      })}
      empty="There is no average: nobody published one, and fewer than three other councils have a value."
    />
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function Corrected({
  asked,
  corrected,
  unit,
}: {
  asked: Asked;
  corrected: PeersCompared['corrected'];
  unit: Unit;
}) {
  return (
    <Table
      caption="Values that were corrected later"
      columns={[
        { heading: 'Council or average', label: '' },
        { heading: 'Value', label: 'Value', numeric: true },
        { heading: 'Source', label: 'Source' },
        { heading: 'Brought in', label: 'Brought in' },
      ]}
      rows={corrected.flatMap((versions) =>
        versions.map(({ area, figure, publication, publishedOn, recordedAt }, index) => ({
          key: `${area.code} ${index}`,
          cells: [
            area.name,
            formatFigure(figure, unit),
            `${publication}, ${formatLongDate(publishedOn)}`,
            momentInWords(recordedAt, asked.authority.timeZone),
          ],
        })),
      )}
      empty="None."
    />
  );
}
