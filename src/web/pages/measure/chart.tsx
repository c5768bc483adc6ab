import { toText } from '../../../domain/number/decimal.ts';
import { formatFigure } from '../../../domain/number/format.ts';
import { shortPeriodLabel } from '../../../domain/period/label.ts';
import { LineImage } from '../../../reports/charts/line.tsx';
import type { LineSeries } from '../../../reports/charts/line-geometry.ts';
import { breakLabels, seriesNote } from '../../../reports/model/series-note.ts';
import type { MeasurePoint } from '../../../workflow/queries/read-measure.ts';
import { changeBefore } from './series-changes.ts';

/** On a wide screen five years of quarters can be told apart, on a phone two. */
const WIDE = 20;
const NARROW = 8;

/** The series up to the chosen period with its target, drawn twice: for wide screens and paper, and for phones. */
export function Chart({
  points,
  title,
  id = 'chart',
}: {
  points: readonly MeasurePoint[];
  title: string;
  /** Of its own where several stand on one page. */
  id?: string;
}) {
  const drawable = points.filter((point) => numberOf(point) !== null);
  if (drawable.length < 2) return null;
  const shown = points.slice(-WIDE);
  const description = inWords(shown);
  return (
    <div class="ot-chart">
      <LineImage
        id={id}
        class="ot-chart__wide"
        series={seriesOf(shown)}
        title={title}
        description={description}
      />
      <LineImage
        id={`${id}-narrow`}
        class="ot-chart__narrow"
        series={seriesOf(points.slice(-NARROW))}
        title={title}
        description={inWords(points.slice(-NARROW))}
        width={320}
        height={240}
      />
    </div>
  );
}

const numberOf = ({ measure }: MeasurePoint): string | null => {
  const { figure } = measure.snapshot.position;
  return figure.kind === 'number' ? toText(figure.value) : null;
};

const seriesOf = (points: readonly MeasurePoint[]): LineSeries => ({
  names: { figure: 'Actual', target: 'Target' },
  points: points.map((point, index) => {
    const change = changeBefore(points, index);
    const { position, periodTargets, version } = point.measure.snapshot;
    const target = periodTargets.target?.figure;
    return {
      label: shortPeriodLabel(point.period),
      exact: numberOf(point),
      display: formatFigure(position.figure, version.unit),
      changed:
        change === null
          ? undefined
          : { label: breakLabels[change.comparable], cuts: change.comparable === 'no' },
      startsAgain: version.periodBasis === 'toDate' && point.period.number === 1,
      target:
        target?.kind === 'number'
          ? { exact: toText(target.value), display: formatFigure(target, version.unit) }
          : null,
    };
  }),
});

/** `From 341.0 in Q1 2016-17 to 366.0 in Q2 2018-19. The target is now 375.0.` */
function inWords(points: readonly MeasurePoint[]): string {
  const held = points.filter((point) => numberOf(point) !== null);
  const said = (point: MeasurePoint | undefined) =>
    point === undefined
      ? ''
      : `${formatFigure(point.measure.snapshot.position.figure, point.measure.snapshot.version.unit)} in ${shortPeriodLabel(point.period)}`;
  const last = held.at(-1);
  const target = last?.measure.snapshot.periodTargets.target;
  const promise =
    target === undefined || last === undefined
      ? ''
      : ` The target then was ${formatFigure(target.figure, last.measure.snapshot.version.unit)}.`;
  const changes = points.flatMap((point, index) => {
    const change = changeBefore(points, index);
    return change === null || index === 0 ? [] : [` ${seriesNote(change, point.period)}`];
  });
  return `From ${said(held[0])} to ${said(last)}.${promise}${changes.join('')}`;
}
