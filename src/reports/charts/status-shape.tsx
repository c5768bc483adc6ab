import { renderToString } from 'preact-render-to-string';
import type { StatusShape } from '../model/report.ts';
import { wellFormedXml } from './well-formed-xml.ts';

/** Side of the square that every shape is drawn in. */
export const shapeBox = 16;

/**
 * Shapes differ in outline, not only in size or direction, so that they hold in black and white at 10 px;
 * the octagon is barred because at that size it would pass for a circle.
 */
const paths: Readonly<Record<StatusShape, string>> = {
  star: 'M8 .6 9.94 5.93 15.61 6.13 11.14 9.62 12.7 15.07 8 11.9 3.3 15.07 4.86 9.62 .39 6.13 6.06 5.93Z',
  circle: 'M8 1A7 7 0 1 1 8 15A7 7 0 1 1 8 1Z',
  triangle: 'M8 1.2 15.5 14.5H.5Z',
  triangleDown: 'M.5 1.5H15.5L8 14.8Z',
  square: 'M1.5 1.5H14.5V14.5H1.5Z',
  diamond: 'M8 .3 15.7 8 8 15.7 .3 8Z',
  pentagon: 'M8 .5 15.6 6 12.7 15H3.3L.4 6Z',
  octagon: 'M5 .8H11L15.2 5V11L11 15.2H5L.8 11V5ZM4 6.4V9.6H12V6.4Z',
  hexagon: 'M4.2 1.4H11.8L15.6 8 11.8 14.6H4.2L.4 8Z',
  ring: 'M8 1A7 7 0 1 1 8 15A7 7 0 1 1 8 1ZM8 4A4 4 0 1 0 8 12A4 4 0 1 0 8 4Z',
  dash: 'M1.5 6.4H14.5V9.6H1.5Z',
};

/** SVG path data of a status shape in a box of 16 by 16, to be filled by the non-zero rule. */
export function statusShapePath(shape: StatusShape): string {
  return paths[shape];
}

interface ShapeProps {
  shape: StatusShape;
  /** Any SVG paint; the text colour around it unless given. */
  colour?: string;
  /** The text alternative. Without one the shape is hidden: the word must stand beside it. */
  title?: string;
  /** Width and height in pixels; left to the style sheet unless given. */
  size?: number;
}

export function StatusShapeImage({ shape, colour = 'currentColor', title, size }: ShapeProps) {
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'shape',
    viewBox: `0 0 ${shapeBox} ${shapeBox}`,
    ...(size === undefined ? {} : { width: size, height: size }),
  };
  const mark = <path fill={colour} d={paths[shape]} />;
  if (title === undefined) {
    return (
      <svg {...frame} aria-hidden="true">
        {mark}
      </svg>
    );
  }
  return (
    <svg {...frame} role="img">
      <title>{title}</title>
      {mark}
    </svg>
  );
}

/** The shape as an SVG document, for formats that take images. */
export function statusShapeSvg(shape: StatusShape, options: Omit<ShapeProps, 'shape'> = {}): string {
  return wellFormedXml(
    renderToString(<StatusShapeImage shape={shape} {...options} size={options.size ?? shapeBox} />),
  );
}
