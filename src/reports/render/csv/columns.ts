import type { CsvCell } from '../../../formats/csv-writer.ts';
import { headlineOf } from '../../model/charts/chart.ts';
import { computedInWords } from '../../model/forecast-questions.ts';
import { longPartNotes } from '../../model/part-notes.ts';
import { plainText } from '../../model/plain-text.ts';
import type { FigureCell, MeasureRecord, OriginalRecord, Report } from '../../model/report.ts';

/** One column of the file: its heading, and its cell for a measure. `docs/report-csv.md` describes each. */
export interface CsvColumn {
  heading: string;
  cell: (measure: MeasureRecord, report: Report) => CsvCell;
}

const column = (heading: string, cell: CsvColumn['cell']): CsvColumn => ({ heading, cell });

/** A number as a number, a date or step as its text, nothing where there is no figure. */
export const figureCell = ({ kind, exact }: FigureCell): CsvCell =>
  kind === 'number' && exact !== null ? { number: exact } : exact;

const figure = (heading: string, of: (measure: MeasureRecord) => FigureCell): CsvColumn[] => [
  column(heading, (measure) => figureCell(of(measure))),
  column(`${heading}_missing`, (measure) => of(measure).missing),
];

/** Empty where the year's first approved target is still in force. */
const original = (heading: string, of: (measure: MeasureRecord) => OriginalRecord | null): CsvColumn[] => [
  column(`${heading}_target`, (measure) => {
    const found = of(measure);
    return found === null ? null : figureCell(found.target);
  }),
  column(`${heading}_status`, (measure) => of(measure)?.status.label ?? null),
  column(`${heading}_explanation`, (measure) => of(measure)?.sentence ?? null),
];

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** What is said about the figures, each with the figure it is about. */
function figureNotes(measure: MeasureRecord): string {
  const figures: [string, FigureCell][] = [
    ['target', measure.target],
    ['actual', measure.actual],
    ['forecast target', measure.forecastTarget],
    ['forecast', measure.forecast],
  ];
  const printed = figures.flatMap(([name, { notes }]) => notes.map((note) => `${name}: ${note}`));
  return [...printed, ...longPartNotes(measure.parts).map((note) => `actual: ${note}`)].join('; ');
}

/** What was published of the measure and stands otherwise now: `actual 2018-19/Q2: 91.2%, was 88.7%`. */
const correctionsOf = ({ code }: MeasureRecord, { corrections }: Report): string =>
  (corrections?.items ?? [])
    .filter(({ measure }) => measure === code)
    .map(({ figure: which, period, change, was, is }) =>
      change === 'final' || change === 'provisional'
        ? `${which} ${period}: ${is}, now ${change}`
        : `${which} ${period}: ${is}, was ${was}`,
    )
    .join('; ');

/** Why its forecast should be asked about; empty where nothing speaks against it, and without that section. */
const questionOf = ({ code }: MeasureRecord, { questions }: Report): string =>
  (questions ?? [])
    .filter(({ measure }) => measure === code)
    .map((each) => [...each.why, computedInWords(each), each.pace, `${each.record}.`].join(' '))
    .join(' ');

export const CSV_COLUMNS: readonly CsvColumn[] = [
  column('authority', (_, report) => report.authority.code),
  column('period', (_, report) => report.period.code),
  column('period_end', (_, report) => report.period.end),
  column('as_at', (_, report) => report.asAt),
  column('code', ({ code }) => code),
  column('aliases', ({ aliases }) => aliases.join('; ')),
  column('title', ({ title }) => title),
  column('directorate', ({ directorate }) => directorate),
  column('service', ({ service }) => service),
  column('unit', ({ unit }) => unit),
  column('polarity', ({ polarity }) => polarity),
  column('period_basis', ({ periodBasis }) => periodBasis),
  ...figure('target', ({ target }) => target),
  ...figure('actual', ({ actual }) => actual),
  column('status', ({ status }) => status.label),
  column('status_code', ({ status }) => status.outcome),
  column('status_as_published', ({ status }) => yesNo(status.asPublished)),
  column('variance_percent', ({ variance }) => (variance === null ? null : { number: variance })),
  column('explanation', ({ status }) => status.explanation),
  ...figure('forecast_target', ({ forecastTarget }) => forecastTarget),
  ...figure('forecast', ({ forecast }) => forecast),
  column('forecast_status', ({ forecastStatus }) => forecastStatus.label),
  column('forecast_status_code', ({ forecastStatus }) => forecastStatus.outcome),
  column('forecast_status_as_published', ({ forecastStatus }) => yesNo(forecastStatus.asPublished)),
  column('forecast_explanation', ({ forecastStatus }) => forecastStatus.explanation),
  ...original('original', (measure) => measure.original?.now ?? null),
  ...original('original_forecast', (measure) => measure.original?.forecast ?? null),
  column('direction_of_travel', ({ direction }) => direction.label),
  column('direction_basis', ({ direction }) => direction.basis),
  column('direction_explanation', ({ direction }) => direction.explanation),
  column('status_scheme', (_, { scheme }) => scheme.id),
  column('status_scheme_version', (_, { scheme }) => ({ number: String(scheme.version) })),
  column('flags', ({ flags }) => flags.join('; ')),
  column('notes', ({ notes }) => notes.join('; ')),
  column('figure_notes', figureNotes),
  column('context', ({ commentary }) => plainText(commentary.context)),
  column('improvement_actions', ({ commentary }) => plainText(commentary.actions)),
  column('intervention_review', ({ commentary }) => plainText(commentary.intervention)),
  column('selected_because', ({ selectedBecause }) => selectedBecause),
  column('report_shows', (_, report) => report.summary.shows ?? null),
  column('corrections', correctionsOf),
  column('variation', ({ signal }) => signal?.variation ?? null),
  column('assurance', ({ signal }) => signal?.assurance ?? null),
  column('signal', ({ signal }) => signal?.sentence ?? null),
  column('forecast_question', questionOf),
  column('chart', ({ chart }) => (chart === null ? null : headlineOf(chart))),
];
