import { jsxEscape, jsxTemplate } from 'preact/jsx-runtime';
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
const halo = ' class="paper-rim" stroke="#fff" stroke-width="4" stroke-linejoin="round" paint-order="stroke"';

/** What a picture is painted with where it stands on no page: there is no text around it to take the colour from. */
export interface Paint {
  ink: string;
  fontFamily: string;
}

const toned = (tone: Signal | undefined, ink: string | undefined): string =>
  tone === undefined || ink !== undefined ? '' : ` color="${tones[tone]}"`;

const paintOf = (tone: Signal | undefined, ink: string | undefined): string => {
  if (ink === undefined) return 'currentColor';
  return tone === undefined ? ink : tones[tone];
};

interface PictureAsked extends PictureProps {
  drawn: Drawn;
  title: string;
  description: string;
  paint?: Paint;
}

/** A drawn chart as inline SVG, painted in the colour of the text around it unless told otherwise. */
export const Picture = (asked: PictureAsked) => jsxTemplate([markupOf(asked)]);

/** A drawn chart as an SVG document, for formats and people that take files. */
export const svgDocument = (asked: PictureAsked): string => markupOf(asked);

/**
 * Written as text and not as elements, because a chart has so many marks that building elements first took as long as
 * drawing it. Places and strokes are our own; what others wrote is escaped here.
 */
function markupOf({ drawn, title, description, id: given, class: className, paint }: PictureAsked): string {
  const { width, height, fontSize, marks } = drawn;
  const id = escaped(given);
  const ink = paint && escaped(paint.ink);
  const font = escaped(paint?.fontFamily ?? 'arial, sans-serif');
  return `<svg xmlns="http://www.w3.org/2000/svg"${maybe('class', className && escaped(className))} viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-description" font-family="${font}" font-size="${fontSize}" fill="${paintOf(undefined, ink)}"><title id="${id}-title">${escaped(title)}</title><desc id="${id}-description">${escaped(description)}</desc>${written(marks, ink)}</svg>`;
}

function written(marks: readonly Mark[], ink: string | undefined): string {
  let markup = '';
  for (const mark of marks) markup += markOf(mark, ink);
  return markup;
}

function markOf(mark: Mark, ink: string | undefined): string {
  switch (mark.is) {
    case 'stroke': {
      const { d, width, dash, faint, tone } = mark;
      if (d === '') return '';
      return `<path d="${d}" fill="none" stroke="${paintOf(tone, ink)}" stroke-width="${width}"${maybe('stroke-dasharray', dash)}${maybe('stroke-opacity', faint)} stroke-linejoin="round"${toned(tone, ink)}></path>`;
    }
    case 'fill': {
      const { d, faint, tone } = mark;
      if (d === '') return '';
      return `<path d="${d}" fill-rule="evenodd" fill="${paintOf(tone, ink)}"${maybe('fill-opacity', faint)}${toned(tone, ink)}></path>`;
    }
    case 'paper':
      return `<path class="paper" d="${mark.d}" fill="#fff" stroke="#fff" stroke-width="${mark.width}"></path>`;
    case 'moved':
      return `<g transform="translate(0 ${mark.down})">${written(mark.marks, ink)}</g>`;
    case 'words': {
      const { x, y, text, anchor, bold } = mark;
      return `<text x="${x}" y="${y}"${maybe('text-anchor', anchor)}${bold ? ' font-weight="bold"' : ''}${mark.halo ? halo : ''}>${escaped(text)}</text>`;
    }
  }
}

const maybe = (name: string, value: string | number | undefined): string =>
  value === undefined ? '' : ` ${name}="${value}"`;

/** Fit for a strict XML parser too: a picture on a page may be kept as a file. */
const escaped = (text: string): string =>
  PLAIN.test(text) ? text : wellFormedXml(jsxEscape(text) as string);

/** Nearly all that is written in a chart: nothing of it means anything in markup. */
const PLAIN = /^[\w .,:;%£()/+-]*$/;
