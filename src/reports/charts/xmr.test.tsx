import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { ControlChart } from '../model/charts/control-chart.ts';
import { xmrShelf } from '../model/charts/gallery/xmr-specimens.ts';
import { bareChartSvg, ChartImage } from './chart-image.tsx';
import { type Drawn, frames } from './drawn.ts';
import { apart } from './end-labels.ts';
import { signalShape } from './point-shapes.ts';
import { xmrGeometry } from './xmr-geometry.ts';

const { specimens } = xmrShelf();
const chartOf = (id: string): ControlChart => {
  const found = specimens.find((specimen) => specimen.id === `xmr-${id}`)?.chart;
  if (found?.kind !== 'xmr') throw new Error(`no such specimen: ${id}`);
  return found;
};
const words = ({ marks }: Drawn) => marks.flatMap((mark) => (mark.is === 'words' ? [mark.text] : []));
const wide = (id: string) => xmrGeometry(chartOf(id), frames.wide);

describe('a control chart', () => {
  it('names every line at its end with its figure', () => {
    expect(words(wide('usual'))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Upper limit \d/),
        expect.stringMatching(/^Mean \d/),
        expect.stringMatching(/^Lower limit \d/),
        'Target 58',
        `Latest ${chartOf('usual').points.at(-1)?.display}`,
      ]),
    );
    expect(words(wide('trial'))).toContainEqual(expect.stringMatching(/^Upper trial limit/));
    expect(words(wide('too-few')).join(' ')).not.toMatch(/limit|Mean/);
    expect(words(wide('too-few'))).toContainEqual(expect.stringMatching(/^Median/));
  });

  it('gives each signal a shape of its own, and a word for each that it uses', () => {
    const shapes = (['improvement', 'concern', 'neutral'] as const).map((kind) => signalShape(kind, 0, 0, 6));
    expect(new Set(shapes).size).toBe(3);
    expect(words(wide('both'))).toEqual(
      expect.arrayContaining(['Change for the worse', 'Change for the better']),
    );
    expect(words(wide('usual')).join()).not.toContain('Change');
    expect(chartOf('concern').points.at(-1)?.rules).toContain('above the upper limit');
  });

  it('leaves a gap at a missing period and where limits were worked out anew', () => {
    const line = (id: string) =>
      wide(id).marks.findLast((mark) => mark.is === 'stroke' && mark.width === 2 && !mark.dash);
    const pieces = (id: string) => (line(id) as { d: string }).d.split('M').length - 1;
    expect(pieces('usual')).toBe(1);
    expect(pieces('gaps')).toBe(4);
    expect(pieces('rebased')).toBe(2);
  });

  it('keeps old limits beside new ones, and says who worked them out anew and why', () => {
    const limits = wide('rebased').marks.filter((mark) => mark.is === 'stroke' && mark.dash === '5 3');
    expect(limits).toHaveLength(2);
    expect(words(wide('rebased'))).toContain('New limits from Jun 2023');
    expect(chartOf('rebased').notes).toContain(
      'New limits from Jun 2023: two crews were added (Colin Webb, 05-Jun-2023).',
    );
  });

  it('draws a limit that no figure can pass at 100%, and says so', () => {
    const highest = wide('clipped').marks.find((mark) => mark.is === 'words' && mark.text === '100%');
    expect(words(wide('clipped')).join()).not.toMatch(/10[1-9]%,/);
    expect(highest).toBeDefined();
    expect(chartOf('clipped').notes[0]).toMatch(/^The upper limit, 103\.\d+%, is drawn at 100\.00%/);
  });

  it('keeps everything within its box, whatever the figures', () => {
    for (const { chart, id } of specimens) {
      for (const frame of Object.values(frames)) {
        const { marks, width, height } = xmrGeometry(chart, frame);
        const numbers = marks.flatMap((mark) => ('d' in mark ? coordinates(mark.d) : []));
        for (const [x = 0, y = 0] of numbers) {
          expect(Number.isFinite(x) && x >= 0 && x <= width, `${id} x ${x}`).toBe(true);
          expect(Number.isFinite(y) && y >= 0 && y <= height, `${id} y ${y}`).toBe(true);
        }
      }
    }
  });

  it('draws the latest periods of a long series for a phone, and says so', () => {
    expect(words(xmrGeometry(chartOf('eighty'), frames.narrow))).toContain(
      'missed bins · Latest 36 of 80 periods',
    );
  });

  it('gives the same bytes for the same figures, with words escaped', () => {
    const svg = bareChartSvg(chartOf('long'));
    expect(svg).toBe(bareChartSvg(chartOf('long')));
    expect(svg).toContain('&lt;b>owed&lt;/b> a duty &amp; &quot;more&quot;');
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('Storms in &lt;b>January');
    expect(renderToString(<ChartImage chart={chartOf('none')} id="a" />)).toContain('No figures yet');
  });
});

describe('names at the ends of lines', () => {
  it('are moved apart and stay within the plot', () => {
    expect(apart([10, 12, 200], 18, 0, 220)).toEqual([2, 20, 200]);
    expect(apart([219, 219, 219], 18, 0, 220)).toEqual([184, 202, 220]);
    expect(apart([50, 100], 18, 0, 220)).toEqual([50, 100]);
  });
});

/** Where each absolute step of a path leads. */
const coordinates = (d: string) =>
  [...d.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
