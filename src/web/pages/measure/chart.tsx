import type { Decimal } from '../../../domain/number/decimal.ts';
import { unitInWords } from '../../../domain/number/unit-words.ts';
import { shortPeriodLabel } from '../../../domain/period/label.ts';
import { ChartImage } from '../../../reports/charts/chart-image.tsx';
import type { TrendChart } from '../../../reports/model/charts/trend-chart.ts';
import { trendChartOf } from '../../../reports/model/charts/trend-chart-of.ts';
import { breakLabels, breakSince, cutsLine, seriesNote } from '../../../reports/model/series-note.ts';
import type { PredecessorPoint, PredecessorView } from '../../../workflow/queries/predecessors.ts';
import type { MeasurePoint } from '../../../workflow/queries/read-measure.ts';
import { type Moment, timeline } from './timeline.ts';

/** On a wide screen five years of quarters can be told apart; a phone shows the latest of them. */
const MOST = 20;

/**
 * The series up to the chosen period with its target, drawn twice: for wide screens and paper, and for phones. Measures
 * that it was made from are lines of their own, up to the change.
 */
export function Chart({
  points,
  predecessors = [],
  title,
  id = 'chart',
}: {
  points: readonly MeasurePoint[];
  predecessors?: readonly PredecessorView[];
  title: string;
  /** Of its own where several stand on one page. */
  id?: string;
}) {
  const unit = unitOf(points.at(-1));
  const drawn = predecessors.filter((each) => unitOf(each.points.at(-1)) === unit);
  const moments = timeline(points, drawn);
  const held = moments.flatMap(({ point, before }) => [point, ...before.map((each) => each.point)]);
  if (held.filter((point) => point !== null && numberOf(point) !== null).length < 2) return null;
  const chart = chartOf(moments.slice(-MOST), title);
  return (
    <div class="ot-chart">
      <ChartImage chart={chart} id={id} class="ot-chart__wide" />
      <ChartImage chart={chart} id={`${id}-narrow`} class="ot-chart__narrow" layout="narrow" />
      {predecessors
        .filter((each) => !drawn.includes(each))
        .map((each) => (
          <p key={each.code} class="govuk-body-s">
            {`${each.code} was counted in ${unitOf(each.points.at(-1))}, so it is not drawn here. Its figures are in the table.`}
          </p>
        ))}
    </div>
  );
}

type Drawn = MeasurePoint | PredecessorPoint;

const unitOf = (point: Drawn | undefined): string =>
  point === undefined ? '' : unitInWords(point.measure.snapshot.version.unit);

const numberOf = ({ measure }: Drawn): Decimal | null => {
  const { figure } = measure.snapshot.position;
  return figure.kind === 'number' ? figure.value : null;
};

/** All in the unit of the latest figure. */
function chartOf(moments: readonly Moment[], title: string): TrendChart {
  const codes = [...new Set(moments.flatMap(({ before }) => before.map(({ code }) => code)))];
  const latest = moments.findLast(({ point }) => point !== null)?.point ?? moments.at(-1)?.before[0]?.point;
  return trendChartOf({
    title,
    unit: latest?.measure.snapshot.version.unit ?? { kind: 'number', decimals: 0 },
    points: moments.map(({ period, point }, index) => {
      const label = shortPeriodLabel(period);
      if (point === null) return { label, value: null, missing: '', target: null };
      const { periodTargets, version } = point.measure.snapshot;
      const target = periodTargets.target?.figure;
      return {
        label,
        value: numberOf(point),
        target: target?.kind === 'number' ? target.value : null,
        changed: changeBefore(point, moments[index - 1]),
        startsAgain: version.periodBasis === 'toDate' && period.number === 1,
      };
    }),
    before: codes.map((code) => ({
      name: `as ${code}`,
      values: moments.map(({ before }) => {
        const point = before.find((each) => each.code === code)?.point;
        return point === undefined ? null : numberOf(point);
      }),
    })),
  });
}

function changeBefore(point: MeasurePoint, last: Moment | undefined) {
  const change = breakSince(point.measure.snapshot.breaks, point.period, last?.period ?? null);
  return change === null
    ? undefined
    : {
        label: breakLabels[change.comparable],
        sentence: seriesNote(change, point.period),
        cuts: cutsLine(change),
      };
}
