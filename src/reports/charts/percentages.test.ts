import { describe, expect, it } from 'vitest';
import { shelves } from '../model/charts/gallery/shelves.ts';
import { barGeometry } from './bar-geometry.ts';
import { frames } from './drawn.ts';
import { funnelGeometry } from './funnel-geometry.ts';
import { valueAxis } from './value-axis.ts';

const percent = { prefix: '', suffix: '%' };

describe('an axis of percentages', () => {
  it('ends at 100% where no figure is above, and goes on where one is', () => {
    const bounds = { least: 0, most: 100 };
    const whole = valueAxis([40, 98], [0, 200], percent, bounds);
    expect(whole.ticks.at(-1)).toEqual({ at: 200, text: '100%' });
    const more = valueAxis([40, 131], [0, 200], percent, bounds);
    expect(more.at(131)).toBeLessThanOrEqual(200);
    expect(more.at(100)).toBeLessThan(200);
  });

  it('is that of bars too, unless one is of another kind', () => {
    const shelf = shelves().flatMap(({ specimens }) => specimens.map(({ chart }) => chart));
    const drawn = shelf.find((chart) => chart.kind === 'bar' && chart.unit.suffix === '%');
    if (drawn?.kind !== 'bar') throw new Error('There is none.');
    const bar = (value: string) => ({
      ...drawn,
      benchmark: null,
      bars: drawn.bars.slice(0, 1).map((each) => ({
        ...each,
        interval: null,
        value: { exact: value, display: `${value}%` },
        display: `${value}%`,
      })),
    });
    const numbers = (value: string) =>
      barGeometry(bar(value), frames.wide).marks.flatMap((mark) =>
        mark.is === 'words' && /^-?\d+%$/.test(mark.text) && mark.anchor === 'middle' ? [mark.text] : [],
      );
    expect(numbers('98').at(-1)).toBe('100%');
    expect(numbers('130').at(-1)).not.toBe('100%');
    expect(numbers('-12')[0]).toMatch(/^-/);
  });
});

describe('the name of one’s own area in a funnel', () => {
  const funnels = shelves().flatMap(({ specimens }) =>
    specimens.flatMap(({ id, chart }) => (chart.kind === 'funnel' ? [{ id, chart }] : [])),
  );

  it('is never struck through by the average, wherever its value lies', () => {
    const { chart } = funnels.find(({ chart: each }) => each.areas.some(({ isOwn }) => isOwn))!;
    const average = Number(chart.average.exact);
    let named = 0;
    for (let away = -8; away <= 8; away += 0.25) {
      const value = { exact: String(average + away), display: `${(average + away).toFixed(1)}%` };
      const moved = {
        ...chart,
        areas: chart.areas.map((area) => (area.isOwn ? { ...area, value } : area)),
      };
      const own = moved.areas.find(({ isOwn }) => isOwn)!;
      for (const frame of Object.values(frames)) {
        const { marks } = funnelGeometry(moved, frame);
        const label = marks.find(
          (mark) => mark.is === 'words' && mark.text.startsWith(`${own.name.slice(0, 5)}`),
        );
        const line = marks.find(
          (mark) =>
            mark.is === 'stroke' &&
            mark.width === 1 &&
            mark.faint === undefined &&
            /^M[\d.]+,([\d.]+)L[\d.]+,\1$/.test(mark.d),
        );
        if (label?.is !== 'words' || line?.is !== 'stroke') throw new Error('There is no label or line.');
        const y = Number(/,([\d.]+)L/.exec(line.d)?.[1]);
        const isStruck = y < label.y + 2 && y > label.y - frame.fontSize * 0.75;
        expect(isStruck, `${away} away, ${frame.width} wide`).toBe(false);
        named++;
      }
    }
    expect(named).toBe(65 * 3);
  });
});
