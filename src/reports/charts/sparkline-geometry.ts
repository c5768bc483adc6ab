import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Sparkline } from '../model/report.ts';

export interface Box {
  width: number;
  height: number;
}

export interface Dot {
  x: number;
  y: number;
}

export interface SparklineGeometry extends Box {
  /** Path data of the line, broken at missing points; null when there are fewer than two points in a row. */
  path: string | null;
  /** Points with no neighbour on either side, which a line cannot show. */
  alone: readonly Dot[];
  /** The latest figure. */
  last: Dot | null;
  /** Height of the target line. */
  targetY: number | null;
}

/** Room at the edges for the dot of the latest figure and the thickness of the line. */
const margin = 4;

/** Drawn to a hundredth of a unit, so that the same figures give the same bytes on every machine. */
const digits = 2;

/**
 * Where everything of a sparkline goes. Coordinates are drawing, not figures: here, and only here,
 * the exact text of a figure becomes a float.
 */
export function sparklineGeometry(chart: Sparkline, { width, height }: Box): SparklineGeometry {
  const values = chart.points.map((point) => drawable(point.exact));
  const target = drawable(chart.target?.exact ?? null);
  const known = [...values, target].filter((value) => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [margin, width - margin]);
  // A flat series is drawn half-way up: it has no lowest and highest point.
  const flat = !(high > low);
  const y = scaleLinear([low, high], [height - margin, margin]);
  const heightOf = (value: number) => (flat ? height / 2 : y(value));

  const dots = values.map((value, index) =>
    value === null ? null : { x: rounded(x(index)), y: rounded(heightOf(value)) },
  );
  const draw = line<Dot | null>(
    (dot) => dot?.x ?? 0,
    (dot) => dot?.y ?? 0,
  )
    .defined((dot, index) => dot !== null && hasNeighbour(dots, index))
    .digits(digits);
  return {
    width,
    height,
    path: draw(dots) || null,
    alone: dots
      .filter((dot, index) => dot !== null && !hasNeighbour(dots, index))
      .filter((dot) => dot !== null),
    last: dots.findLast((dot) => dot !== null) ?? null,
    targetY: target === null ? null : rounded(heightOf(target)),
  };
}

function hasNeighbour(dots: readonly (Dot | null)[], index: number): boolean {
  return Boolean(dots[index - 1] ?? dots[index + 1]);
}

/** null for a missing figure, and for one too large to draw. */
function drawable(exact: string | null): number | null {
  const value = exact === null ? Number.NaN : Number(exact);
  return Number.isFinite(value) ? value : null;
}

function rounded(value: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
