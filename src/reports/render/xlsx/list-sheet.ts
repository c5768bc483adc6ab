import { columnLetters } from '../../../formats/xlsx/cell.ts';
import type { SheetCell, SheetContents, SheetRow } from '../../../formats/xlsx/workbook-contents.ts';

interface List {
  name: string;
  columnWidths: readonly number[];
  headings: readonly SheetCell[];
  rows: readonly SheetRow[];
}

/** A sheet that is one long list: its headings stay in view and on every printed page, and each column can be filtered. */
export const listSheet = ({ name, columnWidths, headings, rows }: List): SheetContents => ({
  name,
  columnWidths,
  rows: [{ cells: headings }, ...rows],
  frozen: { rows: 1, columns: 0 },
  autoFilter: `A1:${columnLetters(headings.length - 1)}${rows.length + 1}`,
  landscape: true,
  printedTitleRows: '$1:$1',
});
