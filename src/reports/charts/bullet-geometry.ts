import type { BulletChart } from '../model/charts/bullet-chart.ts';
import { type Drawn, type Frame, type Mark, rule, tenths } from './drawn.ts';
import { dot } from './point-shapes.ts';
import { fitted, widthOf } from './text-room.ts';
import { drawable, nothing, valueAxis } from './value-axis.ts';

const SHADES = [0.08, 0.2, 0.34, 0.48];

/** Where everything of a bullet goes: bands behind, the actual as a bar, the target as an upright line, all named. */
export function bulletGeometry(chart: BulletChart, { width, fontSize }: Frame): Drawn {
  const { unit, bands } = chart;
  const [actual, target, forecast] = [chart.actual, chart.target, chart.forecast].map((each) =>
    drawable(each?.exact),
  );
  const edges = bands.flatMap(({ from, to }) => [drawable(from?.exact), drawable(to?.exact)]);
  const known = [actual, target, forecast, ...edges].filter((value): value is number => value != null);
  const [left, right] = [28, width - 28];
  const axis = valueAxis(known, [left, right], unit);
  const [top, bottom] = [52, 108];
  const within = (value: number) => Math.min(right, Math.max(left, axis.at(value)));
  const marks: Mark[] = [];
  bands.forEach(({ name, from, to }, index) => {
    const [low, high] = [drawable(from?.exact), drawable(to?.exact)];
    const [x1, x2] = [low === null ? left : within(low), high === null ? right : within(high)];
    const box = `M${tenths(x1)},${top}H${tenths(x2)}V${bottom}H${tenths(x1)}Z`;
    marks.push(
      { is: 'fill', d: box, faint: SHADES[index % SHADES.length] ?? 0.1 },
      { is: 'stroke', d: box, width: 1 },
    );
    // A band too narrow for its name is named in the table.
    if (widthOf(name, fontSize) <= x2 - x1 - 6)
      marks.push({ is: 'words', x: tenths((x1 + x2) / 2), y: top + 16, text: name, anchor: 'middle' });
  });
  marks.push(
    { is: 'stroke', d: rule(left, bottom, right, bottom), width: 1 },
    ...axis.ticks.map(
      ({ at, text }): Mark => ({ is: 'words', x: at, y: bottom + 20, text, anchor: 'middle' }),
    ),
  );
  const named = (x: number, y: number, text: string, bold?: true): Mark => {
    const cut = fitted(text, width - 8, fontSize);
    const half = widthOf(cut, fontSize) / 2;
    return {
      is: 'words',
      x: tenths(Math.min(Math.max(x, half + 4), width - half - 4)),
      y,
      text: cut,
      anchor: 'middle',
      ...(bold ? { bold } : {}),
    };
  };
  const middle = bottom - 18;
  if (actual != null) {
    const x = within(actual);
    // A bar from anything but nought would lie by its length: there a dot stands for it.
    const bar = `M${left},${middle - 7}H${tenths(x)}V${middle + 7}H${left}Z`;
    marks.push({ is: 'fill', d: axis.at(0) === left ? bar : dot(x, middle, 8) });
    marks.push(named(x, bottom + 42, `Actual ${chart.display}`, true), {
      is: 'stroke',
      d: rule(x, middle, x, bottom + 28),
      width: 1,
    });
  } else marks.push(named((left + right) / 2, bottom + 42, chart.display, true));
  if (target != null) {
    const x = within(target);
    marks.push(
      { is: 'stroke', d: rule(x, top - 8, x, bottom - 2), width: 3.5 },
      named(x, top - 13, `Target ${chart.target?.display}`),
    );
  }
  if (forecast != null) {
    const x = within(forecast);
    const d = `M${tenths(x)},${middle - 9}l9,9l-9,9l-9,-9Z`;
    marks.push(
      { is: 'paper', d, width: 4 },
      { is: 'stroke', d, width: 2 },
      // The line down to its name stops short of the actual's.
      {
        is: 'stroke',
        d: rule(
          x,
          middle + 9,
          x,
          actual != null && Math.abs(within(actual) - x) < 60 ? bottom - 1 : bottom + 46,
        ),
        width: 1,
        dash: '2 2',
      },
      named(x, bottom + 60, `Forecast ${chart.forecast?.display}`),
    );
  }
  if (unit.caption !== '')
    marks.push({ is: 'words', x: 4, y: 14, text: fitted(unit.caption, width - 8, fontSize) });
  if (known.length === 0) marks.push(nothing({ left, right, top, bottom }));
  return { width, height: 180, fontSize, marks };
}
