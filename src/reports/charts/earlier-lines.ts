import { type Mark, tenths, through } from './drawn.ts';
import { fitted, widthOf } from './text-room.ts';

interface Place {
  x: number;
  y: number;
}

/** The line of a measure that came before: what it is called, and its places. */
export interface EarlierLine {
  name: string;
  places: readonly (Place | null)[];
}

/**
 * Lines of measures that came before, thinner than the measure's own and with open points, another shape for each. Their
 * names stand where they end, clear of all their points there: of lines that end higher above them, of others below; each
 * with the point of its line before it.
 */
export function earlierMarks(
  lines: readonly EarlierLine[],
  { left, top, bottom }: { left: number; top: number; bottom: number },
  fontSize: number,
): Mark[] {
  const drawn = lines.flatMap(({ name, places }, at) => {
    const dots = places.filter((place) => place !== null);
    const last = dots.at(-1);
    return last === undefined
      ? []
      : [{ name, places, dots, last, outline: outlines[at % outlines.length] ?? ring }];
  });
  if (drawn.length === 0) return [];
  const highestFirst = [...drawn].sort((a, b) => a.last.y - b.last.y);
  const step = fontSize * 1.3;
  const above = Math.ceil(highestFirst.length / 2);
  const room = (name: string) => widthOf(name, fontSize) + step;
  const furthest = Math.min(...drawn.map(({ last, name }) => last.x - room(name)));
  const near = drawn.flatMap(({ dots }) => dots.filter(({ x }) => x >= furthest).map(({ y }) => y));
  const ceiling = Math.max(Math.min(...near) - 10, top + above * step);
  const floor = Math.min(Math.max(...near) + 20, bottom - (highestFirst.length - above) * step);
  return highestFirst.flatMap(({ name, places, dots, last, outline }, rank): Mark[] => {
    const y = rank < above ? ceiling - (above - 1 - rank) * step : floor + (rank - above) * step;
    // A line of the very first periods has no room before its end, so its name begins at the edge of the plot.
    const text = fitted(name, Math.max(last.x, left + room(name)) - left - step, fontSize);
    const x = Math.max(last.x, left + room(text));
    const key = { x: x - widthOf(text, fontSize) - 10, y: y - fontSize * 0.35 };
    return [
      { is: 'stroke', d: through(places), width: 1.5 },
      { is: 'stroke', d: [...dots, key].map(outline).join(''), width: 1.5 },
      { is: 'words', x: tenths(x), y: tenths(y), text, anchor: 'end', halo: true },
    ];
  });
}

type Outline = (at: Place) => string;

const shape =
  (start: Place, rest: string): Outline =>
  ({ x, y }) =>
    `M${tenths(x + start.x)},${tenths(y + start.y)}${rest}`;

const ring = shape({ x: -4, y: 0 }, 'a4,4 0 1,0 8,0a4,4 0 1,0 -8,0Z');
const outlines: readonly Outline[] = [
  ring,
  shape({ x: -4, y: -4 }, 'h8v8h-8Z'),
  shape({ x: 0, y: -5 }, 'l5,9h-10Z'),
  shape({ x: 0, y: -5 }, 'l5,5l-5,5l-5,-5Z'),
];
