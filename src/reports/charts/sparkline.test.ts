import { describe, expect, it } from 'vitest';
import type { Sparkline } from '../model/report.ts';
import { sparklineSvg } from './sparkline.tsx';
import { sparklineGeometry } from './sparkline-geometry.ts';

function chart(values: readonly (string | null)[], target: string | null = null): Sparkline {
  return {
    description: 'Homes, from 1 to <9> & "more"',
    points: values.map((exact, index) => ({
      period: `2018-19/M0${index + 1}`,
      label: `Month ${index + 1}`,
      exact,
      display: exact ?? 'Awaited',
    })),
    target: target === null ? null : { exact: target, display: target },
    better: 'up',
  };
}

const box = { width: 108, height: 48 };

describe('sparkline', () => {
  it('scales the figures and the target to the box', () => {
    const drawn = sparklineGeometry(chart(['0', '10', '20'], '5'), box);
    expect(drawn.path).toBe('M4,44L54,24L104,4');
    expect(drawn.last).toEqual({ x: 104, y: 4 });
    expect(drawn.targetY).toBe(34);
  });

  it('breaks the line at a missing figure and shows a lone figure as a dot', () => {
    const drawn = sparklineGeometry(chart(['1', '2', null, '3', null]), box);
    expect(drawn.path).toBe('M4,44L29,24');
    expect(drawn.alone).toEqual([{ x: 79, y: 4 }]);
    expect(drawn.last).toEqual({ x: 79, y: 4 });
  });

  it('draws a flat series half-way up', () => {
    expect(sparklineGeometry(chart(['7', '7']), box).path).toBe('M4,24L104,24');
    expect(sparklineGeometry(chart(['7']), box).last).toEqual({ x: 4, y: 24 });
  });

  it('draws nothing without figures, or with figures too large to draw', () => {
    for (const values of [[], [null, null], [`1${'0'.repeat(400)}`]]) {
      expect(sparklineGeometry(chart(values), box)).toMatchObject({
        path: null,
        alone: [],
        last: null,
        targetY: null,
      });
    }
  });

  it('keeps coordinates to hundredths', () => {
    const svg = sparklineSvg(chart(['1', '2.3333333', '1.7', '0.1', '9'], '3.3'));
    const longest = [...svg.matchAll(/\.(\d+)/g)].map((match) => match[1]?.length ?? 0);
    expect(Math.max(...longest.filter((length) => length < 7))).toBeLessThanOrEqual(2);
    expect(sparklineSvg(chart(['1', '2']))).toBe(sparklineSvg(chart(['1', '2'])));
  });

  it('says what it shows, escaped', () => {
    const svg = sparklineSvg(chart(['1', null], '4'));
    expect(svg).toContain('<title>Homes, from 1 to &lt;9> &amp; &quot;more&quot;</title>');
    expect(svg).toContain('<desc>Month 1: 1; Month 2: Awaited. Target: 4.</desc>');
    expect(svg).toContain('role="img"');
  });
});
