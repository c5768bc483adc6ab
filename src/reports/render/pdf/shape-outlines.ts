import { shapeBox, statusShapePath } from '../../charts/status-shape.tsx';
import type { StatusShape } from '../../model/report.ts';

type Point = [number, number];

/** One stroke of the pen: go to, straight line to, curve to (with its two handles), close. */
export type Stroke = ['move' | 'line', Point] | ['cubic', Point, Point, Point] | ['close'];

/** Every shape, by the compiler's own count. */
const shapes = Object.keys({
  star: 1,
  circle: 1,
  triangle: 1,
  triangleDown: 1,
  square: 1,
  diamond: 1,
  pentagon: 1,
  octagon: 1,
  hexagon: 1,
  ring: 1,
  dash: 1,
} satisfies Record<StatusShape, 1>) as StatusShape[];

/** The outline of every status shape for the template: one path prints far faster than an SVG image. */
export function shapeOutlines(): Record<string, Stroke[]> {
  return Object.fromEntries(shapes.map((shape) => [shape, strokesOf(statusShapePath(shape))]));
}

/**
 * An SVG path as strokes, in shares of the box of a shape. Understands what shapes are made of: absolute
 * `M`, `L`, `H`, `V`, `Z` and half circles (`A`).
 */
export function strokesOf(path: string): Stroke[] {
  const strokes: Stroke[] = [];
  let here: Point = [0, 0];
  for (const [, command = '', numbers = ''] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const values = (numbers.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    if (command === 'Z') strokes.push(['close']);
    else if (!'MLHVA'.includes(command))
      throw new Error(`The outline ${path} has a ${command}, which cannot be drawn.`);
    // After the first pair of an `M`, further pairs are lines.
    let pen: 'move' | 'line' = command === 'M' ? 'move' : 'line';
    while (values.length > 0) {
      const start = here;
      if (command === 'A') {
        const [radius = 0, , , , sweep = 1, x = 0, y = 0] = values.splice(0, 7);
        here = [x / shapeBox, y / shapeBox];
        strokes.push(...halfCircle(start, here, radius / shapeBox, sweep === 1));
        continue;
      }
      const next = values.shift()! / shapeBox;
      if (command === 'H') here = [next, start[1]];
      else if (command === 'V') here = [start[0], next];
      else here = [next, values.shift()! / shapeBox];
      strokes.push([pen, here]);
      pen = 'line';
    }
  }
  return strokes;
}

/** Length of the handles of a quarter circle of radius 1. */
const handle = 0.5523;

function halfCircle(start: Point, end: Point, radius: number, clockwise: boolean): Stroke[] {
  const centre: Point = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
  const out: Point = [start[0] - centre[0], start[1] - centre[1]];
  if (Math.abs(Math.hypot(...out) - radius) > 1e-6) throw new Error('Only half circles can be drawn.');
  const across: Point = clockwise ? [-out[1], out[0]] : [out[1], -out[0]];
  const at = (along: number, beside: number): Point => [
    centre[0] + out[0] * along + across[0] * beside,
    centre[1] + out[1] * along + across[1] * beside,
  ];
  return [
    ['cubic', at(1, handle), at(handle, 1), at(0, 1)],
    ['cubic', at(-handle, 1), at(-1, handle), at(-1, 0)],
  ];
}
