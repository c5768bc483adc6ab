import { revisionsOf } from '../../../domain/forecast-ledger/given.ts';
import { meanError, recordOf } from '../../../domain/forecast-ledger/record.ts';
import {
  biasSentence,
  cameInWords,
  leftOutInWords,
  recordInWords,
  sidesInWords,
} from '../../../domain/forecast-ledger/words.ts';
import type { LedgerEntry } from '../../../domain/measure-ledger.ts';
import { compare, decimal, zero } from '../../../domain/number/decimal.ts';
import { formatFigure, formatNumber } from '../../../domain/number/format.ts';
import {
  computedSentence,
  paceSentence,
  prospectSentence,
  serviceForecast,
} from '../../../domain/outlook-words.ts';
import { periodLabel, shortPeriodLabel } from '../../../domain/period/label.ts';
import { seriesCsv } from '../../../reports/render/csv/series-csv.ts';
import {
  type LedgerLine,
  type RecordedFigure,
  readLedger,
} from '../../../workflow/queries/forecast-ledger.ts';
import { setUpKnown } from '../../../workflow/queries/set-up-now.ts';
import { measureAddress } from '../../addresses.ts';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';
import { Table } from '../../components/table/table.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { measureOf } from '../../subject.ts';
import { momentInWords } from '../../wording/days.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { forecastHeadings, forecastRows } from './file.ts';
import { Revisions } from './revisions.tsx';

/** `/measures/:measure/forecasts`: every forecast ever given for it, who, when, why, and what came of it. */
export async function measureForecastsPage(asked: Asked): Promise<Answer> {
  const code = await measureOf(asked);
  const which = asked.query.get('years') === 'all' ? 'all' : 'late';
  const found = code === null ? null : await readLedger(asked.known, asked.today, code, which);
  if (found === null) return notFoundPage(asked);
  const { line, given, since } = found;
  const { version, ledger } = line;
  const people = await setUpKnown(asked.known).people();
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? id;
  const address = `/measures/${measureAddress(version.code)}`;
  const years = [...new Set(ledger.entries.map(({ year }) => year))].reverse();
  return pageAnswer(
    asked,
    { title: `Forecasts: ${version.title}`, wide: true, back: { text: 'The measure', href: address } },
    <>
      <span class="govuk-caption-l">{[version.code, line.directorate.name].join(', ')}</span>
      <h1 class="govuk-heading-l">{`Forecasts: ${version.title}`}</h1>
      <ThisYear line={line} />
      <Past line={line} />
      <Years
        address={`${address}/forecasts`}
        since={since}
        all={which === 'all'}
        older={given.some(({ period }) => period < since)}
      />
      {years.length === 0 ? <p class="govuk-body">No forecast has been given for this measure yet.</p> : null}
      {years.map((year) => {
        const entries = ledger.entries.filter((each) => each.year === year);
        return (
          <section key={year} aria-labelledby={`year-${year}`}>
            <h2 class="govuk-heading-m" id={`year-${year}`}>
              {yearInWords(year, entries, version.unit)}
            </h2>
            <Revisions year={year} entries={entries} unit={version.unit} />
            <YearTable
              year={year}
              entries={entries}
              unit={version.unit}
              given={given}
              nameOf={nameOf}
              timeZone={asked.authority.timeZone}
            />
          </section>
        );
      })}
      <p class="govuk-body">
        <a class="govuk-link" href={`${address}/forecasts/forecasts.csv`} download>
          Download every forecast as a CSV file
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`/forecasts?directorate=${encodeURIComponent(line.directorate.code)}`}>
          {`All forecasts of ${line.directorate.name}`}
        </a>
      </p>
    </>,
  );
}

/** `/measures/:measure/forecasts/forecasts.csv` */
export async function measureForecastsFile(asked: Asked): Promise<Answer> {
  const code = await measureOf(asked);
  const found = code === null ? null : await readLedger(asked.known, asked.today, code, 'all');
  if (found === null || code === null) return notFoundPage(asked);
  const stem = `${asked.authority.code}-${measureAddress(code)}-forecasts`;
  return { kind: 'file', ...seriesCsv(stem, forecastHeadings, forecastRows(found.line, found.given)) };
}

