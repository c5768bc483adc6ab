import { headlineOf } from '../model/charts/chart.ts';
import type { ControlChart } from '../model/charts/control-chart.ts';
import type { DrawnChart } from '../model/charts/drawn-chart.ts';
import { barGeometry } from './bar-geometry.ts';
import { bulletGeometry } from './bullet-geometry.ts';
import { type Drawn, type Frame, frames, type Mark } from './drawn.ts';
import { funnelGeometry } from './funnel-geometry.ts';
import { type Paint, Picture, type PictureProps, svgDocument } from './picture.tsx';
import { smallGeometry } from './small-geometry.ts';
import { wrapped } from './text-room.ts';
import { trendGeometry } from './trend-geometry.ts';
import { xmrGeometry } from './xmr-geometry.ts';

export type ChartLayout = keyof typeof frames;

/** Where everything of a chart goes, by its kind. */
export function geometryOf(chart: DrawnChart, frame: Frame): Drawn {
  switch (chart.kind) {
    case 'line':
      return trendGeometry(chart, frame);
    case 'xmr':
      return xmrGeometry(chart, frame);
    case 'funnel':
      return funnelGeometry(chart, frame);
    case 'bar':
      return barGeometry(chart, frame);
    case 'bullet':
      return bulletGeometry(chart, frame);
  }
}

const said = (chart: DrawnChart) => ({ title: chart.title, description: headlineOf(chart) });

/** Any chart as inline SVG. Its headline, its notes and its figures stand beside it on the page. */
export const ChartImage = ({
  chart,
  layout = 'wide',
  ...props
}: PictureProps & { chart: DrawnChart; layout?: ChartLayout }) => (
  <Picture {...props} {...said(chart)} drawn={geometryOf(chart, frames[layout])} />
);

/** A control chart as small as it is among sixty. */
export const SmallImage = ({ chart, ...props }: PictureProps & { chart: ControlChart }) => (
  <Picture {...props} {...said(chart)} drawn={smallGeometry(chart)} />
);

/**
 * A chart as an SVG file that stands alone: its headline above it and its notes below, because whoever is sent the file
 * has no page around it.
 */
export const chartSvg = (chart: DrawnChart, layout: ChartLayout = 'wide'): string =>
  svgDocument({ id: 'chart', ...said(chart), drawn: standingAlone(chart, layout) });

/** As it stands in a document that prints the headline and the notes itself. */
export const bareChartSvg = (chart: DrawnChart, layout: ChartLayout = 'wide', paint?: Paint): string =>
  svgDocument({
    id: 'chart',
    ...said(chart),
    drawn: geometryOf(chart, frames[layout]),
    ...(paint ? { paint } : {}),
  });

function standingAlone(chart: DrawnChart, layout: ChartLayout): Drawn {
  const drawn = geometryOf(chart, frames[layout]);
  const { fontSize, width } = drawn;
  const line = fontSize * 1.4;
  const lines = (text: string) => wrapped(text, width - 16, fontSize * 0.95);
  const above = [
    ...lines(chart.title).map((text) => ({ text, bold: true as const })),
    ...lines(headlineOf(chart)).map((text) => ({ text })),
  ];
  const below = chart.notes.flatMap(lines);
  const head = 8 + above.length * line;
  const words: Mark[] = [
    ...above.map((each, at): Mark => ({ is: 'words', x: 8, y: Math.ceil((at + 1) * line), ...each })),
    ...below.map(
      (text, at): Mark => ({ is: 'words', x: 8, y: Math.ceil(head + drawn.height + (at + 1) * line), text }),
    ),
  ];
  return {
    ...drawn,
    height: Math.ceil(head + drawn.height + below.length * line + (below.length === 0 ? 0 : 12)),
    marks: [...words, { is: 'moved', down: Math.ceil(head), marks: drawn.marks }],
  };
}
