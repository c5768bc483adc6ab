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
  text.split('\n').reduce((lines, line) => lines + wrapped(line, width), 0);

/** Lines of a paragraph whose words go over whole. */
function wrapped(line: string, width: number): number {
  if (line.length <= width) return 1;
  let lines = 1;
  let used = 0;
  for (const word of line.split(' ')) {
    if (used > 0 && used + 1 + word.length > width) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
    // A word longer than the line is broken.
    if (used > width) {
      lines += Math.floor((used - 1) / width);
      used %= width;
    }
  }
  return lines;
}

/** A width for texts up to this long: wide enough that the tallest row can show them, and no wider. */
export const widthForText = (longest: number): number => Math.min(100, Math.max(44, Math.ceil(longest / 22)));

/** A width in which no figure turns into `###`. */
export const widthForFigures = (longest: number): number => Math.min(45, Math.max(12, longest + 3));
