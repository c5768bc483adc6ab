import { headlineOf } from '../../model/charts/chart.ts';
import { chartTable } from '../../model/charts/chart-table.ts';
import type { DrawnChart } from '../../model/charts/drawn-chart.ts';
import { plainText } from '../../model/plain-text.ts';
import type {
  DirectionMark,
  FigureCell,
  MeasureRecord,
  OriginalRecord,
  Sparkline,
  StatusMark,
  TextTree,
} from '../../model/report.ts';

/** One measure, its keys in the order in which a reader asks for them. */
export function measureDocument(measure: MeasureRecord) {
  return {
    code: measure.code,
    aliases: measure.aliases,
    title: measure.title,
    directorate: measure.directorate,
    service: measure.service,
    unit: measure.unit,
    decimals: measure.decimals,
    polarity: measure.polarity,
    periodBasis: measure.periodBasis,
    target: figure(measure.target),
    actual: figure(measure.actual),
    status: status(measure.status),
    variancePercent: measure.variance,
    forecastTarget: figure(measure.forecastTarget),
    forecast: figure(measure.forecast),
    forecastStatus: status(measure.forecastStatus),
    original:
      measure.original === undefined
        ? null
        : { now: original(measure.original.now), forecast: original(measure.original.forecast) },
    directionOfTravel: direction(measure.direction),
    signal: measure.signal,
    flags: measure.flags,
    notes: measure.notes,
    commentary: {
      context: commentary(measure.commentary.context),
      improvementActions: commentary(measure.commentary.actions),
      interventionReview: commentary(measure.commentary.intervention),
    },
    recent: recent(measure.recent),
    chart: measure.chart === null ? null : drawn(measure.chart),
    parts: measure.parts.map((part) => ({
      partOf: part.partOf,
      name: part.name,
      figure: figure(part.figure),
    })),
    selectedBecause: measure.selectedBecause,
  };
}

/** `value` is exact: decimal text, an ISO date, or the step of a milestone scale. */
const figure = ({ kind, exact, display, missing, notes }: FigureCell) => ({
  kind,
  value: exact,
  display,
  missing,
  notes,
});

const status = ({ outcome, label, isStatus, asPublished, explanation }: StatusMark) => ({
  outcome,
  label,
  isStatus,
  asPublished,
  explanation,
});

const original = (record: OriginalRecord | null) =>
  record === null
    ? null
    : {
        target: figure(record.target),
        status: { outcome: record.status.outcome, label: record.status.label },
        sentence: record.sentence,
      };

const direction = ({ label, symbol, basis, asPublished, explanation }: DirectionMark) => ({
  label,
  symbol,
  basis,
  asPublished,
  explanation,
});

const commentary = (tree: TextTree) => ({ text: plainText(tree), tree });

const recent = ({ description, better, target, points }: Sparkline) => ({
  description,
  better,
  target: target === null ? null : { value: target.exact, display: target.display },
  points: points.map(({ period, label, exact, display }) => ({ period, label, value: exact, display })),
});

/** What the chart says, and every figure that is drawn: an object a row of its table, its keys those of the columns. */
function drawn(chart: DrawnChart) {
  const { columns, rows } = chartTable(chart, 'chart');
  return {
    kind: chart.kind,
    headline: headlineOf(chart),
    notes: chart.notes,
    figures: rows.map(({ cells }) =>
      Object.fromEntries(
        columns.map(({ key }, index) => {
          const cell = cells[index];
          if (cell?.type === 'figure') return [key, cell.figure.exact];
          return [key, cell?.type === 'text' && cell.text !== '' ? cell.text : null];
        }),
      ),
    ),
  };
}
