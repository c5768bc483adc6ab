import type { BarChart } from '../model/charts/bar-chart.ts';
import { type Drawn, type Frame, type Mark, rule, tenths } from './drawn.ts';
import { fitted, widthOf } from './text-room.ts';
import { drawable, nothing, valueAxis } from './value-axis.ts';

/** Where everything of a bar chart goes: a row for each area, as high as it has rows. On a phone names stand above. */
export function barGeometry(chart: BarChart, { width, fontSize, narrow }: Frame): Drawn {
  const { bars, benchmark, unit } = chart;
  const row = narrow ? 44 : 26;
  const top = benchmark === null ? 14 : 34;
  const bottom = top + Math.max(1, bars.length) * row;
  const height = bottom + (unit.caption === '' ? 30 : 50);
  const longest = Math.max(0, ...bars.map(({ name }) => widthOf(name, fontSize) * 1.06));
  const left = narrow ? 18 : 12 + Math.min(longest, width * 0.32);
  const figure = Math.max(
    0,
    ...bars.map(({ value, display }) => (value === null ? 0 : widthOf(display, fontSize))),
  );
  const right = width - 24 - figure;
  const mark = drawable(benchmark?.value.exact);
  const known = bars.flatMap(({ value, interval }) =>
    [value, interval?.lower, interval?.upper].map((each) => drawable(each?.exact)),
  );
  const numbers = [...known, mark].filter((value): value is number => value !== null);
  const axis = valueAxis(
    numbers.length === 0 ? [] : [0, ...numbers],
    [left, right],
    unit,
    // No share of a whole is above all of it, and a change in percentages is none.
    unit.suffix === '%' && numbers.every((number) => number >= 0 && number <= 100)
      ? { least: 0, most: 100 }
      : {},
  );
  const nought = axis.at(0);
  const marks: Mark[] = [
    {
      is: 'stroke',
      d: axis.ticks.map(({ at }) => rule(at, top, at, bottom)).join(''),
      width: 1,
      faint: 0.18,
    },
    ...spaced(axis.ticks, fontSize).map(
      ({ at, text }): Mark => ({ is: 'words', x: at, y: bottom + 20, text, anchor: 'middle' }),
    ),
  ];
  bars.forEach(({ name, value, display, interval, isOwn }, index) => {
    const y = top + index * row + (narrow ? 20 : 4);
    const bold = isOwn ? { bold: true as const } : {};
    const text = fitted(name, narrow ? width - 16 : left - 14, fontSize);
    if (narrow) marks.push({ is: 'words', x: 8, y: tenths(y - 5), text, ...bold });
    else marks.push({ is: 'words', x: tenths(left - 8), y: tenths(y + 14), text, anchor: 'end', ...bold });
    const drawn = drawable(value?.exact);
    if (drawn === null) {
      marks.push({ is: 'words', x: tenths(nought + 6), y: tenths(y + 14), text: display });
      return;
    }
    const end = axis.at(drawn);
    const box = `M${tenths(Math.min(nought, end))},${tenths(y)}h${tenths(Math.abs(end - nought))}v18h-${tenths(Math.abs(end - nought))}Z`;
    marks.push({ is: 'fill', d: box, ...(isOwn ? {} : { faint: 0.25 }) }, { is: 'stroke', d: box, width: 1 });
    const [low, high] = [drawable(interval?.lower.exact), drawable(interval?.upper.exact)];
    if (low !== null && high !== null) marks.push(...whisker(axis.at(low), axis.at(high), y + 9));
    // In a column of their own: no whisker and no benchmark runs through a figure.
    marks.push({ is: 'words', x: width - 6, y: tenths(y + 14), text: display, anchor: 'end', ...bold });
  });
  if (mark !== null && benchmark !== null) {
    const x = axis.at(mark);
    const text = fitted(`${benchmark.name} ${benchmark.value.display}`, width - 16, fontSize);
    const half = widthOf(text, fontSize) / 2;
    marks.push(
      { is: 'stroke', d: rule(x, top - 10, x, bottom), width: 2, dash: '9 5' },
      {
        is: 'words',
        x: tenths(Math.min(Math.max(x, half + 4), width - half - 4)),
        y: top - 16,
        text,
        anchor: 'middle',
      },
    );
  }
  if (unit.caption !== '')
    marks.push({
      is: 'words',
      x: tenths(left),
      y: bottom + 40,
      text: fitted(unit.caption, width - left - 8, fontSize),
    });
  if (numbers.length === 0) marks.push(nothing({ left, right, top: bottom, bottom: bottom + 40 }));
  return { width, height: tenths(height), fontSize, marks };
}

/** Set off by a line of paper, so that it is seen on a solid bar too. */
function whisker(low: number, high: number, y: number): Mark[] {
  return [
    { is: 'paper', d: rule(low, y, high, y), width: 5 },
    {
      is: 'stroke',
      d: rule(low, y, high, y) + rule(low, y - 5, low, y + 5) + rule(high, y - 5, high, y + 5),
      width: 1.5,
    },
  ];
}

/** Numbers of the axis that do not touch each other. */
function spaced<T extends { at: number; text: string }>(ticks: readonly T[], fontSize: number): T[] {
  const kept: T[] = [];
  let edge = -Infinity;
  for (const tick of ticks) {
    const half = widthOf(tick.text, fontSize) / 2;
    if (tick.at - half < edge) continue;
    kept.push(tick);
    edge = tick.at + half + 10;
  }
  return kept;
}
