import type { Decimal } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import type { SpokenBy } from '../statistics/tested-change/ladder.ts';
import type { BasisKind } from './scheme.ts';

export const directionOutcomes = ['improving', 'stabilised', 'deteriorating'] as const;
export type DirectionOutcome = (typeof directionOutcomes)[number];

/** Up is always better, whichever way the figure itself moved. */
export const directionSymbols: Record<DirectionOutcome, '↑' | '→' | '↓'> = {
  improving: '↑',
  stabilised: '→',
  deteriorating: '↓',
};

/** Why a measure has no direction of travel. */
export type NoDirectionReason =
  | 'informationOnly' // neither way is better
  | 'noPolarity' // nobody has confirmed which way is better
  | 'noFigure' // nothing for this period
  | 'noForecast' // the basis needs a year-end forecast
  | 'noEarlierFigure' // nothing to compare with
  | 'notComparable' // the definition changed between the two
  | 'noTarget' // "closest" and "within" need something to be close to
  | 'textFigure' // words that are no step of the measure's scale, or words against a number
  | 'tooFewPoints' // the scheme wants more history
  | 'noChart' // no control chart can be drawn, or it cannot say which way is better
  | 'noCases'; // a change cannot be tested without the cases behind the figures

/** How a direction was tested, where its basis tests for chance. */
export interface Tested {
  spokenBy: SpokenBy;
  /** What the latest figure was held against; null for a chart and a trend, which look at all their figures. */
  against: 'previousPeriod' | 'samePeriodLastYear' | null;
  /** One case more or less in the latest figure would have given another direction. */
  oneCaseDecides: boolean;
}

interface Named {
  /** The word printed, from the scheme: `Improving`, `N/A`. */
  label: string;
  basis: BasisKind;
  /** "Year-end forecast compared with last year's outturn". */
  basisInWords: string;
}

export interface AvailableDirection extends Named {
  kind: 'available';
  outcome: DirectionOutcome;
  symbol: '↑' | '→' | '↓';
  compared: { now: Figure; before: Figure };
  /**
   * Now less before, exact; for dates in days; null for steps. Only the mean of a rolling basis may not end: it
   * is then rounded to 12 places here, after the judgement.
   */
  change: Decimal | null;
  /** Both figures, what differs and why that is better or worse, in one sentence. */
  sentence: string;
  /** null of a basis that does not test. */
  tested: Tested | null;
  /** What it was compared with, for a cell beside the figure itself: "Last year's outturn: 1,663". */
  brief: string;
}

export interface UnavailableDirection extends Named {
  kind: 'unavailable';
  reason: string;
  reasonCode: NoDirectionReason;
}

/** A direction that a published document stated. Its basis is not known, so none is invented. */
export interface StatedDirection {
  kind: 'asStated';
  /** The word as printed. */
  label: string;
  /** What the word means, where it is a label of the scheme or one of the usual words; else null. */
  outcome: DirectionOutcome | null;
  symbol: '↑' | '→' | '↓' | null;
  basisInWords: string;
}

export type Direction = AvailableDirection | UnavailableDirection | StatedDirection;
