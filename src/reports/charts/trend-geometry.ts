import type { TrendChart } from '../model/charts/trend-chart.ts';
import { type Drawn, type Frame, type Mark, rule, tenths, through } from './drawn.ts';
import { earlierMarks } from './earlier-lines.ts';
import { type EndLabel, endLabels } from './end-labels.ts';
import { periodMarks } from './period-axis.ts';
import { dot, dots } from './point-shapes.ts';
import { fitted, widthOf } from './text-room.ts';
import { axisRoom, drawable, gridMarks, nothing, valueAxis } from './value-axis.ts';

/** On a phone two years of quarters can be told apart, and one of months. */
const MOST_NARROW = 12;

type Places = readonly ({ x: number; y: number } | null)[];

/** Where everything of a line chart goes: figures, steps of the target, a comparator, and the year's end as expected. */
export function trendGeometry(whole: TrendChart, frame: Frame): Drawn {
  const chart = frame.narrow ? latestOf(whole) : whole;
  const { points, forecast, comparator, unit } = chart;
  const { width, height, fontSize } = frame;
  const values = points.map(({ value }) => drawable(value?.exact));
  const targets = points.map(({ target }) => drawable(target?.exact));
  const others = (comparator?.values ?? []).map((value) => drawable(value?.exact));
  const before = (chart.before ?? []).map(({ name, values: all }) => ({
    name,
    values: all.map((value) => drawable(value?.exact)),
  }));
  const end = drawable(forecast?.value.exact);
  const [low, high] = [drawable(forecast?.range?.low.exact), drawable(forecast?.range?.high.exact)];
  const yearTarget = drawable(forecast?.target?.exact);
  const earlier = before.flatMap((line) => line.values);
  const known = [...values, ...targets, ...others, ...earlier, end, low, high, yearTarget].filter(
    (value): value is number => value !== null,
  );
  const caption = [
    unit.caption,
    chart === whole ? '' : `Latest ${points.length} of ${whole.points.length} periods`,
  ]
    .filter((text) => text !== '')
    .join(' · ');
  const hasMarks = points.some(({ changed }, index) => changed !== undefined && index > 0);
  const top = 12 + (caption === '' ? 0 : 20) + (hasMarks ? 20 : 0);
  const bottom = height - 30;
  const axis = valueAxis(known, [bottom, top], unit);
  const left = axisRoom(axis, fontSize);
  const y = axis.at;
  const names = namesOf(chart, values, targets, others, yearTarget);
  const ends = endLabels(names, width, fontSize, frame.narrow);
  const right = tenths(width - ends.room);
  const ahead = end === null || forecast === null ? 0 : Math.max(1, forecast.ahead);
  const step = (right - left) / Math.max(1, points.length + ahead);
  const x = (index: number) => left + step * (index + 0.5);
  const at = (all: readonly (number | null)[]): Places =>
    all.map((value, index) => (value === null ? null : { x: x(index), y: y(value) }));
  const places = at(values);
  const last = places.findLast((place) => place !== null) ?? null;
  const final = { x: x(points.length - 1 + ahead), y: y(end ?? 0) };
  const labels = points.map(({ label }) => label);
  const small = dots(Math.min(4, Math.max(1.6, step * 0.3)));
  const shown = places.map((place) => (place === null ? '' : small(place.x, place.y)));
  const marks: Mark[] = [
    ...gridMarks(axis, { left, right }),
    ...periodMarks(
      forecast === null || end === null
        ? labels
        : [...labels, ...Array.from({ length: ahead - 1 }, () => ''), forecast.label],
      x,
      { left, right, edge: width, y: bottom + 20, fontSize },
    ),
    ...(low === null || high === null || last === null
      ? []
      : [
          {
            is: 'fill' as const,
            d: `${through([last, { x: final.x, y: y(high) }, { x: final.x, y: y(low) }])}Z`,
            faint: 0.18,
          },
          {
            is: 'stroke' as const,
            d:
              through([
                { x: final.x, y: y(high) },
                { x: final.x, y: y(low) },
              ]) +
              rule(final.x - 4, y(high), final.x + 4, y(high)) +
              rule(final.x - 4, y(low), final.x + 4, y(low)),
            width: 1.5,
          },
        ]),
    { is: 'stroke', d: through(at(others)), width: 1.5, dash: '2 3' },
    {
      is: 'stroke',
      d: steps([...targets, ...yearTargets(ahead, yearTarget)], y, x, step),
      width: 2,
      dash: '9 5',
    },
    { is: 'stroke', d: through(broken(chart, places)), width: 2.5 },
    { is: 'fill', d: shown.join('') },
    ...(end === null
      ? []
      : [
          { is: 'stroke' as const, d: through([last, final]), width: 2, dash: '4 4' },
          { is: 'stroke' as const, d: dot(final.x, final.y, 5), width: 2 },
        ]),
    ...earlierMarks(
      before.map((line) => ({ name: line.name, places: at(line.values) })),
      { left, top, bottom },
      fontSize,
    ),
    ...changeMarks(chart, (index) => x(index) - step / 2, { left, right, top, bottom }, fontSize),
    ...ends.marks(
      right,
      names.map(({ level }) => y(level)),
      top,
      bottom,
    ),
  ];
  if (caption !== '') marks.push({ is: 'words', x: 4, y: 14, text: fitted(caption, width - 8, fontSize) });
  if (known.length === 0) marks.push(nothing({ left, right, top, bottom }));
  return { width, height, fontSize, marks };
}

