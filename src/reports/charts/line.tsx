import { renderToString } from 'preact-render-to-string';
import { type EarlierGeometry, type End, type LineSeries, lineGeometry } from './line-geometry.ts';
import type { Box, Dot } from './sparkline-geometry.ts';
import { wellFormedXml } from './well-formed-xml.ts';

interface LineProps extends Partial<Box> {
  series: LineSeries;
  /** What the chart shows, and what it says in a sentence. */
  title: string;
  description: string;
  /** Unique on the page. */
  id: string;
  class?: string;
}

/**
 * A series over time with its target as a dashed line, each named at its end. All is painted in the colour of the text
 * around it, and told apart by its stroke and its name (lines of measures that came before, by their points too): so it holds in black and white and in forced colours. A table
 * with the same figures stands beside it.
 */
export function LineImage({ series, title, description, id, class: className, ...box }: LineProps) {
  const drawn = lineGeometry(series, { width: 720, height: 280, ...box });
  const { width, height, plot, ticks, periods, ends } = drawn;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class={className}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      font-family="arial, sans-serif"
      font-size="14"
      fill="currentColor"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {ticks.map(({ y, text }) => (
        <g key={text}>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={y}
            y2={y}
            stroke="currentColor"
            stroke-width="1"
            stroke-opacity="0.2"
          />
          <text x={plot.left - 6} y={y + 5} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      {periods.map(({ x, text }) => (
        <text key={text} x={x} y={height - 8} text-anchor="middle">
          {text}
        </text>
      ))}
      {drawn.targetPath === null ? null : (
        <path
          d={drawn.targetPath}
          fill="none"
          stroke="currentColor"
          stroke-width="2"
          stroke-dasharray="6 5"
        />
      )}
      {drawn.path === null ? null : (
        <path
          d={drawn.path}
          fill="none"
          stroke="currentColor"
          stroke-width="3"
          stroke-linejoin="round"
          stroke-linecap="round"
        />
      )}
      {drawn.dots.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r="4" />
      ))}
      {drawn.before.map((each, index) => (
        <EarlierLine key={each.name.text} line={each} shape={index} />
      ))}
      {drawn.marks.map(({ x, label, side }) => (
        <g key={x}>
          <line
            x1={x}
            x2={x}
            y1={plot.top}
            y2={plot.bottom}
            stroke="currentColor"
            stroke-width="1.5"
            stroke-dasharray="2 3"
          />
          <text x={side === 'start' ? x + 5 : x - 5} y={plot.top + 4} text-anchor={side} font-weight="bold">
            {label}
          </text>
        </g>
      ))}
      {ends.figure === null ? null : <EndName end={ends.figure} />}
      {ends.target === null ? null : <EndName end={ends.target} />}
    </svg>
  );
}

/** Thinner than the figure's own and with open points, of another shape for each. */
function EarlierLine({ line: { path, dots, name }, shape }: { line: EarlierGeometry; shape: number }) {
  const outline = outlines[shape % outlines.length] ?? circle;
  return (
    <g fill="none" stroke="currentColor" stroke-width="1.5">
      {path === null ? null : <path d={path} stroke-linejoin="round" />}
      {[...dots, name.point].map((dot) => (
        <path key={dot.x} d={outline(dot)} />
      ))}
      <text x={name.x} y={name.y} text-anchor="end" fill="currentColor" stroke="none">
        {name.text}
      </text>
    </g>
  );
}

type Outline = (at: Dot) => string;
const circle: Outline = ({ x, y }) => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z`;
const outlines: readonly Outline[] = [
  circle,
  ({ x, y }) => `M${x - 4} ${y - 4}h8v8h-8Z`,
  ({ x, y }) => `M${x} ${y - 5}l5 9h-10Z`,
  ({ x, y }) => `M${x} ${y - 5}l5 5l-5 5l-5 -5Z`,
];

function EndName({ end: { x, y, name, display } }: { end: End }) {
  return (
    <text x={x + 6} y={y}>
      <tspan x={x + 6}>{name}</tspan>
      <tspan x={x + 6} dy="16" font-weight="bold">
        {display}
      </tspan>
    </text>
  );
}

/** The chart as an SVG document, for formats that take images. */
export const lineSvg = (props: LineProps): string => wellFormedXml(renderToString(<LineImage {...props} />));
