/** One cell as the workbook holds it. `text` of a number is exact decimal text, never a float rendering. */
export type XlsxCell =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'number';
      /** Plain decimal text; a cell shown as a percentage holds 0.945 and gives `94.5%`. */
      readonly text: string;
      /** What the file holds, where it has more digits than Excel shows and `text` is what Excel shows. */
      readonly rounded?: string;
    }
  | { readonly kind: 'boolean'; readonly text: 'TRUE' | 'FALSE' }
  /** ISO: `2018-09-30`, with `T14:30:00` where the cell has a time. */
  | { readonly kind: 'date'; readonly text: string }
  /** Never evaluated; `text` is the formula without its equals sign. */
  | { readonly kind: 'formula'; readonly text: string }
  /** An error such as `#N/A`, or a value that is no number (`NaN`, `1E+400`). */
  | { readonly kind: 'error'; readonly text: string };

export interface XlsxRow {
  /** 1-based, as the spreadsheet shows it. */
  readonly number: number;
  /** By column from 0; holes where a cell is empty. */
  readonly cells: readonly (XlsxCell | undefined)[];
}

/** `A`, `Z`, `AA`: the letters of a column counted from 0. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The column (from 0) of a reference such as `AB12`; -1 when it is none. */
export function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
  }
  return at === 0 || at > 3 ? -1 : column - 1;
}
