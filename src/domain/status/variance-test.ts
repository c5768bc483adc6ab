import { hundred, zero } from '../number/decimal.ts';
import type { VarianceForm } from './condition.ts';
import type { BoundValue, Comparison, Evaluation } from './evaluation.ts';

type Order = -1 | 0 | 1;

/**
 * The order of a variance and a bound: -1 when the variance is worse, 0 exactly on the edge, 1 better.
 * Always by multiplying out: `v >= -5%` asks whether `difference * 100 >= -5 * |comparator|`.
 * Null where the form makes no sense for these figures; `needs` then says why.
 */
export function orderOf(
  evaluation: Evaluation,
  comparison: Comparison,
  form: VarianceForm,
  bound: BoundValue,
): Order | null {
  switch (form) {
    case 'relative':
      return relative(evaluation, comparison, bound);
    case 'achieved':
      return achieved(evaluation, comparison, bound);
    case 'points':
      if (evaluation.inputs.unit.kind !== 'percentage') return evaluation.lack('percentage');
      return absolute(evaluation, comparison, bound);
    case 'absolute':
      return absolute(evaluation, comparison, bound);
    case 'sigma':
      return sigma(evaluation, comparison, bound);
  }
}

function relative(
  evaluation: Evaluation,
  { base, difference, sign }: Comparison,
  bound: BoundValue,
): Order | null {
  // Which side of the comparator a figure is on needs no percentage.
  if (bound.sign === 0) return sign;
  if (base === null) return evaluation.lack('number');
  // A Big of zero has the single digit 0; asking it so costs nothing.
  if (base.c[0] !== 0) return difference.cmp(bound.share.times(base));
  switch (evaluation.zeroPolicy.kind) {
    case 'sign':
      return sign === 0 ? against(bound) : sign;
    case 'base':
      return difference.cmp(bound.share.times(evaluation.zeroBase));
    case 'outcome':
      evaluation.metZero = true;
      return evaluation.lack('zero');
  }
}

/** A variance of nothing against a bound. */
const against = (bound: BoundValue): Order => (bound.sign === 0 ? 0 : bound.sign > 0 ? -1 : 1);

function absolute(evaluation: Evaluation, comparison: Comparison, bound: BoundValue): Order | null {
  if (bound.sign === 0) return comparison.sign;
  if (!comparison.measured) return evaluation.lack('number');
  const wanted = comparison.scale === null ? bound.value : bound.value.times(comparison.scale);
  return comparison.difference.cmp(wanted);
}

function sigma(evaluation: Evaluation, comparison: Comparison, bound: BoundValue): Order | null {
  const width = evaluation.figure('sigma');
  if (width?.kind !== 'number') return evaluation.lack('sigma');
  const wanted = bound.value.times(width.value);
  return comparison.difference.cmp(comparison.scale === null ? wanted : wanted.times(comparison.scale));
}

/**
 * Percent of the comparator achieved: figure / comparator where higher is better, comparator / figure where lower
 * is. Where that quotient has no meaning (a divisor of zero or below) the side of the comparator decides: better
 * is more than any percentage, level is 100%, worse is less than any.
 */
function achieved(evaluation: Evaluation, comparison: Comparison, bound: BoundValue): Order | null {
  if (comparison.base === null) return evaluation.lack('number');
  const { polarity } = evaluation.inputs;
  const { figure, against: comparator, sign } = comparison;
  if (polarity === 'higher' && comparator.cmp(zero) > 0) return figure.cmp(bound.share.times(comparator));
  if (polarity === 'lower' && figure.cmp(zero) > 0) return comparator.cmp(bound.share.times(figure));
  if (polarity === 'closest' || polarity === 'within') {
    // The whole less what is missing: 100% at the target.
    return comparison.difference.plus(comparison.base).cmp(bound.share.times(comparison.base));
  }
  return sign === 0 ? hundred.cmp(bound.value) : sign;
}
