import { describe, expect, it } from 'vitest';
import { decimal } from '../../domain/number/decimal.ts';
import { headlineOf } from '../model/charts/chart.ts';
import { chartTable } from '../model/charts/chart-table.ts';
import { type TrendAsked, trendChartOf } from '../model/charts/trend-chart-of.ts';
import { bareChartSvg } from './chart-image.tsx';
import { frames, type Mark } from './drawn.ts';
import { trendGeometry } from './trend-geometry.ts';

const maybe = (text: string | null) => (text === null ? null : decimal(text));
const chart = (figures: readonly (string | null)[], more: Partial<TrendAsked> = {}) =>
  trendChartOf({
    title: 'Calls answered',
    unit: { kind: 'percentage', decimals: 0 },
    points: figures.map((text, at) => ({ label: `Q${at + 1}`, value: maybe(text), target: null })),
    ...more,
  });
const madeFrom = (figures: readonly (string | null)[], earlier: readonly (readonly (string | null)[])[]) =>
  chart(figures, {
    before: earlier.map((values, at) => ({ name: `as STR ${at + 4}`, values: values.map(maybe) })),
  });

const strokes = (marks: readonly Mark[], width: number) =>
  marks.flatMap((mark) => (mark.is === 'stroke' && mark.width === width && !mark.dash ? [mark.d] : []));
const xs = (d: string) => [...d.matchAll(/[ML]([\d.]+),/g)].map((match) => Number(match[1]));
const words = (marks: readonly Mark[], start: string) =>
  marks.flatMap((mark) => (mark.is === 'words' && mark.text.startsWith(start) ? [mark] : []));

describe('a line chart of a measure made from others', () => {
  const made = madeFrom(
    [null, null, '94', '95'],
    [
      ['80', '90', null, null],
      ['82', '90', null, null],
    ],
  );

  it.each(['wide', 'narrow'] as const)('joins nothing across the change, %s', (layout) => {
    const { marks } = trendGeometry(made, frames[layout]);
    const [own] = strokes(marks, 2.5);
    const [one, , two] = strokes(marks, 1.5).filter((d) => d !== '');
    // Two points each, all left of the first point of its own line.
    expect([own, one, two].map((d) => xs(d!).length)).toEqual([2, 2, 2]);
    expect(Math.max(...xs(one!), ...xs(two!))).toBeLessThan(Math.min(...xs(own!)));
  });

  it.each(['wide', 'narrow', 'small'] as const)('names each line where it ends, apart, %s', (layout) => {
    const frame = frames[layout];
    const names = words(trendGeometry(made, frame).marks, 'as STR');
    expect(names.map(({ text }) => text).toSorted()).toEqual(['as STR 4', 'as STR 5']);
    const [one, two] = names.map(({ y }) => y);
    expect(Math.abs(one! - two!)).toBeGreaterThanOrEqual(frame.fontSize);
    for (const { y } of names) {
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(frame.height - 20);
    }
  });

  it('keeps a name within the picture where the line ends with the first period', () => {
    const name = 'as the number of households in temporary accommodation';
    const early = chart(['94', '95', '96'], { before: [{ name, values: [maybe('80'), null, null] }] });
    const [named] = words(trendGeometry(early, frames.narrow).marks, 'as the');
    expect(named!.x - named!.text.length * 14 * 0.53).toBeGreaterThan(0);
  });

  it('leaves room on the axis for what came before', () => {
    const low = madeFrom([null, '94'], [['8', null]]);
    const { marks, height } = trendGeometry(low, frames.wide);
    const ys = strokes(marks, 1.5).flatMap((d) =>
      [...d.matchAll(/M[\d.]+,([\d.-]+)/g)].map((m) => Number(m[1])),
    );
    expect(ys.length).toBeGreaterThan(0);
    for (const y of ys) expect(y > 0 && y < height - 30).toBe(true);
  });

  it('says the same in words and in its table', () => {
    expect(headlineOf(made)).toBe(
      'From 94% in Q3 to 95% in Q4. Before, as STR 4: from 80% in Q1 to 90% in Q2. Before, as STR 5: from 82% in Q1 to 90% in Q2.',
    );
    const table = chartTable(made, 'a');
    expect(table.columns.map(({ heading }) => heading)).toEqual([
      'Period',
      'Figure',
      'Target',
      'As STR 4',
      'As STR 5',
    ]);
    expect(table.rows[1]?.cells.map((cell) => ('figure' in cell ? cell.figure.display : ''))).toEqual([
      '',
      '',
      '',
      '90%',
      '90%',
    ]);
  });
});

describe('a line chart', () => {
  it('says what changed on the way, but not before its first point', () => {
    const changed = (sentence: string) => ({ label: 'Changed', sentence, cuts: true });
    const told = chart([], {
      points: ['1', '2'].map((text, at) => ({
        label: `Q${at + 1}`,
        value: decimal(text),
        target: null,
        changed: changed(`Counted anew from Q${at + 1}.`),
      })),
    });
    expect(headlineOf(told)).toBe('From 1% in Q1 to 2% in Q2. Counted anew from Q2.');
  });

  it('breaks its line where a figure is missing, and names no more periods than there is room for', () => {
    const many = chart(Array.from({ length: 12 }, (_, at) => (at === 7 ? null : `${at}`)));
    const { marks } = trendGeometry(many, frames.narrow);
    expect(strokes(marks, 2.5)[0]!.split('M')).toHaveLength(3);
    expect(words(marks, 'Q').length).toBeLessThan(12);
  });

  it('gives the same bytes for the same figures, with its words escaped', () => {
    const titled = { ...chart(['1', '2']), title: 'Up & <b>' };
    expect(bareChartSvg(titled)).toBe(bareChartSvg(titled));
    expect(bareChartSvg(titled)).toContain('Up &amp; &lt;b>');
  });
});
