import type { CommentaryPart, CommentaryText } from '../../domain/commentary/text-tree.ts';
import type { TypedFigure } from '../../domain/number/figure.ts';
import type { Unit } from '../../domain/number/unit.ts';
import type { SplitDetails } from './code-and-title.ts';

/** The seven columns, in the order of the founding layout. */
export const LEGACY_COLUMNS = [
  'details',
  'status',
  'forecastStatus',
  'performance',
  'context',
  'actions',
  'intervention',
] as const;
export type LegacyColumn = (typeof LEGACY_COLUMNS)[number];

/** One improvement report as its text states it; nothing computed. */
export interface LegacyReport {
  /** `Improvement Report`: the title line up to its dash. */
  title: string;
  /** `Council Scorecard`: the title line after its dash; empty where it has none. */
  scopeLine: string;
  authorityName: string;
  /** ISO date on every page, the last day of the period. */
  periodEnd: string;
  /** The span that headings and cells name; null where they name none or both, and the date decides. */
  span: 'month' | 'quarter' | null;
  /** The column headings as found, in the order of `LEGACY_COLUMNS`. */
  headings: Readonly<Record<LegacyColumn, string>>;
  /** In document order, each once. */
  directorates: readonly string[];
  measures: readonly LegacyMeasure[];
}

export interface LegacyMeasure extends SplitDetails {
  /** The first cell as it stands in the file. */
  codeCell: string;
  /** 1-based line on which the row starts. */
  line: number;
  directorate: string;
  /** As stated; empty where the cell is. */
  status: string;
  forecastStatus: string;
  /** `Monthly data`, `Quarterly data`; null where the cell does not say. */
  span: 'month' | 'quarter' | null;
  quarterly: { target: TypedFigure; actual: TypedFigure };
  forecast: { target: TypedFigure; actual: TypedFigure };
  /** As stated, `N/A` where nothing is. */
  direction: string;
  commentary: Readonly<Record<CommentaryPart, CommentaryText>>;
  /** What the printed figures imply; `unitDoubt` says why a person should look, null where all agree. */
  unit: Unit;
  unitDoubt: string | null;
}
