import { plainDate } from '../number/date.ts';
import { type Decimal, decimal, zero } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import { sameWords } from '../number/typed-text.ts';
import type { ComparatorRef, FigureName } from './condition.ts';
import type { Comparison, Evaluation } from './evaluation.ts';

interface Held {
  figure: Figure;
  scale: Decimal | null;
}

const aims: ReadonlySet<string> = new Set(['target', 'yearTarget']);
const rangeEnds: ReadonlySet<string> = new Set(['target', 'low', 'high']);

/** The figure a reference stands for; null (with the reason noted) where it is not held. */
export function held(evaluation: Evaluation, ref: ComparatorRef): Held | null {
  if (typeof ref === 'string') return only(evaluation.figure(ref));
  if ('constant' in ref) return only({ kind: 'number', value: decimal(ref.constant) });
  if ('firstOf' in ref) {
    const name = ref.firstOf.find((each) => evaluation.figure(each) !== null);
    return name === undefined ? evaluation.lack(ref.firstOf[0] ?? 'target') : only(evaluation.figure(name));
  }
  const recent = evaluation.inputs.recent ?? [];
  if (recent.length < ref.mean) return evaluation.lack('recent');
  let sum = zero;
  for (const value of recent.slice(0, ref.mean)) sum = sum.plus(value);
  return { figure: { kind: 'number', value: sum }, scale: decimal(String(ref.mean)) };
}

const only = (figure: Figure | null): Held | null => (figure === null ? null : { figure, scale: null });

/**
 * Compares two figures so that positive is better: for `higher` the figure less the comparator, for `lower` the
 * reverse; for `closest` how much nearer to the target (minus the distance, from the target itself); for `within`
 * zero inside the range and minus the distance outside. Earlier dates and earlier steps of a scale are better.
 *
 * Null where something is not held, or two kinds of figure cannot be compared; `evaluation.needs` then says what.
 */
export function compareFigures(
  evaluation: Evaluation,
  name: FigureName,
  ref: ComparatorRef,
): Comparison | null {
  const figure = evaluation.figure(name);
  if (figure === null) return null;
  if (evaluation.inputs.polarity === 'within' && typeof ref === 'string' && rangeEnds.has(ref)) {
    if (figure.kind === 'number') return outsideRange(evaluation, figure.value);
  }
  const against = held(evaluation, ref);
  if (against === null) return null;
  if (figure.kind === 'number' && against.figure.kind === 'number') {
    return compareNumbers(evaluation, figure.value, against.figure.value, against.scale, ref);
  }
  if (figure.kind === 'date' && against.figure.kind === 'date') {
    const days = plainDate(figure.date).until(plainDate(against.figure.date), { largestUnit: 'day' }).days;
    return byOrder(decimal(String(days)), true);
  }
  if (figure.kind === 'step' && against.figure.kind === 'step') {
    return compareSteps(evaluation, figure.step, against.figure.step);
  }
  return evaluation.lack('sameKind');
}

function compareNumbers(
  evaluation: Evaluation,
  plain: Decimal,
  against: Decimal,
  scale: Decimal | null,
  ref: ComparatorRef,
): Comparison | null {
  const figure = scale === null ? plain : plain.times(scale);
  switch (evaluation.inputs.polarity) {
    case 'higher':
      return numbers(figure.minus(against), figure, against, scale);
    case 'lower':
      return numbers(against.minus(figure), figure, against, scale);
    case 'closest': {
      const distance = (value: Decimal, aim: Decimal) => value.minus(aim).abs();
      if (typeof ref !== 'string' || aims.has(ref))
        return numbers(zero.minus(distance(figure, against)), figure, against, scale);
      const target = evaluation.figure('target');
      if (target?.kind !== 'number') return evaluation.lack('target');
      return numbers(
        distance(against, target.value).minus(distance(figure, target.value)),
        figure,
        against,
        scale,
      );
    }
    case 'within': {
      const was = outsideRange(evaluation, against, scale);
      const is = outsideRange(evaluation, figure, scale);
      if (was === null || is === null) return null;
      return numbers(is.difference.minus(was.difference), figure, against, scale);
    }
    case 'none':
      return evaluation.lack('anyPolarity');
    case null:
      return evaluation.lack('polarity');
  }
}

function numbers(difference: Decimal, figure: Decimal, against: Decimal, scale: Decimal | null): Comparison {
  return {
    difference,
    sign: difference.cmp(zero),
    base: against.abs(),
    figure,
    against,
    scale,
    measured: true,
  };
}

/** Minus the distance to the nearer end; zero inside. A range may be open at one end. */
function outsideRange(
  evaluation: Evaluation,
  value: Decimal,
  scale: Decimal | null = null,
): Comparison | null {
  const end = (name: 'low' | 'high'): Decimal | null => {
    const figure = evaluation.figure(name);
    if (figure?.kind !== 'number') return null;
    return scale === null ? figure.value : figure.value.times(scale);
  };
  const [low, high] = [end('low'), end('high')];
  if (low === null && high === null) return evaluation.lack('low');
  if (low !== null && value.cmp(low) < 0) return numbers(value.minus(low), value, low, scale);
  if (high !== null && value.cmp(high) > 0) return numbers(high.minus(value), value, high, scale);
  const inside = low ?? high ?? zero;
  return { ...numbers(zero, value, inside, scale) };
}

function byOrder(difference: Decimal, measured: boolean): Comparison {
  return {
    difference,
    sign: difference.cmp(zero),
    base: null,
    figure: zero,
    against: zero,
    scale: null,
    measured,
  };
}

/** On a scale, an earlier step is better; elsewhere (Yes or No) a figure is as wanted or it is not. */
function compareSteps(evaluation: Evaluation, step: string, wanted: string): Comparison | null {
  if (sameWords(step) === sameWords(wanted)) return byOrder(zero, false);
  const unit = evaluation.inputs.unit;
  if (unit.kind !== 'milestone') return byOrder(decimal('-1'), false);
  const steps = unit.scale.steps.map(sameWords);
  const [at, target] = [steps.indexOf(sameWords(step)), steps.indexOf(sameWords(wanted))];
  if (at < 0 || target < 0) return evaluation.lack('scaleStep');
  return byOrder(decimal(String(target - at)), false);
}
