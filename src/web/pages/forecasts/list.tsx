import { crossingsOf, FEWEST, recordOf } from '../../../domain/forecast-ledger/record.ts';
import { biasSentence, recordInWords, sidesInWords } from '../../../domain/forecast-ledger/words.ts';
import { LEDGER_YEARS } from '../../../domain/ledger-window.ts';
import {
  computedBriefly,
  paceSentence,
  prospectSentence,
  serviceForecast,
} from '../../../domain/outlook-words.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { seriesCsv } from '../../../reports/render/csv/series-csv.ts';
import { type LedgerLine, type LedgersView, readLedgers } from '../../../workflow/queries/forecast-ledger.ts';
import { measureAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Select } from '../../components/select/select.tsx';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';
import { Table } from '../../components/table/table.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { forecastHeadings, forecastRows } from './file.ts';

/** More than anybody reads at once: what is left out is said. */
const MOST = 300;

/** `/forecasts`, narrowed by directorate, by owner, and to those that ask for more than was ever done. */
export async function forecastsPage(asked: Asked): Promise<Answer> {
  const view = await readLedgers(asked.known, asked.today);
  const title = 'Forecasts';
  if (view === null) {
    return pageAnswer(
      asked,
      { title },
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">There are no figures yet, and so no forecasts.</p>
      </>,
    );
  }
  const lines = chosenFrom(view, asked.query);
  const past = lines.flatMap((line) => line.past);
  const record = recordOf(past);
  const current = lines.filter(({ ledger }) => ledger.outlook !== null);
  const bias = biasSentence(record);
  return pageAnswer(
    asked,
    { title, wide: true, back: { text: 'Scorecard', href: '/scorecard' } },
    <>
      <span class="govuk-caption-l">{periodLabel(view.period)}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{`${recordInWords(record)}${record.tooFew ? '' : ', of the forecasts whose year is over'}.`}</p>
      {bias === null ? null : <p class="govuk-body">{`${bias}: ${sidesInWords(record)}.`}</p>}
      <p class="govuk-body">
        A forecast came true where the year ended with the status that was forecast, or a better one where it
        was forecast on target. Fewer than {FEWEST} past forecasts are too few to say. Forecasts since{' '}
        {view.since} are counted: of this year and the {LEDGER_YEARS} before it.
      </p>
      <Choose view={view} query={asked.query} />
      <Table
        caption={`This year: ${counted(current.length, 'measure')}`}
        columns={[
          { heading: 'Measure', label: '' },
          { heading: 'Forecast of the service', label: 'Forecast of the service' },
          { heading: 'Worked out', label: 'Worked out' },
          { heading: 'The rest of the year', label: 'The rest of the year' },
          { heading: 'Past forecasts', label: 'Past forecasts' },
        ]}
        empty="No measure fits what you chose."
        rows={current.slice(0, MOST).map(rowOf)}
      />
      {current.length > MOST ? (
        <p class="govuk-body">{`The first ${MOST} are shown. Choose a directorate to see the others.`}</p>
      ) : null}
      <Crossings past={past} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/forecasts/forecasts.csv${queryOf(asked.query)}`} download>
          {`Download every forecast since ${view.since} as a CSV file`}
        </a>
      </p>
    </>,
  );
}

/** `/forecasts/forecasts.csv` */
export async function forecastsFile(asked: Asked): Promise<Answer> {
  const view = await readLedgers(asked.known, asked.today);
  if (view === null) return notFoundPage(asked);
  const rows = chosenFrom(view, asked.query).flatMap((line) => forecastRows(line, null));
  return { kind: 'file', ...seriesCsv(`${asked.authority.code}-forecasts`, forecastHeadings, rows) };
}

const filters = ['directorate', 'owner', 'asks'] as const;

function chosenFrom({ lines }: LedgersView, query: URLSearchParams): LedgerLine[] {
  const [directorate, owner, asks] = filters.map((name) => query.get(name) ?? '');
  return lines.filter(
    (line) =>
      (directorate === '' || line.directorate.code === directorate) &&
      (owner === '' || line.owner.id === owner) &&
      (asks !== 'more' || asksForMore(line)),
  );
}

function asksForMore({ ledger }: LedgerLine): boolean {
  const pace = ledger.outlook?.pace;
  return pace?.kind === 'pace' && (pace.verdict === 'beyondBest' || pace.verdict === 'spent');
}

function queryOf(query: URLSearchParams): string {
  const kept = new URLSearchParams(
    filters.flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? '']] : [])),
  );
  return kept.size === 0 ? '' : `?${kept}`;
}

function Choose({ view, query }: { view: LedgersView; query: URLSearchParams }) {
  const named = (of: (line: LedgerLine) => { id: string; name: string }) =>
    [...new Map(view.lines.map((line) => [of(line).id, of(line).name]))]
      .filter(([id]) => id !== '')
      .map(([value, text]) => ({ value, text }))
      .sort((a, b) => (a.text < b.text ? -1 : 1));
  const all = { value: '', text: 'All' };
  return (
    <form method="get" action="/forecasts" class="ot-filters" aria-label="Choose what to see">
      <Select
        name="directorate"
        label="Directorate"
        value={query.get('directorate') ?? ''}
        items={[all, ...named(({ directorate: { code, name } }) => ({ id: code, name }))]}
      />
      <Select
        name="owner"
        label="Owner"
        value={query.get('owner') ?? ''}
        items={[all, ...named(({ owner }) => owner)]}
      />
      <Select
        name="asks"
        label="Rest of the year"
        value={query.get('asks') ?? ''}
        items={[all, { value: 'more', text: 'Asks for more than ever before' }]}
      />
      <div class="ot-filters__end">
        <Button classes="govuk-button--secondary">Show</Button>
        {queryOf(query) === '' ? null : (
          <a class="govuk-link" href="/forecasts">
            Show everything
          </a>
        )}
      </div>
    </form>
  );
}

function rowOf({ version, ledger, past, owner }: LedgerLine) {
  const { outlook } = ledger;
  const record = recordOf(past);
  return {
    key: version.code,
    cells:
      outlook === null
        ? []
        : [
            <>
              <a class="govuk-link" href={`/measures/${measureAddress(version.code)}/forecasts`}>
                {version.title}
              </a>
              <span class="ot-under">
                {[version.code, owner.name].filter((each) => each !== '').join(', ')}
              </span>
            </>,
            <>
              {serviceForecast(outlook)}{' '}
              {outlook.measure.snapshot.forecast === null ? null : (
                <StatusTag outcome={outlook.measure.forecastStatus.outcome} />
              )}
            </>,
            <>
              {computedBriefly(outlook)}
              <span class="ot-under">{prospectSentence(outlook) ?? ''}</span>
            </>,
            outlook.pace.kind === 'none' ? 'Not worked out' : paceSentence(outlook),
            <>
              {recordInWords(record)}
              <span class="ot-under">{record.tooFew ? '' : sidesInWords(record)}</span>
            </>,
          ],
  };
}

/** From which status to which forecast, and how often that came true. */
function Crossings({ past }: { past: LedgerLine['past'] }) {
  const all = crossingsOf(past);
  if (all.length === 0) return null;
  return (
    <Table
      caption="From what the status was to what was forecast"
      columns={[
        { heading: 'Status then', label: '' },
        { heading: 'Forecast', label: 'Forecast' },
        { heading: 'Came true', label: 'Came true' },
      ]}
      empty=""
      rows={all.map(({ from, to, forecasts, cameTrue }) => ({
        key: `${from.id} ${to.id}`,
        cells: [
          <StatusTag key="f" outcome={from} />,
          <StatusTag key="t" outcome={to} />,
          forecasts < FEWEST ? `Too few to say (${forecasts})` : `${cameTrue} of ${forecasts}`,
        ],
      }))}
    />
  );
}
