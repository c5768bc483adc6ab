import { type ChartLayout, chartSvg as svgOf } from '../../charts/chart-image.tsx';
import type { DrawnChart } from '../../model/charts/drawn-chart.ts';
import { slug } from '../../model/ids.ts';
import type { RenderedFile } from '../../model/report.ts';
import { pngFromSvg } from '../../raster/png.ts';

/** Paper and ink of a picture that stands on no page. */
const INK = '#0b0c0c';

/** A chart as an SVG file: its headline above it, its notes below. */
export const chartSvg = (chart: DrawnChart, layout: ChartLayout = 'wide'): RenderedFile => ({
  name: `${fileStem(chart)}.svg`,
  mediaType: 'image/svg+xml',
  bytes: new TextEncoder().encode(svgOf(chart, layout)),
});

/** The same as a PNG file, two pixels to each of the drawing, on white. */
export const chartPng = async (chart: DrawnChart, layout: ChartLayout = 'wide'): Promise<RenderedFile> => {
  const svg = svgOf(chart, layout)
    .replace('<svg ', `<svg color="${INK}" `)
    .replace('</desc>', '</desc><path fill="#fff" d="M0,0H9999V9999H0Z"/>');
  return { name: `${fileStem(chart)}.png`, mediaType: 'image/png', bytes: await pngFromSvg(svg) };
};

const fileStem = ({ title, kind }: DrawnChart): string => `${slug(title).slice(0, 60) || 'chart'}-${kind}`;
