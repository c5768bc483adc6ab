import type { Polarity } from '../../measure/measure.ts';
import type { RunChart } from '../run-chart.ts';
import type { SeriesPoint, TargetStep } from '../series.ts';
import type { Assurance, Variation } from './icons.ts';
import type { Limits } from './limits.ts';
import type { RuleMet } from './rules.ts';
import type { XmrSettings } from './settings.ts';

/** From `from` on the service runs another way, so that mean and limits are worked out anew. Decided by a person, never found. */
export interface Rebase {
  readonly from: string;
  readonly reason: string;
  readonly author: string;
  /** The ISO date on which it was decided. */
  readonly decidedOn: string;
}

export interface XmrAsked {
  readonly points: readonly SeriesPoint[];
  /** Null while nobody has said which way is good: read as neither. */
  readonly polarity: Polarity | null;
  readonly targets?: readonly TargetStep[];
  readonly rebases?: readonly Rebase[];
  readonly settings?: XmrSettings;
}

/** A point of a series, once its figure is a float. */
export interface XmrValue {
  readonly date: string;
  readonly value: number | null;
}

/**
 * What the limits of a segment are: worked out; worked out from 8 to 12 points; withheld for too few points; or
 * none, because every figure is the same, or because no two figures of the baseline follow each other.
 */
export type LimitState = 'limits' | 'trial' | 'tooFew' | 'constant' | 'noRange';

/** The points from one rebase to the next. No rule looks across its ends. */
export interface XmrSegment {
  readonly from: string;
  readonly to: string;
  readonly rebase: Rebase | null;
  /** Reported figures in it, and how many of them its mean is made of. */
  readonly count: number;
  readonly baselineCount: number;
  readonly state: LimitState;
  /** Why there are no limits, or what a reader must know of them; null where they are as usual. */
  readonly note: string | null;
  readonly mean: number | null;
  readonly meanMovingRange: number | null;
  readonly screeningUndone: boolean;
  readonly limits: Limits | null;
  /** Where there are no limits for want of points: the test that a run chart allows. */
  readonly runChart: RunChart | null;
}

export interface XmrPoint extends XmrValue {
  /** Index of its segment. */
  readonly segment: number;
  /** In force on its date. */
  readonly target: number | null;
  readonly movingRange: number | null;
  readonly screened: boolean;
  readonly side: -1 | 0 | 1 | null;
  readonly near: boolean;
  readonly rules: readonly RuleMet[];
  /** The first of the rules it meets. */
  readonly label: RuleMet | null;
  /** Null for a missing value, and where there are no limits. */
  readonly variation: Variation | null;
}

/** An icon with the point it stands for and its words; `icon` null with the reason. */
export interface Icon<Kind> {
  readonly icon: Kind | null;
  /** The date of the figure, or of the target in force; null where there is none. */
  readonly date: string | null;
  readonly words: string;
}

export interface XmrChart {
  readonly settings: XmrSettings;
  readonly points: readonly XmrPoint[];
  readonly segments: readonly XmrSegment[];
  readonly variation: Icon<Variation>;
  readonly assurance: Icon<Assurance> & { readonly target: number | null };
}
