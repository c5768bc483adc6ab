import type { MeasureKind, Polarity } from '../measure/measure.ts';
import type { UnitKind } from '../number/unit.ts';
import type { ComparatorName, DirectionOutcome, Side } from './inputs.ts';

/**
 * What a figure is held against: a named comparator; the first of several that is held; a constant; or the
 * mean of the last so many figures.
 */
export type ComparatorRef =
  | ComparatorName
  | { firstOf: readonly ComparatorName[] }
  | { constant: string }
  | { mean: number };

/** The figure that is compared: the one being judged, or another that is held (the forecast, for example). */
export type FigureName = 'actual' | ComparatorName;

/**
 * How a difference is measured. All are signed so that positive is better:
 * `relative` percent of the comparator; `absolute` in the unit of the measure (days, for a date); `points`
 * percentage points; `achieved` percent of the comparator reached; `sigma` widths of usual variation.
 */
export const varianceForms = ['relative', 'absolute', 'points', 'achieved', 'sigma'] as const;
export type VarianceForm = (typeof varianceForms)[number];

/** A number as text (`-5`), or the name of a parameter, which a minus sign may precede (`-amber`). */
export type Bound = string;

/** At most one of each pair; `atLeast` and `atMost` include their edge, `above` and `below` do not. */
export interface Bounds {
  atLeast?: Bound | undefined;
  above?: Bound | undefined;
  atMost?: Bound | undefined;
  below?: Bound | undefined;
}

export interface VarianceCondition extends Bounds {
  kind: 'variance';
  from: ComparatorRef;
  form: VarianceForm;
  figure?: FigureName | undefined;
}

/** As good as the comparator or better, whichever way is good; `strictly` asks for better. */
export interface MeetsCondition {
  kind: 'meets';
  comparator: ComparatorRef;
  strictly?: boolean | undefined;
  figure?: FigureName | undefined;
}

/** The value itself lies in a range, whichever way is good. Ends belong to it unless excluded; one may be open. */
export interface RangeCondition {
  kind: 'range';
  low?: ComparatorRef | undefined;
  high?: ComparatorRef | undefined;
  excludeLow?: boolean | undefined;
  excludeHigh?: boolean | undefined;
  figure?: FigureName | undefined;
}

/**
 * The direction of travel on a basis. Where none was given and the basis is the name of a comparator that is
 * held, the two figures are compared plainly, without a dead band.
 */
export interface DirectionCondition {
  kind: 'direction';
  basis: string;
  isOneOf: readonly DirectionOutcome[];
}

/** The `before` periods before this one were all on this side of their tolerance. */
export interface RunCondition {
  kind: 'run';
  side: Side;
  before: number;
}

/** Place among comparable authorities: among the first so many, or in the best share (25 = best quarter). */
export interface RankCondition {
  kind: 'rank';
  places?: Bound | undefined;
  percent?: Bound | undefined;
}

/** Of a theme's measures: how many, or what percentage, have one of these outcomes. */
export interface CountCondition extends Bounds {
  kind: 'count' | 'share';
  outcomes: readonly string[];
}

export type Condition =
  | { kind: 'all'; of: readonly Condition[] }
  | { kind: 'any'; of: readonly Condition[] }
  | { kind: 'not'; of: Condition }
  | VarianceCondition
  | MeetsCondition
  | RangeCondition
  | DirectionCondition
  | RunCondition
  | RankCondition
  | CountCondition
  | ({ kind: 'denominator' } & Bounds)
  /** Days after the date promised; early is negative. */
  | ({ kind: 'daysLate'; comparator: ComparatorRef } & Bounds)
  | { kind: 'held'; comparator: ComparatorRef }
  | { kind: 'forecastOutcome'; isOneOf: readonly string[] }
  | { kind: 'signal'; isOneOf: readonly string[] }
  | { kind: 'flag'; isOneOf: readonly string[] }
  | { kind: 'step'; isOneOf: readonly string[] }
  | { kind: 'unit'; isOneOf: readonly UnitKind[] }
  | { kind: 'polarity'; isOneOf: readonly Polarity[] }
  | { kind: 'measureKind'; isOneOf: readonly MeasureKind[] };

/** Every condition within a condition, itself included. */
export function* walk(condition: Condition): Generator<Condition> {
  yield condition;
  if (condition.kind === 'all' || condition.kind === 'any') {
    for (const inner of condition.of) yield* walk(inner);
  } else if (condition.kind === 'not') {
    yield* walk(condition.of);
  }
}
