import { type Decimal, decimal, divideTo, zero } from '../number/decimal.ts';
import { held } from './comparison.ts';
import { type ComparatorRef, type Condition, type VarianceForm, walk } from './condition.ts';
import type { Evaluation } from './evaluation.ts';
import { comparatorNames } from './inputs.ts';
import { boundsOf } from './scheme-checks.ts';
import { boundIn } from './words.ts';

/** Places kept of an edge that has no end, such as two thirds of a target. */
export const edgePlaces = 30;

/**
 * The values of the actual at which a condition could change its mind, exact wherever they are decimals.
 * More than necessary does no harm: each is tried.
 */
export function edgesOf(
  condition: Condition,
  evaluation: Evaluation,
  parameters: ReadonlyMap<string, Decimal>,
): Decimal[] {
  const edges: Decimal[] = [];
  for (const each of walk(condition)) {
    if (each.kind === 'variance' && (each.figure ?? 'actual') === 'actual') {
      for (const bound of boundsOf(each))
        edges.push(...variance(evaluation, each.from, each.form, boundIn(bound, parameters)));
    } else if (each.kind === 'meets' && (each.figure ?? 'actual') === 'actual') {
      edges.push(...variance(evaluation, each.comparator, 'absolute', zero));
    } else if (each.kind === 'direction' && (comparatorNames as readonly string[]).includes(each.basis)) {
      edges.push(...variance(evaluation, each.basis as ComparatorRef, 'absolute', zero));
    } else if (each.kind === 'range') {
      edges.push(
        ...[each.low, each.high].flatMap((ref) => (ref === undefined ? [] : (value(evaluation, ref) ?? []))),
      );
    }
  }
  return edges;
}

function value(evaluation: Evaluation, ref: ComparatorRef): Decimal | null {
  const found = held(evaluation, ref);
  if (found?.figure.kind !== 'number') return null;
  return found.scale === null ? found.figure.value : divideTo(found.figure.value, found.scale, edgePlaces);
}

/** Where the actual has exactly this variance. */
function variance(evaluation: Evaluation, ref: ComparatorRef, form: VarianceForm, bound: Decimal): Decimal[] {
  const { polarity } = evaluation.inputs;
  const rangeEnd = polarity === 'within' && ['target', 'low', 'high'].includes(String(ref));
  const against = rangeEnd ? [value(evaluation, 'low'), value(evaluation, 'high')] : [value(evaluation, ref)];
  return against.flatMap((comparator) => {
    if (comparator === null) return [];
    if (form === 'achieved' && (polarity === 'higher' || polarity === 'lower'))
      return [comparator, ...achieved(comparator, bound, polarity)];
    const width = widthOf(evaluation, form, form === 'achieved' ? bound.minus('100') : bound, comparator);
    if (width === null) return [comparator];
    if (polarity === 'higher') return [comparator.plus(width)];
    if (polarity === 'lower') return [comparator.minus(width)];
    const aim = value(evaluation, 'target') ?? comparator;
    const reach = comparator.minus(aim).abs().minus(width).abs();
    return [comparator.plus(width), comparator.minus(width), aim.plus(reach), aim.minus(reach)];
  });
}

function widthOf(
  evaluation: Evaluation,
  form: VarianceForm,
  bound: Decimal,
  comparator: Decimal,
): Decimal | null {
  if (form === 'absolute' || form === 'points') return bound;
  if (form === 'sigma') {
    const sigma = value(evaluation, 'sigma');
    return sigma === null ? null : bound.times(sigma);
  }
  const base = comparator.eq(zero)
    ? evaluation.zeroPolicy.kind === 'base'
      ? evaluation.zeroBase
      : zero
    : comparator.abs();
  return base.times(bound).times(decimal('0.01'));
}

function achieved(comparator: Decimal, bound: Decimal, polarity: 'higher' | 'lower'): Decimal[] {
  if (polarity === 'higher') return [comparator.times(bound).times(decimal('0.01'))];
  return bound.eq(zero) ? [] : [divideTo(comparator.times('100'), bound, edgePlaces)];
}
