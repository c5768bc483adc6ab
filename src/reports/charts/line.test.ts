import { describe, expect, it } from 'vitest';
import { lineSvg } from './line.tsx';
import { type LineSeries, lineGeometry } from './line-geometry.ts';

const series = (
  values: readonly (string | null)[],
  targets: readonly (string | null)[] = [],
): LineSeries => ({
  points: values.map((exact, index) => ({
    label: `Q${index + 1} 2018-19`,
    exact,
    display: exact ?? 'Awaited',
    target: targets[index] ? { exact: targets[index], display: targets[index] } : null,
  })),
  names: { figure: 'Actual', target: 'Target' },
});
const box = { width: 720, height: 280 };

describe('a line chart', () => {
  it('draws figures and the steps of the target, and names both at their ends', () => {
    const drawn = lineGeometry(series(['1', '2', '4'], ['2', '3', '3']), box);
    expect(drawn.dots).toHaveLength(3);
    expect(new Set(drawn.targetPath!.match(/[\d.]+(?=L|$)/g)).size).toBe(2);
    expect(drawn.ends.figure).toMatchObject({ name: 'Actual', display: '4' });
    expect(drawn.ends.target).toMatchObject({ name: 'Target', display: '3' });
  });

  it('keeps the names apart where the lines end together', () => {
    const { ends } = lineGeometry(series(['1', '5'], ['5', '5']), box);
    expect(Math.abs(ends.figure!.y - ends.target!.y)).toBeGreaterThanOrEqual(36);
  });

  it('breaks the line where a figure is missing, and names no more periods than there is room for', () => {
    const many = lineGeometry(
      series(Array.from({ length: 40 }, (_, index) => (index === 7 ? null : `${index}`))),
      {
        width: 320,
        height: 240,
      },
    );
    expect(many.path!.split('M')).toHaveLength(3);
    expect(many.periods.length).toBeLessThan(4);
    expect(many.periods.at(-1)?.text).toBe('Q40 2018-19');
  });

  it('draws nothing, and everything else, where there is no figure at all', () => {
    const { path, dots, ends, ticks } = lineGeometry(series([null, null]), box);
    expect([path, dots.length, ends.figure, ends.target]).toEqual([null, 0, null, null]);
    expect(ticks.length).toBeGreaterThan(0);
  });

  it('draws what came before as lines of their own, named apart, and joins nothing across the change', () => {
    const own = series([null, null, '94', '95']);
    const drawn = lineGeometry(
      {
        ...own,
        before: [
          { name: 'as STR 4', exact: ['80', '90', null, null] },
          { name: 'as STR 6', exact: ['82', '90', null, null] },
        ],
      },
      box,
    );
    const [one, two] = drawn.before;
    const xs = (path: string) => [...path.matchAll(/[ML]([\d.]+),/g)].map((match) => Number(match[1]));
    // Two points each, all left of the first point of its own line.
    expect([xs(one!.path!).length, xs(two!.path!).length, xs(drawn.path!).length]).toEqual([2, 2, 2]);
    expect(Math.max(...xs(one!.path!), ...xs(two!.path!))).toBeLessThan(Math.min(...xs(drawn.path!)));
    expect(Math.abs(one!.name.y - two!.name.y)).toBeGreaterThanOrEqual(16);
    for (const { name } of drawn.before) {
      expect(name.y).toBeGreaterThanOrEqual(drawn.plot.top);
      expect(name.y).toBeLessThanOrEqual(drawn.plot.bottom);
    }
    // The axis has room for them.
    expect(Math.min(...drawn.before.flatMap(({ dots }) => dots.map(({ y }) => y)))).toBeGreaterThan(0);
    expect(Math.max(...drawn.before.flatMap(({ dots }) => dots.map(({ y }) => y)))).toBeLessThanOrEqual(250);
  });

  it('gives the same bytes for the same figures, with its words escaped', () => {
    const props = { series: series(['1', '2']), title: 'A <b>', description: 'Up & away', id: 'chart' };
    expect(lineSvg(props)).toBe(lineSvg(props));
    expect(lineSvg(props)).toContain('A &lt;b>');
    expect(lineSvg(props)).toContain('Up &amp; away');
  });
});