/** The year's target holds for its end alone: the periods between have not been promised anything here. */
const yearTargets = (ahead: number, target: number | null): (number | null)[] =>
  ahead === 0 ? [] : [...Array.from({ length: ahead - 1 }, () => null), target];

function latestOf(chart: TrendChart): TrendChart {
  const left = chart.points.length - MOST_NARROW;
  if (left <= 0) return chart;
  return {
    ...chart,
    points: chart.points.slice(left),
    comparator: chart.comparator && { ...chart.comparator, values: chart.comparator.values.slice(left) },
    ...(chart.before === undefined
      ? {}
      : { before: chart.before.map((line) => ({ ...line, values: line.values.slice(left) })) }),
  };
}

function namesOf(
  { points, forecast, comparator, name }: TrendChart,
  values: readonly (number | null)[],
  targets: readonly (number | null)[],
  others: readonly (number | null)[],
  yearTarget: number | null,
): (EndLabel & { level: number })[] {
  const found: (EndLabel & { level: number })[] = [];
  const add = (name: string, display: string | undefined, level: number | null | undefined, bold?: true) => {
    if (display === undefined || level == null) return;
    found.push({ name, shortName: name, display, level, ...(bold ? { bold } : {}) });
  };
  const latest = values.findLastIndex((value) => value !== null);
  add(name ?? (forecast === null ? 'Actual' : 'Latest'), points[latest]?.display, values[latest], true);
  add('Forecast', forecast?.value.display, drawable(forecast?.value.exact));
  const promised = targets.findLastIndex((value) => value !== null);
  if (yearTarget === null) add('Target', points[promised]?.target?.display, targets[promised]);
  else add('Target', forecast?.target?.display, yearTarget);
  const beside = others.findLastIndex((value) => value !== null);
  add(comparator?.name ?? '', comparator?.values[beside]?.display, others[beside]);
  return found;
}

/** A gap before every figure that starts again, and where those before cannot be compared. */
const broken = ({ points }: TrendChart, places: Places): Places =>
  places.flatMap((place, index) => {
    const point = points[index];
    return point?.startsAgain || point?.changed?.cuts ? [null, place] : [place];
  });

/** Each target holds for the whole of its period; between two heights the step is upright. */
export function steps(
  targets: readonly (number | null)[],
  y: (value: number) => number,
  x: (index: number) => number,
  step: number,
): string {
  let d = '';
  targets.forEach((target, index) => {
    if (target === null) return;
    const at = tenths(y(target));
    const middle = x(index);
    const join = (targets[index - 1] ?? null) === null ? 'M' : 'L';
    d += `${join}${tenths(middle - step / 2)},${at}L${tenths(middle + step / 2)},${at}`;
  });
  return d;
}

function changeMarks(
  { points }: TrendChart,
  edge: (index: number) => number,
  { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
  fontSize: number,
): Mark[] {
  return points.flatMap(({ changed }, index): Mark[] => {
    if (changed === undefined || index === 0) return [];
    const x = edge(index);
    const isBehind = widthOf(changed.label, fontSize) > right - x - 8 && x - left > right - x;
    const text = fitted(changed.label, (isBehind ? x - left : right - x) - 8, fontSize);
    return [
      { is: 'stroke', d: rule(x, top - 18, x, bottom), width: 1.5, dash: '2 3' },
      {
        is: 'words',
        x: tenths(isBehind ? x - 5 : x + 5),
        y: top - 7,
        text,
        bold: true,
        ...(isBehind ? { anchor: 'end' as const } : {}),
      },
    ];
  });
}
