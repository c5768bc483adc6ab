import type { DirectionMark } from '../../model/report.ts';

const DIRECTIONS: Record<DirectionMark['symbol'], string> = {
  up: '\u2191',
  level: '\u2192',
  down: '\u2193',
  none: '\u2013',
};

export const directionCharacter = (symbol: DirectionMark['symbol']): string => DIRECTIONS[symbol];

/** `#ffbf47` as Word writes colours: `FFBF47`. */
export const wordColour = (hex: string): string => hex.replace('#', '').toUpperCase();

/** Text that XML can hold: control characters, which would make Word refuse the file, are dropped. */
export const wordText = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udfff]/gu, '');
