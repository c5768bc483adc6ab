import type { Signal } from '../model/charts/chart.ts';

/** A chart once everything of it has a place: what is left to do is to write it as SVG. */
export interface Drawn {
  width: number;
  height: number;
  fontSize: number;
  /** In the order in which they are painted. */
  marks: readonly Mark[];
}

export type Mark =
  /** A line. `faint` is its opacity. */
  | { is: 'stroke'; d: string; width: number; dash?: string; faint?: number; tone?: Signal }
  | { is: 'fill'; d: string; faint?: number; tone?: Signal }
  /** A line in the colour of the paper, to set what follows off from what lies below. */
  | { is: 'paper'; d: string; width: number }
  /** All of these, so much further down. */
  | { is: 'moved'; down: number; marks: readonly Mark[] }
  | { is: 'words'; x: number; y: number; text: string; anchor?: 'middle' | 'end'; bold?: true; halo?: true };

/** How large a chart is drawn, and what it is drawn for. */
export interface Frame {
  width: number;
  height: number;
  fontSize: number;
  /** Drawn for a phone: short names, fewer of everything. */
  narrow: boolean;
}

/** Drawn anew for each, never one as the other made smaller. */
export const frames = {
  wide: { width: 720, height: 340, fontSize: 14, narrow: false },
  narrow: { width: 320, height: 320, fontSize: 14, narrow: true },
  /** One of several beside each other, on a page of paper or of the web. */
  small: { width: 320, height: 240, fontSize: 14, narrow: true },
} as const satisfies Record<string, Frame>;

/** Coordinates keep a tenth, so that the same figures give the same bytes on every machine. */
export const tenths = (value: number): number => Math.round(value * 10) / 10;

/** A straight line from one place to another. */
export const rule = (x1: number, y1: number, x2: number, y2: number): string =>
  `M${tenths(x1)},${tenths(y1)}L${tenths(x2)},${tenths(y2)}`;

/** A line through places, broken where one is missing; a place alone gives nothing. */
export function through(places: readonly ({ x: number; y: number } | null)[]): string {
  let d = '';
  let held = '';
  let drawing = false;
  for (const place of places) {
    if (place === null) {
      held = '';
      drawing = false;
      continue;
    }
    const at = `${tenths(place.x)},${tenths(place.y)}`;
    if (drawing) d += `L${at}`;
    else if (held !== '') {
      d += `M${held}L${at}`;
      drawing = true;
    } else held = at;
  }
  return d;
}
