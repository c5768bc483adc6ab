import type { MeasureKind, Polarity } from '../measure/measure.ts';
import type { Cases } from '../measure/parts-ratio.ts';
import type { Decimal } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import type { Unit } from '../number/unit.ts';
import type { SmallNumbersNote } from '../statistics/small-cases.ts';
import type { StateId } from './outcome.ts';

/** Everything that a figure may be held against, by name. */
export const comparatorNames = [
  'target',
  'floor',
  'stretch',
  'low',
  'high',
  'previous',
  'lastYear',
  'lastOutturn',
  'mean',
  'baseline',
  'forecast',
  'yearTarget',
  'benchmark',
  'benchmarkMean',
  'benchmarkMedian',
  'benchmarkBestQuartile',
  'benchmarkWorstQuartile',
  'processMean',
  'processUpper',
  'processLower',
  'sigma',
] as const;
export type ComparatorName = (typeof comparatorNames)[number];

/** The comparators that are promises: without any of them a measure has no target. */
export const promiseNames: ReadonlySet<string> = new Set<ComparatorName>([
  'target',
  'floor',
  'stretch',
  'low',
  'high',
  'yearTarget',
]);

/** What is being judged. A scheme may have different rules for each. */
export const subjects = ['actual', 'forecast', 'outturn', 'milestone', 'action', 'theme'] as const;
export type Subject = (typeof subjects)[number];

export type DirectionOutcome = 'improving' | 'stabilised' | 'deteriorating';

/** On which side of its tolerance an earlier period was. */
export type Side = 'better' | 'within' | 'worse';

/** A parameter of the scheme that somebody decided differently for a scorecard, a measure or one period. */
export interface ParameterOverride {
  parameter: string;
  value: Decimal;
  level: 'scorecard' | 'measure' | 'period';
  reason: string;
}

/** A status that a person gave, in place of the computed one. */
export interface Judgement {
  /** The id of an outcome of the scheme. */
  outcome: string;
  by: string;
  reason: string;
  /** ISO date. */
  on: string;
}

/** All that a status may depend on. What is not known is left out; nothing is guessed. */
export interface StatusInputs {
  subject: Subject;
  /** null while nobody has confirmed which way is good. */
  polarity: Polarity | null;
  unit: Unit;
  /** The figure that is judged: the actual, or the forecast where the subject is the forecast. */
  actual: Figure;
  comparators: Readonly<Partial<Record<ComparatorName, Figure>>>;
  measureKind: MeasureKind;
  overrides?: readonly ParameterOverride[] | undefined;
  /** Directions of travel already worked out, by the name of their basis (`previous`, `lastYear`…). */
  directions?: Readonly<Record<string, DirectionOutcome>> | undefined;
  /** Said beside a status where the figure rests on few cases. */
  smallNumbers?: SmallNumbersNote | undefined;
  /** The cases behind the figure, where they are held: what one more would have made it. */
  cases?: Cases | undefined;
  /** How many cases the figure rests on. */
  denominator?: Decimal | undefined;
  /** `provisional`, `incomplete`, `unreliable`… */
  flags?: readonly string[] | undefined;
  /** The periods before this one, latest first. */
  previousSides?: readonly Side[] | undefined;
  /** Earlier figures, latest first, this one not among them: for "the average of the last three". */
  recent?: readonly Decimal[] | undefined;
  /** Names of the control-chart signals at this point; an empty list says that there is none. */
  signals?: readonly string[] | undefined;
  /** Place among comparable authorities, 1 the best. */
  rank?: { place: Decimal; of: Decimal } | undefined;
  /** For a theme: how many of its measures have each outcome, by outcome id. */
  counts?: Readonly<Record<string, number>> | undefined;
  /** The outcome id of the year-end forecast, judged on its own. */
  forecastOutcome?: string | undefined;
  /** A state that somebody declared, such as `deferred`. */
  state?: StateId | undefined;
  judged?: Judgement | undefined;
}
