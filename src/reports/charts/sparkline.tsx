import { renderToString } from 'preact-render-to-string';
import type { Sparkline } from '../model/report.ts';
import { type Box, sparklineGeometry } from './sparkline-geometry.ts';
import { wellFormedXml } from './well-formed-xml.ts';

interface SparklineProps extends Partial<Box> {
  chart: Sparkline;
  /** Paint of the line; the text colour around it unless given. */
  colour?: string;
  /** Paint of the dashed target line. */
  targetColour?: string;
}

const usual: Box = { width: 160, height: 40 };

/** A small line of recent periods with a dashed target and a dot on the latest figure. Never coloured by status. */
export function SparklineImage({
  chart,
  colour = 'currentColor',
  targetColour = colour,
  ...box
}: SparklineProps) {
  const { width, height, path, alone, last, targetY } = sparklineGeometry(chart, { ...usual, ...box });
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
    >
      <title>{chart.description}</title>
      <desc>{figuresInWords(chart)}</desc>
      {targetY === null ? null : (
        <line
          class="target"
          x1="0"
          x2={width}
          y1={targetY}
          y2={targetY}
          stroke={targetColour}
          stroke-width="1"
          stroke-dasharray="4 3"
        />
      )}
      {path === null ? null : (
        <path
          d={path}
          fill="none"
          stroke={colour}
          stroke-width="2"
          stroke-linejoin="round"
          stroke-linecap="round"
        />
      )}
      {alone.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r="2" fill={colour} />
      ))}
      {last === null ? null : <circle cx={last.x} cy={last.y} r="3.5" fill={colour} />}
    </svg>
  );
}

/** The chart as an SVG document, for formats that take images. */
export function sparklineSvg(chart: Sparkline, options: Omit<SparklineProps, 'chart'> = {}): string {
  return wellFormedXml(renderToString(<SparklineImage chart={chart} {...options} />));
}

/** Every figure of the chart with its period, and the target: `Q1 2018-19: 24,800; Q2 2018-19: 51,300. Target: 60,000.` */
export function figuresInWords({ points, target }: Sparkline): string {
  const figures = points.map(({ label, display }) => `${label}: ${display}`).join('; ');
  return [figures, target === null ? '' : `Target: ${target.display}`]
    .filter((part) => part !== '')
    .map((part) => `${part}.`)
    .join(' ');
}
