import { describe, expect, it } from 'vitest';
import { chartTable } from '../model/charts/chart-table.ts';
import { shelves } from '../model/charts/gallery/shelves.ts';
import { bareChartSvg, chartSvg, geometryOf } from './chart-image.tsx';
import { type Drawn, frames } from './drawn.ts';
import { smallGeometry } from './small-geometry.ts';
import { widthOf } from './text-room.ts';
import { valueAxis } from './value-axis.ts';

const specimens = shelves().flatMap((shelf) => shelf.specimens);
const words = ({ marks }: Drawn) => marks.flatMap((mark) => (mark.is === 'words' ? [mark] : []));

describe('every chart in every state', () => {
  it.each(specimens.map((specimen) => [specimen.id, specimen] as const))(
    '%s keeps to its box',
    (_, { chart }) => {
      for (const frame of Object.values(frames)) {
        const drawn = geometryOf(chart, frame);
        for (const mark of drawn.marks) {
          if (!('d' in mark)) continue;
          expect(mark.d).not.toMatch(/NaN|Infinity/);
          for (const [, x, y] of mark.d.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)) {
            expect(Number(x)).toBeGreaterThanOrEqual(0);
            expect(Number(x)).toBeLessThanOrEqual(drawn.width);
            expect(Number(y)).toBeGreaterThanOrEqual(0);
            expect(Number(y)).toBeLessThanOrEqual(drawn.height);
          }
        }
        for (const { x, y, text, anchor, bold } of words(drawn)) {
          const wide = widthOf(text, drawn.fontSize) * (bold ? 1.02 : 1);
          const from = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x;
          expect(from, text).toBeGreaterThanOrEqual(-8);
          expect(from + wide, text).toBeLessThanOrEqual(drawn.width + 8);
          expect(y, text).toBeGreaterThan(8);
          expect(y, text).toBeLessThanOrEqual(drawn.height);
        }
      }
    },
  );

  it.each(specimens.map((specimen) => [specimen.id, specimen] as const))(
    '%s has a table with the figures that it names',
    (_, { chart }) => {
      const printed = chartTable(chart, 'figures')
        .rows.flatMap(({ cells }) => cells)
        .map((cell) =>
          cell.type === 'figure' ? cell.figure.display : cell.type === 'text' ? cell.text : '',
        );
      const named = words(geometryOf(chart, frames.wide))
        .filter(({ text }) => /^(?:Latest|Target|Actual|Forecast|Mean) [^o]/.test(text))
        .map(({ text }) => text.slice(text.indexOf(' ') + 1));
      for (const figure of named) expect(printed).toContain(figure);
    },
  );

  it('never cuts a figure among small charts, and draws one point as one dot', () => {
    const small = (id: string) => {
      const chart = specimens.find((specimen) => specimen.id === id)?.chart;
      if (chart?.kind !== 'xmr') throw new Error(id);
      return smallGeometry(chart);
    };
    expect(words(small('xmr-huge')).map(({ text }) => text)).toContain('Latest £1,040,000,000,000');
    const dots = small('xmr-one').marks.flatMap((mark) => (mark.is === 'fill' ? [mark.d] : []));
    expect(dots.join('').match(/Z/g)).toHaveLength(1);
  });

  it('gives the same bytes each time, and no markup of others', () => {
    for (const { chart } of specimens) {
      const svg = chartSvg(chart);
      expect(chartSvg(chart)).toBe(svg);
      expect(svg).not.toContain('<b>');
      expect(svg).toContain('role="img"');
    }
  });

  it('is made of its own elements and attributes alone, whatever others wrote in it', () => {
    const hostile = `"'><b x="1">\ud800 \u0000]]>&`;
    for (const { chart } of specimens) {
      const named = { ...chart, title: hostile, unit: { ...chart.unit, caption: hostile } };
      const svg = bareChartSvg(named, 'wide', { ink: hostile, fontFamily: hostile });
      expect(svg.isWellFormed()).toBe(true);
      expect(svg).not.toMatch(/\0|]]>/);
      const tag = /<\/?(?:svg|title|desc|path|text)(?: [a-zA-Z-]+="[^"<]*")*>/g;
      expect(svg.replace(tag, '')).not.toContain('<');
      expect(svg.match(/&(?!(?:amp|lt|gt|quot|#39);)/)).toBeNull();
    }
  });

  it('numbers its axis with the decimals that tell neighbours apart, and no more', () => {
    const plain = { prefix: '', suffix: '' };
    const texts = (...known: number[]) => valueAxis(known, [300, 10], plain).ticks.map(({ text }) => text);
    expect(texts(1200, 4800)).toEqual(['0', '2,000', '4,000', '6,000']);
    expect(texts(-0.4, 0.9)).toEqual(['-1.0', '-0.5', '0.0', '0.5', '1.0', '1.5']);
    // In binary these steps are a little short of a hundred thousandth.
    expect(texts(324.8108745820047, 324.81090460851533)[0]).toBe('324.81087');
  });

  it('has its headline and its notes in the file that stands alone', () => {
    const rebased = specimens.find(({ id }) => id === 'xmr-rebased');
    const svg = chartSvg(rebased!.chart);
    expect(svg).toContain('New limits from Jun 2023: two crews were added');
    expect(svg).toContain('>Missed bins per 100,000 collections</text>');
  });
});
