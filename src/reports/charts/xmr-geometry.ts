import type { Signal } from '../model/charts/chart.ts';
import type { ControlChart, ControlSegment } from '../model/charts/control-chart.ts';
import { type Drawn, type Frame, type Mark, rule, tenths, through } from './drawn.ts';
import { endLabels } from './end-labels.ts';
import { periodMarks } from './period-axis.ts';
import { dots, signalShape } from './point-shapes.ts';
import { fitted } from './text-room.ts';
import { steps } from './trend-geometry.ts';
import { axisRoom, drawable, gridMarks, nothing, valueAxis } from './value-axis.ts';
import { rebaseMarks, signalKey } from './xmr-furniture.ts';
import { namesOf } from './xmr-names.ts';

/**
 * Where everything of a control chart goes. Coordinates are drawing, not figures: here the exact text of a figure
 * becomes a float. Limits of each segment keep to its own periods, so that old ones stay to be seen.
 */
export function xmrGeometry(whole: ControlChart, frame: Frame): Drawn {
  const chart = frame.narrow ? latestOf(whole) : whole;
  const { points, segments, unit } = chart;
  const { width, height, fontSize } = frame;
  const values = points.map(({ value }) => drawable(value?.exact));
  const targets = points.map(({ target }) => drawable(target?.exact));
  const clip = clipper(chart.bounds);
  const lines = segments.map((segment) => levels(segment, clip));
  const key = signalKey(points, frame);
  const hasRebase = segments.some(({ rebase }) => rebase !== null);
  const caption = [
    unit.caption,
    chart === whole ? '' : `Latest ${points.length} of ${whole.points.length} periods`,
  ]
    .filter((text) => text !== '')
    .join(' · ');
  const top = 10 + (caption === '' ? 0 : 20) + (hasRebase ? 20 : 0);
  const bottom = height - 30 - key.room;
  const known = [...values, ...targets, ...lines.flatMap(Object.values)].filter(
    (value): value is number => value !== null,
  );
  const axis = valueAxis(known, [bottom, top], unit, {
    least: drawable(chart.bounds.least) ?? -Infinity,
    most: drawable(chart.bounds.most) ?? Infinity,
  });
  const left = axisRoom(axis, fontSize);
  const names = namesOf(chart, values, targets, lines.at(-1));
  const ends = endLabels(names, width, fontSize, frame.narrow);
  const right = tenths(width - ends.room);
  const step = (right - left) / Math.max(1, points.length);
  const x = (index: number) => left + step * (index + 0.5);
  const places = values.map((value, index) => (value === null ? null : { x: x(index), y: axis.at(value) }));
  const marks: Mark[] = [
    ...gridMarks(axis, { left, right }),
    ...periodMarks(
      points.map(({ label }) => label),
      x,
      { left, right, edge: width, y: bottom + 20, fontSize },
    ),
    ...segments.flatMap((segment, at) =>
      segmentMarks(
        segment,
        lines[at],
        (value) => axis.at(value),
        x(segment.from) - step / 2,
        x(segment.to) + step / 2,
      ),
    ),
    { is: 'stroke', d: steps(targets, axis.at, x, step), width: 2, dash: '9 5' },
    { is: 'stroke', d: through(cut(places, segments)), width: 2 },
    ...pointMarks(chart, places, step),
    ...rebaseMarks(segments, (index) => x(index) - step / 2, { left, right, top, bottom }, fontSize),
    ...ends.marks(
      right,
      names.map(({ level }) => axis.at(level)),
      top,
      bottom,
    ),
    ...key.marks(left, bottom + 42),
  ];
  if (caption !== '') marks.push({ is: 'words', x: 4, y: 14, text: fitted(caption, width - 8, fontSize) });
  if (known.length === 0) marks.push(nothing({ left, right, top, bottom }));
  return { width, height, fontSize, marks };
}

/** As many periods as can be told apart on a phone. */
const MOST_NARROW = 36;

/** The latest periods of a long series, under the limits that all of them gave. */
function latestOf(chart: ControlChart): ControlChart {
  const left = chart.points.length - MOST_NARROW;
  if (left <= 0) return chart;
  return {
    ...chart,
    points: chart.points.slice(left),
    segments: chart.segments.flatMap((segment) =>
      segment.to < left
        ? []
        : [
            {
              ...segment,
              from: Math.max(0, segment.from - left),
              to: segment.to - left,
              rebase: segment.from < left ? null : segment.rebase,
            },
          ],
    ),
  };
}

export interface Levels {
  mean: number | null;
  lower: number | null;
  upper: number | null;
  nearLower: number | null;
  nearUpper: number | null;
}

function levels(
  { mean, median, limits }: ControlSegment,
  clip: (value: number | null) => number | null,
): Levels {
  const at = (exact: string | undefined) => clip(drawable(exact));
  return {
    mean: at((mean ?? median)?.exact),
    lower: at(limits?.lower.exact),
    upper: at(limits?.upper.exact),
    nearLower: at(limits?.nearLower.exact),
    nearUpper: at(limits?.nearUpper.exact),
  };
}

/** What no figure can pass is where a limit beyond it is drawn. */
function clipper({ least, most }: ControlChart['bounds']) {
  const [low, high] = [drawable(least) ?? -Infinity, drawable(most) ?? Infinity];
  return (value: number | null) => (value === null ? null : Math.min(high, Math.max(low, value)));
}

/** Trial limits are dotted where usual ones are dashed: they will move. */
function segmentMarks(
  { state }: ControlSegment,
  lines: Levels | undefined,
  y: (value: number) => number,
  from: number,
  to: number,
): Mark[] {
  const across = (...values: (number | null | undefined)[]) =>
    values.map((value) => (value == null ? '' : rule(from, y(value), to, y(value)))).join('');
  return [
    { is: 'stroke', d: across(lines?.nearLower, lines?.nearUpper), width: 1, dash: '1 4', faint: 0.55 },
    {
      is: 'stroke',
      d: across(lines?.lower, lines?.upper),
      width: 1.5,
      dash: state === 'trial' ? '1.5 3.5' : '5 3',
    },
    { is: 'stroke', d: across(lines?.mean), width: 1 },
  ];
}

/** The line stops where the limits are worked out anew: what is before and after is not one run. */
function cut<T>(places: readonly (T | null)[], segments: readonly ControlSegment[]): (T | null)[] {
  const starts = segments.flatMap(({ from, rebase }) => (rebase === null || from < 0 ? [] : [from]));
  return [0, ...starts].flatMap((from, at) => [
    ...(at === 0 ? [] : [null]),
    ...places.slice(from, starts[at] ?? places.length),
  ]);
}

function pointMarks(
  { points }: ControlChart,
  places: readonly ({ x: number; y: number } | null)[],
  step: number,
): Mark[] {
  const r = Math.max(1.6, Math.min(3.5, step * 0.3));
  const size = Math.max(3.6, Math.min(6, step * 0.5));
  const dot = dots(r);
  const found = { plain: '', improvement: '', concern: '', neutral: '' };
  points.forEach(({ signal }, index) => {
    const place = places[index];
    if (!place) return;
    if (signal === null) found.plain += dot(place.x, place.y);
    else found[signal] += signalShape(signal, place.x, place.y, size);
  });
  const signals: readonly Signal[] = ['improvement', 'concern', 'neutral'];
  return [
    { is: 'fill', d: found.plain },
    ...signals.map((tone): Mark => ({ is: 'fill', d: found[tone], tone })),
  ];
}
