import type { SheetCell, SheetRow } from '../../../formats/xlsx/workbook-contents.ts';

const LINE = 15;
const TALLEST = 409;

/**
 * A row with the height that its wrapped texts need, in points. Programs differ in whether they work it out
 * when they open a file; Excel allows 409 at most.
 */
export function withHeight(cells: readonly (SheetCell | null)[], widths: readonly number[]): SheetRow {
  const lines = cells.map((cell, index) =>
    cell?.kind === 'text' ? linesOf(cell.text, widths[index] ?? 8) : 1,
  );
  return { cells, height: Math.min(TALLEST, Math.max(1, ...lines) * LINE + 2) };
}

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / (width * 1.05))), 0);

/** A width for texts up to this long: wide enough that the tallest row can show them, and no wider. */
export const widthForText = (longest: number): number => Math.min(100, Math.max(44, Math.ceil(longest / 22)));

/** A width in which no figure turns into `###`. */
export const widthForFigures = (longest: number): number => Math.min(45, Math.max(12, longest + 3));
