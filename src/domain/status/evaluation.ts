import { type Decimal, decimal, type RoundingMode, roundTo, zero } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import type { FigureName } from './condition.ts';
import type { StatusInputs } from './inputs.ts';
import type { StatusScheme } from './scheme.ts';

/**
 * A figure beside what it is held against. Every number is multiplied by `scale` (the count of figures in a mean;
 * otherwise absent), so that nothing is ever divided.
 */
export interface Comparison {
  /** Positive is better, whichever way is good. */
  difference: Decimal;
  sign: -1 | 0 | 1;
  /** What a percentage is taken of: the size of the comparator. null where only the order is known (steps, dates). */
  base: Decimal | null;
  figure: Decimal;
  against: Decimal;
  scale: Decimal | null;
  /** Days and percentages may be compared by amount; the steps of a scale only by order. */
  measured: boolean;
}

/** A bound in the forms that comparisons need, worked out once. */
export interface BoundValue {
  value: Decimal;
  /** The value as a share: 5 percent is 0.05. Exact, since it only moves the point. */
  share: Decimal;
  sign: -1 | 0 | 1;
}

const aHundredth = decimal('0.01');

export function boundValue(value: Decimal): BoundValue {
  return { value, share: value.times(aHundredth), sign: value.cmp(zero) };
}

/** What rounding a scheme declares, or null where it compares unrounded. */
export function roundingOf(scheme: StatusScheme): RoundingMode | null {
  return scheme.numeric.compare === 'asDisplayed' ? scheme.numeric.rounding : null;
}

/**
 * One judgement under way: the inputs, the parameters in force, and why a condition could not be answered.
 * Comparisons are kept by number, because several rules ask for the same one.
 */
export class Evaluation {
  /** What the last condition that could not be answered needed. */
  needs: string | null = null;
  /** A relative comparison met a comparator of zero and the scheme names an outcome for that. */
  metZero = false;
  private readonly known: (Comparison | null | undefined)[] = [];

  constructor(
    readonly inputs: StatusInputs,
    readonly bounds: readonly BoundValue[],
    readonly rounding: RoundingMode | null,
    readonly zeroPolicy: StatusScheme['zero'],
    readonly zeroBase: Decimal,
  ) {}

  /** The figure of that name, rounded as displayed where the scheme says so; null where it is not held. */
  figure(name: FigureName): Figure | null {
    const figure = name === 'actual' ? this.inputs.actual : this.inputs.comparators[name];
    if (figure === undefined || figure.kind === 'missing') return this.lack(name);
    if (this.rounding === null || figure.kind !== 'number' || !('decimals' in this.inputs.unit))
      return figure;
    return { kind: 'number', value: roundTo(figure.value, this.inputs.unit.decimals, this.rounding) };
  }

  /** Notes what is missing. Always null, so that callers can return it. */
  lack(what: string): null {
    this.needs = what;
    return null;
  }

  remembered(at: number, work: (evaluation: Evaluation) => Comparison | null): Comparison | null {
    const known = this.known[at];
    // Asking again for what is missing must say again what is missing.
    if (known !== undefined && known !== null) return known;
    const found = work(this);
    this.known[at] = found;
    return found;
  }
}
