import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bareChartSvg } from '../../src/reports/charts/chart-image.tsx';
import { shelves } from '../../src/reports/model/charts/gallery/shelves.ts';
import { chartPng, chartSvg } from '../../src/reports/render/picture/chart-file.ts';

const all = shelves().flatMap(({ specimens }) => specimens);
/** An element a line, so that a change can be read. */
const readable = (svg: string) => svg.replaceAll('><', '>\n<');

/** What each chart was when somebody last looked at it; `-u` renews what is committed, and the diff is looked at. */
describe('the gallery of charts', () => {
  it.each(all.map(({ id, chart }) => [id, chart] as const))('%s is drawn as it was', async (id, chart) => {
    const drawn = [bareChartSvg(chart, 'wide'), bareChartSvg(chart, 'narrow')].map(readable).join('\n\n');
    await expect(`${drawn}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, `../fixtures/charts/${id}.svg.txt`),
    );
  });

  it('names each state once', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('gives files: an SVG of its own, and a PNG of the same', async () => {
    const [first] = all;
    const svg = chartSvg(first!.chart);
    expect(new TextDecoder().decode(svg.bytes)).toMatch(/^<svg [^>]*viewBox/);
    const png = await chartPng(first!.chart);
    expect([...png.bytes.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    expect([svg.name, png.name]).toEqual(['waste-recycled-line.svg', 'waste-recycled-line.png']);
  });
});
