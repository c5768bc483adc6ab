import type { IImageOptions } from 'docx';
import { sparklineSvg } from '../../charts/sparkline.tsx';
import type { Report, Sparkline } from '../../model/report.ts';
import { pngFromSvg } from '../../raster/png.ts';
import { wordText } from './marks.ts';

const INK = '#1b1f23';

/** The charts of a report, drawn once each: SVG for Word, PNG for readers that cannot show it. */
export interface Pictures {
  /** Fitted to a width in twips; null where there is nothing to draw, so that the sentence is printed instead. */
  of: (chart: Sparkline, width: number) => IImageOptions | null;
}

export async function drawPictures(report: Report): Promise<Pictures> {
  const drawn = new Map<Sparkline, IImageOptions>();
  for (const chart of chartsOf(report)) {
    if (!drawn.has(chart) && chart.points.some((point) => point.exact !== null))
      drawn.set(chart, await draw(chart));
  }
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

async function draw(chart: Sparkline): Promise<IImageOptions> {
  const svg = sparklineSvg(chart, { colour: INK });
  const [width, height] = ['width', 'height'].map((side) =>
    Number(new RegExp(`<svg[^>]* ${side}="([0-9.]+)"`).exec(svg)?.[1]),
  );
  return {
    type: 'svg',
    data: new TextEncoder().encode(svg),
    fallback: { type: 'png', data: await pngFromSvg(svg) },
    transformation: { width: width ?? 120, height: height ?? 32 },
    altText: { name: 'Recent periods', title: 'Recent periods', description: wordText(chart.description) },
  };
}
