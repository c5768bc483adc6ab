/** What `writeXlsx` writes: plain data, so that the same contents always give the same bytes. */
export interface WorkbookContents {
  readonly title: string;
  readonly author: string;
  readonly subject?: string;
  readonly description?: string;
  /** ISO instant that the file says it was made at; never the clock. */
  readonly madeAt: string;
  readonly sheets: readonly SheetContents[];
}

export interface SheetContents {
  /** At most 31 characters, without `: \ / ? * [ ]`. */
  readonly name: string;
  readonly hidden?: boolean;
  /** Widths in characters, from the first column. */
  readonly columnWidths: readonly number[];
  readonly rows: readonly SheetRow[];
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** A range such as `A1:G401`. */
  readonly autoFilter?: string;
  readonly lists?: readonly DataList[];
  readonly highlights?: readonly Highlight[];
  /** Locks every cell whose style is not `unlocked`; people may still size columns, sort and filter. */
  readonly protected?: boolean;
  readonly landscape?: boolean;
  /** Repeated on each printed page, such as `$1:$1`. */
  readonly printedTitleRows?: string;
  /** Printed on several pages beside each other; one page wide where absent. */
  readonly printedAcross?: PrintedAcross;
}

export interface PrintedAcross {
  /** Per cent of the full size. */
  readonly scale: number;
  /** Repeated on each page, such as `$A:$B`. */
  readonly titleColumns: string;
  /** Columns, counted from 0, with which a new page begins. */
  readonly pagesBegin: readonly number[];
}

export interface SheetRow {
  readonly cells: readonly (SheetCell | null)[];
  /** In points; Excel's own choice where absent. */
  readonly height?: number;
}

export type SheetCell = { readonly style?: CellLook; readonly note?: string } & (
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  /** Exact plain decimal text. Excel holds 15 significant digits: a longer one is written as text. */
  | { readonly kind: 'number'; readonly text: string }
  /** ISO date. */
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
);

/** Colours are `RRGGBB`. */
export interface CellLook {
  /** Excel number format: `#,##0.0`, `0.0"%"`, `dd mmm yyyy`. */
  readonly format?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly colour?: string;
  readonly fill?: string;
  readonly wrap?: boolean;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  /** A thin line around the cell in this colour. */
  readonly border?: string;
  readonly unlocked?: boolean;
}

/** What may be typed in a range, offered as a list. */
export interface DataList {
  readonly range: string;
  /** Either the values (together at most 255 characters) or the range that holds them: `Lists!$A$1:$A$40`. */
  readonly values: readonly string[] | string;
  /** `refuse` (the default) stops other values, `warn` asks. */
  readonly others?: 'refuse' | 'warn';
  readonly title?: string;
  readonly message?: string;
}

/** A conditional format: cells of the range that equal the text, or for which the formula is true. */
export interface Highlight {
  readonly range: string;
  readonly when: { readonly equals: string } | { readonly formula: string };
  /** `format` may put a sign before the text that is shown and leave the value alone: `"▲ "@`. */
  readonly style: Pick<CellLook, 'bold' | 'colour' | 'fill' | 'format'>;
}
