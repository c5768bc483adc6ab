import { scaleLinear } from 'd3-scale';
import { curveStep, line } from 'd3-shape';
import type { Box, Dot } from './sparkline-geometry.ts';

/** A series of periods with what was promised for each. Figures are exact texts with what they are called. */
export interface LineSeries {
  points: readonly LinePoint[];
  /** What the figure and the target are called at the ends of their lines. */
  names: { figure: string; target: string };
  /** Lines of other measures that came before: never joined to this one. */
  before?: readonly EarlierLine[];
}

/** The line of another measure, over the same periods. */
export interface EarlierLine {
  /** What it is called where it ends: `as STR 4` */
  name: string;
  /** Exact texts, one a point of the series; null breaks the line. */
  exact: readonly (string | null)[];
}

export interface LinePoint {
  /** `Q2 2018-19` */
  label: string;
  /** null breaks the line. */
  exact: string | null;
  display: string;
  target: { exact: string; display: string } | null;
  /** True of a figure to date at the start of its year: no line leads from the one before to it. */
  startsAgain?: boolean;
  /** Where the series changed before this point: what the mark is called, and whether the line stops there. */
  changed?: { label: string; cuts: boolean } | undefined;
}

export interface LineGeometry extends Box {
  path: string | null;
  dots: readonly Dot[];
  targetPath: string | null;
  /** Of the axis of values: where, and the text beside. */
  ticks: readonly { y: number; text: string }[];
  /** Of the axis of periods; only as many as there is room for, the latest always. */
  periods: readonly { x: number; text: string }[];
  /** Where the series changed, with what the mark is called and to which side its name stands. */
  marks: readonly { x: number; label: string; side: 'start' | 'end' }[];
  before: readonly EarlierGeometry[];
  /** Names at the right ends of the lines, moved apart where they would overlap. */
  ends: { figure: End | null; target: End | null };
  plot: { left: number; right: number; top: number; bottom: number };
}

export interface EarlierGeometry {
  path: string | null;
  dots: readonly Dot[];
  /** Where its name ends, and the point like its own before it. */
  name: Dot & { text: string; point: Dot };
}

/** A name, and its figure on the line below. */
export interface End extends Dot {
  name: string;
  display: string;
}

const LINE_HEIGHT = 18;
const LETTER = 7.2;

/**
 * Where everything of a line chart goes. Coordinates are drawing, not figures: here the exact text of a figure becomes a
 * float, as in a sparkline.
 */
export function lineGeometry(
  { points, names, before = [] }: LineSeries,
  { width, height }: Box,
): LineGeometry {
  const values = points.map(({ exact }) => drawable(exact));
  const targets = points.map(({ target }) => drawable(target?.exact ?? null));
  const others = before.map(({ exact }) => exact.map(drawable));
  const known = [...values, ...targets, ...others.flat()].filter((value) => value !== null);
  const y = scaleLinear(padded(known), [height - 30, 12]).nice(4);
  const ticks = y.ticks(4);
  const format = y.tickFormat(4);
  const texts = ticks.map((tick) => format(tick).replace('−', '-'));
  const left = 12 + Math.max(...texts.map((text) => text.length)) * LETTER;
  const last = points.findLast(({ exact }) => exact !== null);
  const lastTarget = points.findLast(({ target }) => target !== null)?.target;
  const longest = Math.max(
    ...[names.figure, names.target, last?.display ?? '', lastTarget?.display ?? ''].map(
      ({ length }) => length,
    ),
  );
  const right = width - Math.min(12 + longest * LETTER, width / 3);
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [left + 8, right - 8]);
  const at = (all: readonly (number | null)[]) =>
    all.map((value, index) => (value === null ? null : { x: tenths(x(index)), y: tenths(y(value)) }));
  const places = at(values);
  const promised = at(targets);
  const draw = line<Dot | null>(
    (dot) => dot?.x ?? 0,
    (dot) => dot?.y ?? 0,
  )
    .defined((dot) => dot !== null)
    .digits(1);
  const earlier = before.map(({ name }, index) => {
    const dots = at(others[index] ?? []);
    return { path: draw(dots) || null, dots: dots.filter((dot) => dot !== null), name };
  });
  return {
    width,
    height,
    before: namedApart(earlier, { top: 12, bottom: height - 30 }),
    path: draw(broken(points, places)) || null,
    dots: places.filter((place) => place !== null),
    targetPath: draw.curve(curveStep)(broken(points, promised)) || null,
    ticks: ticks.map((tick, index) => ({ y: tenths(y(tick)), text: texts[index] ?? '' })),
    periods: periodLabels(points, (index) => tenths(x(index)), right - left),
    marks: marksOf(points, (index) => tenths(x(index)), right),
    ends: apart(
      endOf(places, right, names.figure, last?.display),
      endOf(promised, right, names.target, lastTarget?.display),
      { top: 12, bottom: height - 30 },
    ),
    plot: { left: tenths(left), right: tenths(right), top: 12, bottom: height - 30 },
  };
}

