import type { FunnelArea, FunnelChart } from '../model/charts/funnel-chart.ts';
import { type Drawn, type Frame, type Mark, tenths, through } from './drawn.ts';
import { endLabels } from './end-labels.ts';
import { dot } from './point-shapes.ts';
import { fitted, widthOf } from './text-room.ts';
import { axisRoom, drawable, gridMarks, valueAxis } from './value-axis.ts';

const WORDS = { beyond95: 'Outside 95%', beyond998: 'Outside 99.8%' } as const;

/** Where everything of a funnel goes: areas by size and value; the reader's own is ringed and named. */
export function funnelGeometry(chart: FunnelChart, frame: Frame): Drawn {
  const { width, height, fontSize, narrow } = frame;
  const areas = chart.areas.map((area) => ({
    ...area,
    x: drawable(area.size.exact) ?? 0,
    y: drawable(area.value.exact) ?? 0,
  }));
  const limits = chart.limits.map(({ size, inner, outer }) => ({
    x: drawable(size) ?? 0,
    inner: [drawable(inner.lower) ?? 0, drawable(inner.upper) ?? 0] as const,
    outer: [drawable(outer.lower) ?? 0, drawable(outer.upper) ?? 0] as const,
  }));
  const average = drawable(chart.average.exact) ?? 0;
  const own = chart.areas.some(({ isOwn }) => isOwn);
  const caption = chart.unit.caption;
  const top = 12 + (caption === '' ? 0 : 20);
  const kinds = (['beyond95', 'beyond998'] as const).filter((kind) =>
    areas.some(({ place }) => place === kind),
  );
  const keyRoom = kinds.length === 0 ? 0 : narrow ? kinds.length * 20 : 22;
  const bottom = height - 50 - keyRoom;
  const axis = valueAxis(
    [...areas.map(({ y }) => y), average, ...limits.flatMap(({ outer }) => [...outer])],
    [bottom, top],
    chart.unit,
    // No share of a whole is above all of it.
    chart.unit.suffix === '%' ? { least: 0, most: 100 } : {},
  );
  const left = axisRoom(axis, fontSize);
  const last = limits.at(-1);
  const names = [
    { name: 'Average', shortName: 'Average', display: chart.average.display },
    { name: '99.8% limit', shortName: '99.8%', display: '' },
    { name: '95% limit', shortName: '95%', display: '' },
    { name: '95% limit', shortName: '95%', display: '' },
    { name: '99.8% limit', shortName: '99.8%', display: '' },
  ];
  const ends = endLabels(names, width, fontSize, narrow);
  const right = tenths(width - ends.room);
  const across = valueAxis([0, ...areas.map(({ x }) => x)], [left, right], { prefix: '', suffix: '' });
  const y = axis.at;
  const line = (of: (each: (typeof limits)[number]) => number) =>
    through(limits.map((each) => ({ x: across.at(each.x), y: y(of(each)) })));
  const sizes = across.ticks.filter((_, at) => !narrow || at % 2 === 0);
  const marks: Mark[] = [
    ...gridMarks(axis, { left, right }),
    ...sizes.map(({ at, text }): Mark => ({ is: 'words', x: at, y: bottom + 20, text, anchor: 'middle' })),
    {
      is: 'words',
      x: tenths((left + right) / 2),
      y: bottom + 40,
      text: fitted(chart.sizeName, left + right - 16, fontSize),
      anchor: 'middle',
    },
    { is: 'stroke', d: line(({ outer }) => outer[0]) + line(({ outer }) => outer[1]), width: 1.5 },
    {
      is: 'stroke',
      d: line(({ inner }) => inner[0]) + line(({ inner }) => inner[1]),
      width: 1.5,
      dash: '5 3',
    },
    {
      is: 'stroke',
      d: through([
        { x: left, y: y(average) },
        { x: right, y: y(average) },
      ]),
      width: 1,
    },
    ...areaMarks(areas, across.at, y),
    ...ends.marks(
      right,
      [average, last?.outer[1], last?.inner[1], last?.inner[0], last?.outer[0]].map((value) =>
        y(value ?? average),
      ),
      top,
      bottom,
    ),
    ...keyMarks(kinds, left, bottom + 62, narrow, fontSize),
  ];
  if (own)
    marks.push(...ownMarks(areas, across.at, y, { left, right, top, bottom, line: y(average) }, fontSize));
  if (caption !== '') marks.push({ is: 'words', x: 4, y: 14, text: fitted(caption, width - 8, fontSize) });
  return { width, height, fontSize, marks };
}

type Placed = FunnelArea & { x: number; y: number };

const shapeOf = (place: FunnelArea['place'], x: number, y: number): string => {
  if (place === 'within') return dot(x, y, 3.5);
  if (place === 'beyond95') return dot(x, y, 5.5) + dot(x, y, 3);
  return `M${tenths(x - 5)},${tenths(y - 5)}h10v10h-10Z`;
};

function areaMarks(
  areas: readonly Placed[],
  x: (size: number) => number,
  y: (value: number) => number,
): Mark[] {
  // One path for each: in one for all the even-odd rule would cut holes where areas overlap.
  return areas.map(({ place, ...area }) => ({ is: 'fill', d: shapeOf(place, x(area.x), y(area.y)) }));
}

function ownMarks(
  areas: readonly Placed[],
  x: (size: number) => number,
  y: (value: number) => number,
  plot: { left: number; right: number; top: number; bottom: number; line: number },
  fontSize: number,
): Mark[] {
  const { left, right, top, bottom, line } = plot;
  // The line of the average never runs through the name.
  const isClear = (base: number) => base + 5 < line || base - fontSize > line;
  const placeFor = (cy: number): number => {
    const [above, below] = [cy - 15, cy + 26];
    const hasRoom = { above: above - fontSize > top - 1, below: below < bottom - 4 };
    const isBelow = !hasRoom.above || (!isClear(above) && isClear(below) && hasRoom.below);
    return isBelow ? below : above;
  };
  return areas
    .filter(({ isOwn }) => isOwn)
    .flatMap((area): Mark[] => {
      const [cx, cy] = [x(area.x), y(area.y)];
      const text = fitted(`${area.name} ${area.value.display}`, right - left - 10, fontSize);
      const half = widthOf(text, fontSize) / 2 + 4;
      const at = Math.min(Math.max(cx, left + half), right - half);
      return [
        { is: 'stroke', d: dot(cx, cy, 10), width: 2 },
        {
          is: 'words',
          x: tenths(at),
          y: tenths(placeFor(cy)),
          text,
          anchor: 'middle',
          bold: true,
          halo: true,
        },
      ];
    });
}

function keyMarks(
  kinds: readonly (keyof typeof WORDS)[],
  left: number,
  y: number,
  narrow: boolean,
  fontSize: number,
): Mark[] {
  let x = left + 6;
  return kinds.flatMap((kind, at): Mark[] => {
    const place = narrow ? { x: left + 6, y: y + at * 20 } : { x, y };
    x += widthOf(WORDS[kind], fontSize) + 40;
    return [
      { is: 'fill', d: shapeOf(kind, place.x, place.y - 5) },
      { is: 'words', x: tenths(place.x + 12), y: place.y, text: WORDS[kind] },
    ];
  });
}
