import type { CellStyle } from 'hucre/xlsx';
import type { CellLook } from './workbook-contents.ts';

/** The face of every cell: a font that names no face or size is left to each program's own choice. */
export const FACE = { name: 'Calibri', size: 11 } as const;

/** Thousands of cells share few looks: each is put in the library's words once. */
const said = new WeakMap<CellLook, CellStyle>();

/** The look of a cell: as `ruleStyle` needs it, and with a whole font, for a cell is not laid over another. */
export function wholeCellStyle(look: CellLook): CellStyle {
  const before = said.get(look);
  if (before !== undefined) return before;
  const style = cellStyle(look);
  const whole = style.font === undefined ? style : { ...style, font: { ...FACE, ...style.font } };
  said.set(look, whole);
  return whole;
}

/** Our words for the look of a cell in those of the library. */
export function cellStyle(look: CellLook): CellStyle {
  const font = {
    ...(look.bold === true ? { bold: true } : {}),
    ...(look.italic === true ? { italic: true } : {}),
    ...(look.size === undefined ? {} : { size: look.size }),
    ...(look.colour === undefined ? {} : { color: { rgb: look.colour } }),
  };
  const alignment = {
    ...(look.wrap === true ? { wrapText: true } : {}),
    ...(look.horizontal === undefined ? {} : { horizontal: look.horizontal }),
    ...(look.vertical === undefined ? {} : { vertical: look.vertical }),
  };
  const side = { style: 'thin' as const, color: { rgb: look.border ?? '' } };
  return {
    ...(look.format === undefined ? {} : { numFmt: look.format }),
    ...(Object.keys(font).length === 0 ? {} : { font }),
    ...(Object.keys(alignment).length === 0 ? {} : { alignment }),
    ...(look.fill === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: look.fill } } }),
    ...(look.border === undefined ? {} : { border: { top: side, right: side, bottom: side, left: side } }),
    ...(look.unlocked === true ? { protection: { locked: false } } : {}),
  };
}