/**
 * Names stand where the lines end, clear of all their points there: of the lines that end higher above them, of the
 * others below. Each has the point of its line before it.
 */
function namedApart(
  lines: readonly { path: string | null; dots: readonly Dot[]; name: string }[],
  { top, bottom }: { top: number; bottom: number },
): EarlierGeometry[] {
  const drawn = lines.flatMap(({ dots, ...rest }) => {
    const last = dots.at(-1);
    return last === undefined ? [] : [{ ...rest, dots, last }];
  });
  const highestFirst = [...drawn].sort((a, b) => a.last.y - b.last.y);
  const above = Math.ceil(highestFirst.length / 2);
  const left = Math.min(...drawn.map(({ last, name }) => last.x - name.length * LETTER - LINE_HEIGHT));
  const near = drawn.flatMap(({ dots }) => dots.filter(({ x }) => x >= left).map(({ y }) => y));
  const ceiling = Math.max(Math.min(...near) - 10, top + above * LINE_HEIGHT);
  const floor = Math.min(Math.max(...near) + 20, bottom - (highestFirst.length - above) * LINE_HEIGHT);
  return drawn.map(({ path, dots, last, name }) => {
    const rank = highestFirst.findIndex((each) => each.last === last);
    const y =
      rank < above ? ceiling - (above - 1 - rank) * LINE_HEIGHT : floor + (rank - above) * LINE_HEIGHT;
    const place = { x: last.x, y: tenths(y), text: name };
    return {
      path,
      dots,
      name: { ...place, point: { x: tenths(last.x - name.length * LETTER - 10), y: tenths(y - 5) } },
    };
  });
}

/** A gap before every figure that starts again, and where those before cannot be compared. */
const broken = (points: readonly LinePoint[], places: readonly (Dot | null)[]): (Dot | null)[] =>
  places.flatMap((place, index) => {
    const point = points[index];
    return point?.startsAgain || point?.changed?.cuts ? [null, place] : [place];
  });

/** Between a point and the one before it; before the first there is nothing to set it off from. */
function marksOf(
  points: readonly LinePoint[],
  x: (index: number) => number,
  right: number,
): LineGeometry['marks'] {
  return points.flatMap(({ changed }, index) => {
    if (changed === undefined || index === 0) return [];
    const at = tenths((x(index - 1) + x(index)) / 2);
    const fits = at + changed.label.length * LETTER + 6 <= right;
    return [{ x: at, label: changed.label, side: fits ? ('start' as const) : ('end' as const) }];
  });
}

/** A little room above and below; something to draw where all is flat or nothing is there. */
function padded(known: readonly number[]): [number, number] {
  if (known.length === 0) return [0, 1];
  const low = Math.min(...known);
  const high = Math.max(...known);
  const room = high > low ? (high - low) / 10 : Math.abs(high) / 10 || 1;
  // A count or a share below nought would only puzzle.
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
}

function periodLabels(points: readonly LinePoint[], x: (index: number) => number, room: number) {
  const widest = Math.max(1, ...points.map(({ label }) => label.length)) * LETTER + 14;
  const fitting = Math.max(1, Math.trunc(room / widest));
  const every = Math.ceil(points.length / fitting);
  return points.flatMap(({ label }, index) =>
    (points.length - 1 - index) % every === 0 ? [{ x: x(index), text: label }] : [],
  );
}

function endOf(places: readonly (Dot | null)[], right: number, name: string, display?: string): End | null {
  const last = places.findLast((place) => place !== null) ?? null;
  return last === null || display === undefined ? null : { x: tenths(right), y: last.y, name, display };
}

/** Two names never lie upon each other: the upper one goes up, the lower one down. */
function apart(
  figure: End | null,
  target: End | null,
  { top, bottom }: { top: number; bottom: number },
): LineGeometry['ends'] {
  if (figure === null || target === null) return { figure, target };
  const lacking = 2 * LINE_HEIGHT - Math.abs(figure.y - target.y);
  if (lacking <= 0) return { figure, target };
  const isFigureAbove = figure.y <= target.y;
  const middle = Math.min(Math.max((figure.y + target.y) / 2, top + LINE_HEIGHT), bottom - LINE_HEIGHT);
  const [above, below] = [tenths(middle - LINE_HEIGHT), tenths(middle + LINE_HEIGHT)];
  return {
    figure: { ...figure, y: isFigureAbove ? above : below },
    target: { ...target, y: isFigureAbove ? below : above },
  };
}

/** null for a missing figure, and for one too large to draw. */
function drawable(exact: string | null): number | null {
  const value = exact === null ? Number.NaN : Number(exact);
  return Number.isFinite(value) ? value : null;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
