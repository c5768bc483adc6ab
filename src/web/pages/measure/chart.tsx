import { toText } from '../../../domain/number/decimal.ts';
import { formatFigure } from '../../../domain/number/format.ts';
import { unitInWords } from '../../../domain/number/unit-words.ts';
import { shortPeriodLabel } from '../../../domain/period/label.ts';
import { LineImage } from '../../../reports/charts/line.tsx';
import type { LineSeries } from '../../../reports/charts/line-geometry.ts';
import { breakLabels, breakSince, cutsLine, seriesNote } from '../../../reports/model/series-note.ts';
import type { PredecessorPoint, PredecessorView } from '../../../workflow/queries/predecessors.ts';
import type { MeasurePoint } from '../../../workflow/queries/read-measure.ts';
import { type Moment, timeline } from './timeline.ts';

/** On a wide screen five years of quarters can be told apart, on a phone two. */
const WIDE = 20;
const NARROW = 8;

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
  const shown = moments.slice(-WIDE);
  return (
    <div class="ot-chart">
      <LineImage
        id={id}
        class="ot-chart__wide"
        series={seriesOf(shown)}
        title={title}
        description={inWords(shown)}
      />
      <LineImage
        id={`${id}-narrow`}
        class="ot-chart__narrow"
        series={seriesOf(moments.slice(-NARROW))}
        title={title}
        description={inWords(moments.slice(-NARROW))}
        width={320}
        height={240}
      />
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

const numberOf = ({ measure }: Drawn): string | null => {
  const { figure } = measure.snapshot.position;
  return figure.kind === 'number' ? toText(figure.value) : null;
};

const changeAt = (moments: readonly Moment[], index: number) => {
  const point = moments[index]?.point ?? null;
  return point === null
    ? null
    : breakSince(point.measure.snapshot.breaks, point.period, moments[index - 1]?.period ?? null);
};

/** The codes of the measures before that have a figure in one of the periods, in their order. */
const codesIn = (moments: readonly Moment[]): string[] => [
  ...new Set(moments.flatMap(({ before }) => before.map(({ code }) => code))),
];

const ofCode = ({ before }: Moment, code: string) => before.find((each) => each.code === code)?.point;

const seriesOf = (moments: readonly Moment[]): LineSeries => ({
  names: { figure: 'Actual', target: 'Target' },
  points: moments.map(({ period, point }, index) => {
    const label = shortPeriodLabel(period);
    if (point === null) return { label, exact: null, display: '', target: null };
    const change = changeAt(moments, index);
    const { position, periodTargets, version } = point.measure.snapshot;
    const target = periodTargets.target?.figure;
    return {
      label,
      exact: numberOf(point),
      display: formatFigure(position.figure, version.unit),
      changed:
        change === null ? undefined : { label: breakLabels[change.comparable], cuts: cutsLine(change) },
      startsAgain: version.periodBasis === 'toDate' && period.number === 1,
      target:
        target?.kind === 'number'
          ? { exact: toText(target.value), display: formatFigure(target, version.unit) }
          : null,
    };
  }),
  before: codesIn(moments).map((code) => ({
    name: `as ${code}`,
    exact: moments.map((moment) => {
      const point = ofCode(moment, code);
      return point === undefined ? null : numberOf(point);
    }),
  })),
});

/**
 * `From 341.0 in Q1 2016-17 to 366.0 in Q2 2018-19. The target is now 375.0.` What came before under another code is
 * said by itself.
 */
function inWords(moments: readonly Moment[]): string {
  const own = moments.flatMap(({ point }) => (point !== null && numberOf(point) !== null ? [point] : []));
  const last = own.at(-1);
  const target = last?.measure.snapshot.periodTargets.target;
  const promise =
    target === undefined || last === undefined
      ? ''
      : ` The target then was ${formatFigure(target.figure, last.measure.snapshot.version.unit)}.`;
  const changes = moments.flatMap((moment, index) => {
    const change = changeAt(moments, index);
    return change === null || index === 0 ? [] : [` ${seriesNote(change, moment.period)}`];
  });
  const before = codesIn(moments).flatMap((code) => {
    const held = moments.flatMap((moment) => ofCode(moment, code) ?? []);
    const range = fromTo(held.filter((point) => numberOf(point) !== null));
    return range === '' ? [] : [` Before, as ${code}: ${range.charAt(0).toLowerCase()}${range.slice(1)}.`];
  });
  const range = fromTo(own);
  return `${range === '' ? 'No figures yet' : range}.${promise}${changes.join('')}${before.join('')}`;
}

function fromTo(held: readonly Drawn[]): string {
  const said = ({ measure, period }: Drawn) =>
    `${formatFigure(measure.snapshot.position.figure, measure.snapshot.version.unit)} in ${shortPeriodLabel(period)}`;
  const [first, last] = [held[0], held.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? said(last) : `From ${said(first)} to ${said(last)}`;
}
