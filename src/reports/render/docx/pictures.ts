import type { IImageOptions } from 'docx';
import { bareChartSvg } from '../../charts/chart-image.tsx';
import { sparklineSvg } from '../../charts/sparkline.tsx';
import { headlineOf } from '../../model/charts/chart.ts';
import type { Report, ReportChart, Sparkline } from '../../model/report.ts';
import { pngFromSvg } from '../../raster/png.ts';
import { wordText } from './marks.ts';

const INK = '#1b1f23';
const CHART = { ink: '#14406b', fontFamily: 'Arial, sans-serif' };

/** The charts of a report, drawn once each: SVG for Word, PNG for readers that cannot show it. */
export interface Pictures {
  /** Fitted to a width in twips; null where there is nothing to draw, so that the sentence is printed instead. */
  of: (chart: Sparkline | ReportChart, width: number) => IImageOptions | null;
}

export async function drawPictures(report: Report): Promise<Pictures> {
  const drawn = new Map<Sparkline | ReportChart, IImageOptions>();
  const add = async (chart: Sparkline | ReportChart, making: Promise<IImageOptions>) => {
    drawn.set(chart, await making);
  };
  const lines = [...new Set(chartsOf(report))].filter(({ points }) =>
    points.some(({ exact }) => exact !== null),
  );
  const blocks = report.blocks.filter((block) => block.type === 'charts');
  // At once: pictures are painted on as many processor cores as there are.
  await Promise.all([
    ...lines.map((line) => add(line, draw(line))),
    ...blocks.flatMap(({ size, charts }) => charts.map((each) => add(each, drawChart(each, size)))),
  ]);
  return {
    of: (chart, width) => {
      const picture = drawn.get(chart);
      return picture === undefined ? null : { ...picture, transformation: fitting(picture, width) };
    },
  };
}

const TWIPS_OF_A_PIXEL = 15;

/** As large as the width allows, in pixels; never larger than it was drawn. */
function fitting({ transformation: { width, height } }: IImageOptions, twips: number) {
  const scale = Math.min(1, twips / TWIPS_OF_A_PIXEL / width);
  return { width: Math.floor(width * scale), height: Math.floor(height * scale) };
}

function chartsOf(report: Report): Sparkline[] {
  return report.blocks.flatMap((block) => {
    if (block.type === 'chart') return [block.chart];
    if (block.type !== 'table') return [];
    const cells = block.table.rows.flatMap((row) => row.cells);
    return cells.flatMap((cell) => (cell.type === 'chart' ? [cell.chart] : []));
  });
}

const draw = (chart: Sparkline): Promise<IImageOptions> =>
  picture(sparklineSvg(chart, { colour: INK }), 'Recent periods', chart.description);

function drawChart({ code, chart }: ReportChart, size: 'small' | 'full'): Promise<IImageOptions> {
  const svg = bareChartSvg(chart, size === 'small' ? 'small' : 'wide', CHART);
  return picture(svg, `Chart of ${code}`, `${chart.title}. ${headlineOf(chart)}`, size === 'small' ? 1.5 : 2);
}

/** @param zoom pixels of the fallback to each of the drawing */
async function picture(svg: string, name: string, description: string, zoom = 2): Promise<IImageOptions> {
  const [width, height] = ['width', 'height'].map((side) =>
    Number(new RegExp(`<svg[^>]* ${side}="([0-9.]+)"`).exec(svg)?.[1]),
  );
  const title = wordText(name);
  return {
    type: 'svg',
    data: new TextEncoder().encode(svg),
    fallback: { type: 'png', data: await pngFromSvg(svg, zoom) },
    transformation: { width: width ?? 120, height: height ?? 32 },
    altText: { name: title, title, description: wordText(description) },
  };
}
