import { columnLetters } from './cell.ts';

/** A range in A1 notation from positions that count from 0, both ends inside. @example rangeOf(0, 1, 0, 9) // 'A2:A10' */
export function rangeOf(column: number, firstRow: number, lastColumn: number, lastRow: number): string {
  return `${columnLetters(column)}${firstRow + 1}:${columnLetters(lastColumn)}${lastRow + 1}`;
}

/** The same with dollar signs, on a named sheet, as rules refer to it. */
export function absoluteRange(sheet: string, column: number, firstRow: number, lastRow: number): string {
  const letters = columnLetters(column);
  return `${/^\w+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`}!$${letters}$${firstRow + 1}:$${letters}$${lastRow + 1}`;
}
