import type { ControlChart } from '../model/charts/control-chart.ts';
import { type Drawn, type Mark, rule, tenths, through } from './drawn.ts';
import { dot, signalShape } from './point-shapes.ts';
import { fitted, widthOf } from './text-room.ts';
import { drawable, valueAxis } from './value-axis.ts';

export const smallFrame = { width: 280, height: 132, fontSize: 14 };

/** A control chart among many: its line, limits, target and signals; its latest figure and first and last period named. */
export function smallGeometry({ points, segments, unit, bounds }: ControlChart): Drawn {
  const { width, height, fontSize } = smallFrame;
  const values = points.map(({ value }) => drawable(value?.exact));
  const target = drawable(points.at(-1)?.target?.exact);
  const clip = (exact: string) => {
    const [least, most] = [drawable(bounds.least) ?? -Infinity, drawable(bounds.most) ?? Infinity];
    return Math.min(most, Math.max(least, drawable(exact) ?? 0));
  };
  const lines = segments.flatMap(({ from, to, mean, limits }) => [
    ...(mean === null ? [] : [{ from, to, at: clip(mean.exact), dash: undefined }]),
    ...(limits === null
      ? []
      : [limits.lower, limits.upper].map(({ exact }) => ({ from, to, at: clip(exact), dash: '5 3' }))),
  ]);
  const known = [...values, target, ...lines.map(({ at }) => at)].filter(
    (value): value is number => value !== null,
  );
  const [left, right, top, bottom] = [8, width - 8, 26, height - 24];
  const axis = valueAxis(known, [bottom, top], unit);
  const step = (right - left) / Math.max(1, points.length);
  const x = (index: number) => left + step * (index + 0.5);
  const y = axis.at;
  const places = values.map((value, index) => (value === null ? null : { x: x(index), y: y(value) }));
  const stroke = (dash: string | undefined) =>
    lines
      .filter((line) => line.dash === dash)
      .map(({ from, to, at }) => rule(x(from) - step / 2, y(at), x(to) + step / 2, y(at)))
      .join('');
  const latest = points.findLast(({ value }) => value !== null);
  const promised = points.at(-1)?.target;
  // A figure is never cut: where both have no room, the target's stands in the table alone.
  const said = latest === undefined ? '' : `Latest ${latest.display}`;
  const promise = promised ? `Target ${promised.display}` : '';
  const hasRoom = widthOf(`${said}   ${promise}`, fontSize) <= right - left;
  const marks: Mark[] = [
    {
      is: 'words',
      x: left,
      y: 16,
      text: latest === undefined ? 'No figures yet' : said,
      bold: true,
    },
    { is: 'stroke', d: stroke('5 3'), width: 1.2, dash: '5 3' },
    { is: 'stroke', d: stroke(undefined), width: 1, faint: 0.7 },
    {
      is: 'stroke',
      d: target === null ? '' : rule(left, y(target), right, y(target)),
      width: 2,
      dash: '9 5',
    },
    { is: 'stroke', d: through(places), width: 2 },
  ];
  if (promise !== '' && hasRoom)
    marks.push({
      is: 'words',
      x: right,
      y: 16,
      text: promise,
      anchor: 'end',
    });
  const last = places.findLast((place) => place !== null);
  let plain = '';
  points.forEach(({ signal }, index) => {
    const place = places[index];
    if (!place) return;
    if (signal !== null)
      marks.push({ is: 'fill', d: signalShape(signal, place.x, place.y, 4.5), tone: signal });
    else if (place !== last && !places[index - 1] && !places[index + 1]) plain += dot(place.x, place.y, 2);
  });
  if (last && latest?.signal === null) plain += dot(last.x, last.y, 3.5);
  marks.push({ is: 'fill', d: plain });
  const [first, final] = [points[0]?.label ?? '', points.at(-1)?.label ?? ''];
  const room = (right - left) / 2 - 6;
  if (first !== final)
    marks.push({ is: 'words', x: left, y: tenths(height - 6), text: fitted(first, room, fontSize) });
  marks.push({
    is: 'words',
    x: right,
    y: tenths(height - 6),
    text: fitted(final, room, fontSize),
    anchor: 'end',
  });
  return { width, height, fontSize, marks };
}
