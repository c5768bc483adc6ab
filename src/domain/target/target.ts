import type { TypedFigure } from '../number/figure.ts';

/** The named values that a figure may be promised against. `low`/`high` are the two ends of a range. */
export type TargetRole =
  | 'target'
  | 'floor'
  | 'stretch'
  | 'low'
  | 'high'
  | 'tolerance'
  | 'baseline'
  | 'benchmark';

/**
 * One version of one promise: for a measure and a period code (`2018-19/Q2`), or for the year end (`2018-19`).
 * A later version replaces an earlier one for what is now known; both are kept.
 */
export interface TargetVersion {
  measure: string;
  period: string;
  role: TargetRole;
  figure: TypedFigure;
  /** From 1; the number a reader is shown as "amended, version 2". */
  version: number;
  approvedBy: string | null;
  approvedOn: string | null;
  /** Why it changed, or the decision reference. */
  reason: string | null;
}
