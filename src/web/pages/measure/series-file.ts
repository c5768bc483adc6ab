import { toText } from '../../../domain/number/decimal.ts';
import type { TypedFigure } from '../../../domain/number/figure.ts';
import { formatFigure } from '../../../domain/number/format.ts';
import { seriesCsv } from '../../../reports/render/csv/series-csv.ts';
import type { MeasurePoint, MeasureView } from '../../../workflow/queries/read-measure.ts';

const headings = [
  ...['Measure', 'Title', 'Period', 'Begins', 'Ends', 'Actual', 'Actual as printed', 'Target', 'Status'],
  ...['Year-end forecast', 'Year-end target', 'Forecast status', 'Direction of travel', 'Source', 'Note'],
] as const;

/** The whole series as a table, exact; first what came before it under other codes, with those. */
export const seriesFile = (view: MeasureView, fileStem: string) =>
  seriesCsv(fileStem, headings, [
    ...view.predecessors.flatMap(({ code, points }) => points.map((point) => rowOf(code, point))),
    ...view.points.map((point) => rowOf(view.code, point)),
  ]);

function rowOf(code: string, { period, measure }: Pick<MeasurePoint, 'period' | 'measure'>) {
  const { snapshot, status, forecastStatus, direction } = measure;
  const { position, periodTargets, yearTargets, forecast, version } = snapshot;
  return [
    code,
    version.title,
    period.code,
    period.start,
    period.end,
    exact(position.figure),
    formatFigure(position.figure, version.unit),
    exact(periodTargets.target?.figure),
    status.outcome.label,
    exact(forecast?.figure),
    exact(yearTargets.target?.figure),
    forecastStatus.outcome.label,
    direction.label,
    position.observation?.source ?? null,
    position.observation?.note ?? null,
  ];
}

/** The number, or the step or day; nothing where there is none: the printed text beside it says why. */
function exact(figure: TypedFigure | undefined): string | { number: string } | null {
  switch (figure?.kind) {
    case 'number':
      return { number: toText(figure.value) };
    case 'step':
      return figure.step;
    case 'date':
      return figure.date;
    default:
      return null;
  }
}
