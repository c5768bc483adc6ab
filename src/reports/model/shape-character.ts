import type { StatusShape } from './report.ts';

/**
 * Characters that stand for the shapes where a format has text and no pictures. They are in the fonts that
 * office programs fall back to, stay editable, and never appear without the word beside them.
 */
const CHARACTERS: Record<StatusShape, string> = {
  star: '\u2605',
  circle: '\u25cf',
  triangle: '\u25b2',
  triangleDown: '\u25bc',
  square: '\u25a0',
  diamond: '\u25c6',
  pentagon: '\u2b1f',
  octagon: '\u2b23',
  hexagon: '\u2b22',
  ring: '\u25cb',
  dash: '\u2013',
};

export const shapeCharacter = (shape: StatusShape): string => CHARACTERS[shape];
