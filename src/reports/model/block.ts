import type { TextTree } from '../../domain/commentary/text-tree.ts';
import type { Cell, StatusMark } from './cell.ts';
import type { DrawnChart } from './charts/drawn-chart.ts';
import type { Sparkline } from './recent-periods.ts';

export type ReportBlock =
  | { type: 'heading'; level: 2 | 3 | 4; text: string; id: string }
  /** Where each part and section of a long document begins. */
  | { type: 'contents'; entries: readonly ContentsEntry[] }
  | { type: 'paragraph'; text: string; role: 'lead' | 'plain' | 'note' }
  | { type: 'list'; items: readonly string[] }
  /** What a person wrote, as paragraphs and lists. */
  | { type: 'text'; tree: TextTree }
  | { type: 'table'; table: Table }
  | { type: 'chart'; chart: Sparkline }
  /** Charts of measures: many small ones beside each other, or one by itself. */
  | { type: 'charts'; size: 'small' | 'full'; charts: readonly ReportChart[] };

/** The chart of a measure, with its code where nothing around it says whose it is. */
export interface ReportChart {
  /** Unique in the report. */
  id: string;
  code: string;
  chart: DrawnChart;
}

/** A heading of level 2 or 3, to be found by its id. */
export interface ContentsEntry {
  level: 2 | 3;
  text: string;
  id: string;
}

/**
 * A table. The first cell of a row names the row. `layout` tells a narrow screen what to do:
 * `measures` becomes one article a row, `plain` stays a small table.
 */
export interface Table {
  id: string;
  caption: string;
  layout: 'measures' | 'plain';
  /** True of a small table whose columns need the whole width: nothing stands beside it. */
  isWide?: true;
  columns: readonly Column[];
  rows: readonly Row[];
  /** Shown instead of the table when there are no rows. */
  empty: string;
}

export interface Column {
  key: string;
  heading: string;
  /** Share of the width; the shares of a table sum to 100. */
  width: number;
  align: 'start' | 'end' | 'centre';
  /** Of a column of counts: the status that it counts, to head it by word, shape and colour. */
  status?: StatusMark;
}

export interface Row {
  id: string;
  /** True of the last row of a table of counts, which sums up the others. */
  isTotal?: true;
  cells: readonly Cell[];
}
