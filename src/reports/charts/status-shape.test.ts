import { describe, expect, it } from 'vitest';
import type { StatusShape } from '../model/report.ts';
import { statusShapePath, statusShapeSvg } from './status-shape.tsx';

const shapes: readonly StatusShape[] = [
  'star',
  'circle',
  'triangle',
  'triangleDown',
  'square',
  'diamond',
  'pentagon',
  'octagon',
  'hexagon',
  'ring',
  'dash',
];

describe('status shapes', () => {
  it('differ from each other and are drawn inside their box', () => {
    expect(new Set(shapes.map(statusShapePath)).size).toBe(shapes.length);
    for (const shape of shapes) {
      const numbers = statusShapePath(shape).match(/\d*\.?\d+/g) ?? [];
      expect(numbers.map(Number).every((value) => value >= 0 && value <= 16)).toBe(true);
    }
  });

  it('take the text colour and are hidden, unless a colour and a title are given', () => {
    expect(statusShapeSvg('star')).toContain('fill="currentColor"');
    expect(statusShapeSvg('star')).toContain('aria-hidden="true"');
    const named = statusShapeSvg('ring', { colour: '#383f43', title: 'Awaited <b>', size: 12 });
    expect(named).toContain('<title>Awaited &lt;b></title>');
    expect(named).toContain('role="img"');
    expect(named).toContain('width="12"');
    expect(named).not.toContain('aria-hidden');
  });

  it('stay well-formed XML whatever the title holds', () => {
    const svg = statusShapeSvg('dash', { title: `a]]>b${String.fromCharCode(0, 7, 0xd800)}c` });
    expect(svg).toContain('<title>a]]&gt;bc</title>');
  });
});
