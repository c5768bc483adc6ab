import { columnLetters, type XlsxCell } from '../../formats/xlsx/cell.ts';

/** Why the text of a cell cannot be taken (`error`), or not as it is written (`warning`). */
export interface CellTrouble {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly remedy: string;
}

/** What a cell holds, as text; a formula is its own text, and never evaluated. */
export const textOf = (cell: XlsxCell): string => (cell.kind === 'formula' ? `=${cell.text}` : cell.text);

/** What is wrong with a cell of a workbook; undefined for nearly all. */
export function troubleOf(cell: XlsxCell, row: number, column: number): CellTrouble | undefined {
  switch (cell.kind) {
    case 'formula':
      return {
        severity: 'error',
        message: `Cell ${columnLetters(column)}${row} holds a formula, and formulas are not evaluated.`,
        remedy: 'Copy the cells and paste them in the same place with Paste Special, Values.',
      };
    case 'error':
      return {
        severity: 'error',
        message: `Cell ${columnLetters(column)}${row} holds an error or a value that is no number.`,
        remedy: 'Correct the calculation that it came from, or leave the cell blank and give the reason.',
      };
    case 'number':
      if (cell.rounded === undefined) return undefined;
      return {
        severity: 'warning',
        message: `Cell ${columnLetters(column)}${row} holds ${cell.rounded}, more than the 15 digits that Excel shows; ${cell.text} was read.`,
        remedy: 'Round the figure in the workbook if that is not what is meant.',
      };
    default:
      return undefined;
  }
}
