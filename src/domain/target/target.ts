import type { TypedFigure } from '../number/figure.ts';

/** The named values that a figure may be promised against. `low`/`high` are the two ends of a range. */
export const targetRoles = [
  'target',
  'floor',
  'stretch',
  'low',
  'high',
  'tolerance',
  'baseline',
  'benchmark',
] as const;
export type TargetRole = (typeof targetRoles)[number];

/** Those that are promises in the strict sense: what a status is judged by, and what a decision changes. */
export const judgedRoles = ['target', 'floor', 'stretch', 'low', 'high'] as const satisfies TargetRole[];

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
  /**
   * The day from which it holds (ISO date): reports on periods that ended before are judged by the version before.
   * Absent where it holds for as long as its own period does.
   */
  effectiveFrom?: string;
  /** Reference of the decision that put it in the place of the version before: `CAB/18/112`. */
  decision?: string;
}

/** What each is called where one of a measure's promises is named. @example targetRoleNames.low // 'Lowest' */
export const targetRoleNames: Readonly<Record<TargetRole, string>> = {
  target: 'Target',
  floor: 'Floor',
  stretch: 'Stretch target',
  low: 'Lowest',
  high: 'Highest',
  tolerance: 'Tolerance',
  baseline: 'Baseline',
  benchmark: 'Benchmark',
};