/** The year that goes on: the service's forecast beside the one worked out, and what is left to do. */
function ThisYear({ line: { ledger } }: { line: LedgerLine }) {
  const { outlook } = ledger;
  if (outlook === null) return <p class="govuk-body">This measure is no longer reported.</p>;
  const prospect = prospectSentence(outlook);
  const rows: [string, string][] = [
    ['Forecast of the service', serviceForecast(outlook)],
    ['Worked out from the figures', computedSentence(outlook)],
    ...(prospect === null ? [] : [['As the service now runs', `${prospect}.`] as [string, string]]),
    ['The rest of the year', paceSentence(outlook)],
  ];
  return (
    <section aria-labelledby="this-year">
      <h2 class="govuk-heading-m" id="this-year">
        {`${outlook.period.year}, from ${periodLabel(outlook.period)}`}
      </h2>
      <dl class="govuk-summary-list">
        {rows.map(([name, text]) => (
          <div class="govuk-summary-list__row" key={name}>
            <dt class="govuk-summary-list__key">{name}</dt>
            <dd class="govuk-summary-list__value">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Past({ line: { past, version } }: { line: LedgerLine }) {
  const record = recordOf(past);
  const bias = biasSentence(record);
  const mean = meanError(past);
  const side = mean === null ? 0 : compare(decimal(mean), zero);
  const { first } = record;
  const sentences = [
    `${recordInWords(record)}${record.tooFew ? '' : ` (over ${record.years} ${record.years === 1 ? 'year' : 'years'})`}.`,
    ...(record.tooFew || first.forecasts < 3
      ? []
      : [`Of the first forecasts of each year ${first.cameTrue} of ${first.forecasts} came true.`]),
    ...(bias === null ? [] : [`${bias}: ${sidesInWords(record)}.`]),
    ...(mean === null || side === 0
      ? []
      : [
          `On average ${formatNumber(decimal(mean).abs(), version.unit)} ${side > 0 ? 'above' : 'below'} what came.`,
        ]),
  ];
  return (
    <section aria-labelledby="past">
      <h2 class="govuk-heading-m" id="past">
        What came of past forecasts
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** Which years are counted, and the way to the older ones where there are any. */
function Years({
  address,
  since,
  all,
  older,
}: {
  address: string;
  since: string;
  all: boolean;
  older: boolean;
}) {
  if (!older) return null;
  return (
    <p class="govuk-body">
      {all ? 'Forecasts of every year are counted here. ' : `Forecasts since ${since} are counted here. `}
      <a class="govuk-link" href={all ? address : `${address}?years=all`}>
        {all ? `Show those since ${since}` : 'Show those of every year'}
      </a>
    </p>
  );
}

interface YearProps {
  year: string;
  entries: readonly LedgerEntry[];
  unit: LedgerLine['version']['unit'];
  given: readonly RecordedFigure[];
  nameOf: (id: string) => string;
  timeZone: string;
}

/** `2016-17: revised 2 times, ended at 78.0%` */
function yearInWords(year: string, entries: readonly LedgerEntry[], unit: YearProps['unit']): string {
  const outturn = entries[0]?.outturn;
  const ended = outturn === undefined || outturn.kind === 'missing' ? null : formatFigure(outturn, unit);
  const times = revisionsOf(entries.map(({ counted: { figure } }) => figure));
  const revised = times === 0 ? 'never revised' : `revised ${times === 1 ? 'once' : `${times} times`}`;
  return `${year}: ${revised}${ended === null ? '' : `, ended at ${ended}`}`;
}

/** How the forecast of a year was revised, and by whom; the versions that another replaced too. */
function YearTable({ year, entries, unit, given, nameOf, timeZone }: YearProps) {
  return (
    <Table
      caption={`Every version, ${year}`}
      captionSmall
      columns={[
        { heading: 'Given in', label: '' },
        { heading: 'Forecast', label: 'Forecast' },
        { heading: 'By', label: 'By' },
        { heading: 'Why', label: 'Why' },
        { heading: 'What came of it', label: 'What came of it' },
      ]}
      empty=""
      rows={entries.flatMap((entry) =>
        entry.versions.map((version) => {
          const counts = version === entry.counted;
          const recorded = given.find(
            ({ period, recordedAt }) => period === version.period && recordedAt === version.recordedAt,
          );
          const { judged, forecastStatus } = entry;
          return {
            key: `${version.period} ${version.recordedAt}`,
            cells: [
              shortPeriodLabel(entry.period),
              <>
                {formatFigure(version.figure, unit)}{' '}
                {counts && forecastStatus?.inDenominator ? <StatusTag outcome={forecastStatus} /> : null}
              </>,
              <>
                {nameOf(version.source || (recorded?.by?.actor ?? ''))}
                <span class="ot-under">{momentInWords(version.recordedAt, timeZone)}</span>
              </>,
              version.note ?? recorded?.by?.reason ?? recorded?.file?.name ?? 'No reason was recorded',
              counts
                ? judged.kind === 'past'
                  ? cameInWords[judged.past.came]
                  : leftOutInWords[judged.why]
                : 'Replaced by a later one',
            ],
          };
        }),
      )}
    />
  );
}
