import { nice, ticks as ticksOf } from 'd3-array';
import { tickFormat } from 'd3-scale';
import type { ChartUnit } from '../model/charts/chart.ts';
import { type Mark, rule, tenths } from './drawn.ts';
import { widthOf } from './text-room.ts';

export interface ValueAxis {
  /** Where a value is, up or across. */
  at: (value: number) => number;
  ticks: readonly { at: number; text: string }[];
}

/**
 * An axis of values from one place to another, with a little room beyond the least and the greatest. It ends where no
 * figure can be beyond, unless one is.
 */
export function valueAxis(
  known: readonly number[],
  [from, to]: readonly [number, number],
  { prefix, suffix }: Pick<ChartUnit, 'prefix' | 'suffix'>,
  { least = -Infinity, most = Infinity }: { least?: number; most?: number } = {},
): ValueAxis {
  const count = 4;
  const [niceLow, niceHigh] = nice(...padded(known), count);
  const low = Math.max(niceLow, Math.min(least, ...known));
  const high = Math.min(niceHigh, Math.max(most, ...known));
  // As d3's scale places a value, without what else that can do: a chart places hundreds.
  const at = (value: number) => {
    const share = high === low ? 0.5 : (value - low) / (high - low);
    return from * (1 - share) + to * share;
  };
  // Beside nothing at all numbers would only seem to say something.
  const all = known.length === 0 ? [] : ticksOf(low, high, count);
  const ticks = all.filter((tick) => tick >= least && tick <= most);
  const texts = tickTexts(ticks, written(decimalsOf(all)));
  return {
    at,
    ticks: ticks.map((tick, index) => {
      const text = texts[index] ?? '';
      const said = text.startsWith('-') ? `-${prefix}${text.slice(1)}` : `${prefix}${text}`;
      return { at: tenths(at(tick)), text: `${said}${suffix}` };
    }),
  };
}

const SHORT: readonly [number, string][] = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
];

/** Millions and more by their short names: twelve noughts have no room beside a chart. */
function tickTexts(ticks: readonly number[], format: (tick: number) => string): string[] {
  const most = Math.max(0, ...ticks.map(Math.abs));
  const [size, name] = SHORT.find(([least]) => most >= least) ?? [1, ''];
  if (size === 1) return ticks.map((tick) => format(tick).replace('−', '-'));
  return ticks.map((tick) => (tick === 0 ? '0' : `${Number((tick / size).toPrecision(6))}${name}`));
}

/** As many as tell neighbours apart, which are 1, 2 or 5 times a power of ten from each other, or nearly in binary. */
function decimalsOf([first = 0, second = first + 1]: readonly number[]): number {
  return Math.min(20, Math.max(0, -Math.floor(Math.log10(second - first) + 0.05)));
}

/** Numbers with commas and so many decimals. Each way is made once: that takes longer than writing a chart's numbers. */
function written(decimals: number): (tick: number) => string {
  const made = formats.get(decimals) ?? tickFormat(0, 1, 1, `,.${decimals}f`);
  formats.set(decimals, made);
  return made;
}
const formats = new Map<number, (tick: number) => string>();

/** A little room above and below; something to draw where all is flat or nothing is there. */
function padded(known: readonly number[]): [number, number] {
  if (known.length === 0) return [0, 1];
  const low = Math.min(...known);
  const high = Math.max(...known);
  const room = high > low ? (high - low) / 12 : Math.abs(high) / 10 || 1;
  // A count or a share below nought would only puzzle.
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
}

/** Room that the numbers of an upright axis need to its left. */
export const axisRoom = ({ ticks }: ValueAxis, fontSize: number): number =>
  14 + Math.max(0, ...ticks.map(({ text }) => widthOf(text, fontSize)));

/** The numbers of an upright axis with a faint line across the plot at each. */
export const gridMarks = ({ ticks }: ValueAxis, { left, right }: { left: number; right: number }): Mark[] => [
  { is: 'stroke', d: ticks.map(({ at }) => rule(left, at, right, at)).join(''), width: 1, faint: 0.18 },
  ...ticks.map(({ at, text }) => ({
    is: 'words' as const,
    x: tenths(left - 8),
    y: at + 5,
    text,
    anchor: 'end' as const,
  })),
];

/** null for a missing figure, and for one too large to draw. */
export function drawable(exact: string | null | undefined): number | null {
  const value = exact === null || exact === undefined ? Number.NaN : Number(exact);
  // A thousandth of the largest float: room beyond the greatest figure must be a number too.
  return Math.abs(value) <= 1e300 ? value : null;
}

/** Said in the plot where there is no figure at all. */
export const nothing = (plot: { left: number; right: number; top: number; bottom: number }): Mark => ({
  is: 'words',
  x: tenths((plot.left + plot.right) / 2),
  y: tenths((plot.top + plot.bottom) / 2),
  text: 'No figures yet',
  anchor: 'middle',
});
