import type { Polarity } from '../measure/measure.ts';
import { plainDate } from '../number/date.ts';
import { compare, type Decimal, decimal, hundred, one, zero } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import { type Fraction, fraction } from '../number/fraction.ts';
import { sameWords } from '../number/typed-text.ts';
import type { Unit } from '../number/unit.ts';
import type { Comparison, NotComparable, Present } from './comparison.ts';
import type { DirectionOutcome } from './direction.ts';
import type { DirectionTargets } from './inputs.ts';
import type { DirectionScheme } from './scheme.ts';

/** How far one figure is better than another, exactly: above zero is better. */
export interface Improvement {
  amount: Fraction;
  /** The size that a relative dead band is a percentage of; null where none is meaningful (steps, dates). */
  base: Decimal | null;
  /** Now less before, over the same denominator; null for steps. */
  change: Fraction | null;
}

/** Signs a comparison by polarity, or says why it has no sign. */
export function improvementOf(
  comparison: Comparison,
  polarity: Polarity | null,
  unit: Unit,
  targets: DirectionTargets,
): Improvement | NotComparable {
  const { now, before, exactMean } = comparison;
  if (now.kind === 'step' || before.kind === 'step') return stepImprovement(now, before, polarity, unit);
  if (now.kind !== before.kind) return mixed;
  if (polarity === null) return noPolarity;
  const later = amountOf(now);
  const mean = exactMean ?? fraction(amountOf(before), one);
  const scaled = later.times(mean.denominator);
  const change = scaled.minus(mean.numerator);
  const over = (numerator: Decimal) => fraction(numerator, mean.denominator);
  const base = now.kind === 'number' ? mean.numerator.abs() : null;
  const signed = (numerator: Decimal): Improvement => ({
    amount: over(numerator),
    base,
    change: over(change),
  });

  if (polarity === 'higher') return signed(change);
  if (polarity === 'lower') return signed(change.times('-1'));
  const distance =
    polarity === 'closest' ? toTarget(targets, mean.denominator) : toRange(targets, mean.denominator);
  if (distance === null) {
    const wanted = polarity === 'closest' ? 'a target to be close to' : 'a range to be within';
    return { reasonCode: 'noTarget', reason: `This measure needs ${wanted}, and none is held.` };
  }
  return signed(distance(mean.numerator).minus(distance(scaled)));
}

/** Judges an improvement by the scheme's dead band, by cross-multiplication: nothing is divided or rounded. */
export function outcomeOf({ amount, base }: Improvement, scheme: DirectionScheme): DirectionOutcome {
  const { numerator, denominator } = amount;
  const sign = compare(numerator, zero);
  if (sign === 0 || withinBand(numerator.abs(), denominator, base, scheme)) return 'stabilised';
  return sign > 0 ? 'improving' : 'deteriorating';
}

function withinBand(
  size: Decimal,
  denominator: Decimal,
  base: Decimal | null,
  scheme: DirectionScheme,
): boolean {
  const band = scheme.deadBand;
  if (band.kind === 'none') return false;
  if (band.kind === 'relative' && base === null) return false;
  const reached =
    band.kind === 'relative'
      ? compare(size.times(hundred), decimal(band.percent).times(base ?? zero))
      : compare(size, decimal(band.amount).times(denominator));
  return reached < 0 || (reached === 0 && band.edge === 'stabilised');
}

/** True where a figure could not be better: 100% or 0% by polarity, none of what should be low, the best step. */
export function isOptimum(figure: Present, polarity: Polarity | null, unit: Unit): boolean {
  if (figure.kind === 'step') {
    const best = unit.kind === 'yesNo' ? (polarity === 'lower' ? 'No' : 'Yes') : stepsOf(unit)[0];
    return best !== undefined && sameWords(best) === sameWords(figure.step);
  }
  if (figure.kind !== 'number') return false;
  if (polarity === 'higher') return unit.kind === 'percentage' && figure.value.eq(hundred);
  // Money may fall below nothing, so zero is not the best it can be.
  return polarity === 'lower' && unit.kind !== 'currency' && figure.value.eq(zero);
}

const mixed: NotComparable = {
  reasonCode: 'textFigure',
  reason: 'One of the two figures is in words or a date and the other is not.',
};

const noPolarity: NotComparable = {
  reasonCode: 'noPolarity',
  reason: 'Nobody has confirmed whether higher or lower is better.',
};

function stepImprovement(
  now: Present,
  before: Present,
  polarity: Polarity | null,
  unit: Unit,
): Improvement | NotComparable {
  if (now.kind !== 'step' || before.kind !== 'step') return mixed;
  if (unit.kind === 'yesNo' && polarity !== 'higher' && polarity !== 'lower') return noPolarity;
  const steps = unit.kind === 'yesNo' && polarity === 'lower' ? ['No', 'Yes'] : stepsOf(unit);
  const place = (step: string) => steps.findIndex((each) => sameWords(each) === sameWords(step));
  const [later, earlier] = [place(now.step), place(before.step)];
  if (later < 0 || earlier < 0) {
    const odd = later < 0 ? now.step : before.step;
    return { reasonCode: 'textFigure', reason: `“${odd}” is not a step of this measure's scale.` };
  }
  return { amount: fraction(decimal(String(earlier - later)), one), base: null, change: null };
}

/** Best first. */
function stepsOf(unit: Unit): readonly string[] {
  if (unit.kind === 'yesNo') return ['Yes', 'No'];
  return unit.kind === 'milestone' ? unit.scale.steps : [];
}

/** A number as it is; a date as days since a fixed one. */
function amountOf(figure: Exclude<Present, { kind: 'step' }>): Decimal {
  if (figure.kind === 'number') return figure.value;
  return decimal(String(plainDate('2000-01-01').until(figure.date, { largestUnit: 'day' }).days));
}

type Distance = (numerator: Decimal) => Decimal;

function numberIn(figure: Figure | null | undefined): Decimal | null {
  if (!figure || figure.kind === 'missing' || figure.kind === 'step') return null;
  return amountOf(figure);
}

function toTarget(targets: DirectionTargets, denominator: Decimal): Distance | null {
  const target = numberIn(targets.target);
  return target === null ? null : (numerator) => numerator.minus(target.times(denominator)).abs();
}

/** Outside a range the distance to its nearer end, inside it nothing; one end alone is a range without the other. */
function toRange(targets: DirectionTargets, denominator: Decimal): Distance | null {
  const low = numberIn(targets.low)?.times(denominator) ?? null;
  const high = numberIn(targets.high)?.times(denominator) ?? null;
  if (low === null && high === null) return null;
  return (numerator) => {
    if (low !== null && numerator.lt(low)) return low.minus(numerator);
    return high !== null && numerator.gt(high) ? numerator.minus(high) : zero;
  };
}
