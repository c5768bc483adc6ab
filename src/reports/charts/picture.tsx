import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Signal } from '../model/charts/chart.ts';
import type { Drawn, Mark } from './drawn.ts';
import { wellFormedXml } from './well-formed-xml.ts';

export interface PictureProps {
  /** Unique on the page. */
  id: string;
  class?: string;
}

/**
 * Beside shapes, never instead of them. Given as the colour of text, which is what forced colours replace. Each has a
 * contrast of 4.5:1 or better on white.
 */
const tones: Readonly<Record<Signal, string>> = {
  improvement: '#1d5fa8',
  concern: '#a84300',
  neutral: '#54319f',
};

/** A rim in the colour of the paper around letters that stand among points. */
const halo = {
  class: 'paper-rim',
  stroke: '#fff',
  'stroke-width': 4,
  'stroke-linejoin': 'round',
  'paint-order': 'stroke',
} as const;

/** What a picture is painted with where it stands on no page: there is no text around it to take the colour from. */
export interface Paint {
  ink: string;
  fontFamily: string;
}

/** `color` is an attribute of SVG that preact's types do not know. */
const toned = (tone: Signal | undefined, ink: string | undefined) =>
  tone === undefined || ink !== undefined ? {} : { color: tones[tone] };

const paintOf = (tone: Signal | undefined, ink: string | undefined): string => {
  if (ink === undefined) return 'currentColor';
  return tone === undefined ? ink : tones[tone];
};

/** A drawn chart as inline SVG, painted in the colour of the text around it unless told otherwise. */
export function Picture({
  drawn: { width, height, fontSize, marks },
  title,
  description,
  id,
  class: className,
  paint,
}: PictureProps & { drawn: Drawn; title: string; description: string; paint?: Paint }) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class={className}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      font-family={paint?.fontFamily ?? 'arial, sans-serif'}
      font-size={fontSize}
      fill={paintOf(undefined, paint?.ink)}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {marks.map((mark) => markView(mark, paint?.ink))}
    </svg>
  );
}

function markView(mark: Mark, ink: string | undefined): VNode | null {
  switch (mark.is) {
    case 'stroke':
      if (mark.d === '') return null;
      return (
        <path
          d={mark.d}
          fill="none"
          stroke={paintOf(mark.tone, ink)}
          stroke-width={mark.width}
          stroke-dasharray={mark.dash}
          stroke-opacity={mark.faint}
          stroke-linejoin="round"
          {...toned(mark.tone, ink)}
        />
      );
    case 'fill':
      if (mark.d === '') return null;
      return (
        <path
          d={mark.d}
          fill-rule="evenodd"
          fill={paintOf(mark.tone, ink)}
          fill-opacity={mark.faint}
          {...toned(mark.tone, ink)}
        />
      );
    case 'paper':
      return <path class="paper" d={mark.d} fill="#fff" stroke="#fff" stroke-width={mark.width} />;
    case 'moved':
      return <g transform={`translate(0 ${mark.down})`}>{mark.marks.map((each) => markView(each, ink))}</g>;
    case 'words':
      return (
        <text
          x={mark.x}
          y={mark.y}
          text-anchor={mark.anchor}
          font-weight={mark.bold && 'bold'}
          {...(mark.halo ? halo : {})}
        >
          {mark.text}
        </text>
      );
  }
}

/** Markup of a chart as an SVG document, for formats and people that take files. */
export const svgDocument = (picture: Parameters<typeof renderToString>[0]): string =>
  wellFormedXml(renderToString(picture));
