import type { EvaluatedMeasure } from '../../../domain/evaluate.ts';
import { formatFigure } from '../../../domain/number/format.ts';
import { shortPeriodLabel } from '../../../domain/period/label.ts';
import type { MeasureSnapshot } from '../../../domain/snapshot.ts';
import { breakLabels, breakSince, cutsLine } from '../series-note.ts';
import type { DrawnChart } from './drawn-chart.ts';
import { measureChart } from './measure-chart.ts';
import type { TrendChart } from './trend-chart.ts';
import { trendChartOf } from './trend-chart-of.ts';

/**
 * The chart that a report has of a measure: its control chart where that says something, else its figures with their
 * target; null where there are not two figures.
 */
export function recordChart(measure: Pick<EvaluatedMeasure, 'snapshot' | 'signal'>): DrawnChart | null {
  const { version, chart } = measure.snapshot;
  const signal = measure.signal();
  if (signal.variation.icon === null && signal.assurance.icon === null) return trend(measure.snapshot);
  return measureChart({ signal, version, seasonal: chart?.seasonal ?? false }) ?? trend(measure.snapshot);
}

/** From the first period with a figure to the one reported. */
function trend({ version, series, periodTargets, breaks }: MeasureSnapshot): TrendChart | null {
  // A period in which nothing is due is no gap: the line of an annual measure goes from year to year.
  const due = series().filter(
    ({ position: { figure } }) => figure.kind !== 'missing' || figure.reason !== 'notDue',
  );
  const shown = due.slice(due.findIndex(({ position }) => position.figure.kind === 'number'));
  if (shown.filter(({ position }) => position.figure.kind === 'number').length < 2) return null;
  return trendChartOf({
    title: version.title,
    unit: version.unit,
    points: shown.map(({ period, position: { figure }, target }, at) => {
      const promised = at === shown.length - 1 ? periodTargets.target?.figure : target;
      const change = breakSince(breaks, period, shown[at - 1]?.period ?? null);
      return {
        label: shortPeriodLabel(period),
        value: figure.kind === 'number' ? figure.value : null,
        missing: formatFigure(figure, version.unit),
        target: promised?.kind === 'number' ? promised.value : null,
        startsAgain: version.periodBasis === 'toDate' && period.number === 1,
        ...(change === null
          ? {}
          : { changed: { label: breakLabels[change.comparable], cuts: cutsLine(change) } }),
      };
    }),
  });
}
