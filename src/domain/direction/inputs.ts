import type { Polarity } from '../measure/measure.ts';
import type { Figure } from '../number/figure.ts';
import type { Unit } from '../number/unit.ts';
import type { Evidence } from './evidence.ts';

/**
 * All that a direction of travel may depend on. An earlier figure that a changed definition cuts off is given as
 * missing with the reason `notComparable`; one that is not held is null or missing.
 */
export interface DirectionInputs {
  /** null while nobody has confirmed which way is good. */
  polarity: Polarity | null;
  unit: Unit;
  /** The position in the period reported. */
  now: Figure;
  forecast: Figure | null;
  previous: Figure | null;
  lastYear: Figure | null;
  lastOutturn: Figure | null;
  baseline?: Figure | null | undefined;
  /** Positions of the periods before this one, oldest first, this one not among them. */
  history: readonly Figure[];
  /** For "closest" and "within": the promise for the period, against which both figures are held. */
  targets?: DirectionTargets | undefined;
  /** The same for the year end, used where the forecast is compared. */
  yearTargets?: DirectionTargets | undefined;
  /** True where the targets rise or fall through the year, so that one period is not comparable with the last. */
  targetsProfiled?: boolean | undefined;
  /** What cut earlier figures off, with its period: `the definition changed in Quarter 2, 2018-19`. */
  brokenBy?: string | undefined;
  /** What a change is tested by; left out where nothing of it is held. */
  evidence?: Evidence | undefined;
}

export interface DirectionTargets {
  target?: Figure | null | undefined;
  low?: Figure | null | undefined;
  high?: Figure | null | undefined;
}
