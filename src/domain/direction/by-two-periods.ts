import { casesInWords } from '../measure/parts-ratio.ts';
import { compare, type Decimal, decimal } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import { formatFigure } from '../number/format.ts';
import { deadBandInWords } from './basis-in-words.ts';
import { type Countable, countable, figureOf, movedBetween, oneCaseApart } from './cases.ts';
import { type Comparison, comparisonFor, type NotComparable } from './comparison.ts';
import type { DirectionOutcome } from './direction.ts';
import { isAnnual } from './evidence.ts';
import { improvementOf, outcomeOf } from './improvement.ts';
import type { DirectionInputs } from './inputs.ts';
import type { DirectionScheme } from './scheme.ts';
import { earlierInWords } from './tested-words.ts';
import type { Asked, Verdict } from './verdict.ts';

/**
 * The cases of two periods: a direction where chance does not explain the change, and the change is beyond the dead
 * band. Of a measure that should be close to a target or within a range, a figure that has passed from one side to the
 * other is neither: that it moved is certain, that it is further away is not.
 */
export function byTwoPeriods(asked: Asked): Verdict | NotComparable {
  const { inputs, evidence, scheme, against } = asked;
  const { unit } = inputs;
  const comparison = comparisonFor(inputs, scheme, { kind: against });
  if ('reason' in comparison) return comparison;
  const side = against === 'previousPeriod' ? 'previous' : 'lastYear';
  const now = countable(evidence.cases.now, unit, comparison.now);
  const before = countable(evidence.cases[side], unit, comparison.before);
  if ('why' in now) return cannot(now.why);
  if ('why' in before) return cannot(before.why);
  const judged = judge(inputs, scheme, comparison, now, before);
  if ('reason' in judged) return judged;
  const oneCaseDecides = oneCaseApart(now).some((other) => {
    const neighbour = judge(inputs, scheme, { ...comparison, now: figureOf(other, unit) }, other, before);
    return 'reason' in neighbour || neighbour.outcome !== judged.outcome;
  });
  const name = earlierInWords(against, evidence.span, isAnnual(evidence));
  const told = (figure: Figure, cases: Countable) => `(${formatFigure(figure, unit)}, ${inWords(cases)})`;
  const earlier = `${name} ${told(comparison.before, before)}`;
  return {
    outcome: judged.outcome,
    before: comparison.before,
    change: judged.change,
    oneCaseDecides,
    sentence: `the latest figure ${told(comparison.now, now)} ${difference(judged, inputs, scheme, earlier)}`,
    brief: `Tested against ${name}: ${formatFigure(comparison.before, unit)}`,
  };
}

const cannot = (why: string): NotComparable => ({
  reasonCode: 'noCases',
  reason: `The change could not be tested: ${why}.`,
});

interface Judged {
  outcome: DirectionOutcome;
  change: Decimal | null;
  /** What kept it from being a direction; null where it is one. */
  because: 'same' | 'chance' | 'band' | 'crossed' | null;
}

function judge(
  inputs: DirectionInputs,
  scheme: DirectionScheme,
  comparison: Comparison,
  now: Countable,
  before: Countable,
): Judged | NotComparable {
  const { polarity, unit } = inputs;
  const improvement = improvementOf(comparison, polarity, unit, inputs.targets ?? {});
  if ('reason' in improvement) return improvement;
  const change = improvement.change?.numerator ?? null;
  const still = (because: Judged['because']): Judged => ({ outcome: 'stabilised', change, because });
  if (change?.eq('0')) return still('same');
  if (movedBetween(now, before) === 'noSignificantChange') return still('chance');
  if (hasCrossed(comparison, inputs)) return still('crossed');
  const outcome = outcomeOf(improvement, scheme);
  return outcome === 'stabilised' ? still('band') : { outcome, change, because: null };
}

/** True where the two figures lie on the two sides of what they should be close to, or within. */
function hasCrossed({ now, before }: Comparison, { polarity, targets }: DirectionInputs): boolean {
  if (polarity !== 'closest' && polarity !== 'within') return false;
  const [low, high] =
    polarity === 'closest' ? [targets?.target, targets?.target] : [targets?.low, targets?.high];
  const side = (figure: Figure): number => {
    if (figure.kind !== 'number') return 0;
    if (low?.kind === 'number' && compare(figure.value, low.value) < 0) return -1;
    return high?.kind === 'number' && compare(figure.value, high.value) > 0 ? 1 : 0;
  };
  return side(now) * side(before) < 0;
}

function difference(
  { outcome, because, change }: Judged,
  { polarity }: DirectionInputs,
  scheme: DirectionScheme,
  earlier: string,
): string {
  switch (because) {
    case 'same':
      return `is the same as ${earlier}.`;
    case 'chance':
      return `differs from ${earlier} by no more than chance explains.`;
    case 'crossed':
      return `lies on the other side of what is aimed for than ${earlier}.`;
    case 'band':
      return `differs from ${earlier} by more than chance explains, and too little to count. ${deadBandInWords(scheme) ?? ''}`.trimEnd();
  }
  const better = outcome === 'improving';
  if (polarity === 'closest' || polarity === 'within') {
    const aim = polarity === 'closest' ? 'the target' : 'the range';
    return `is ${better ? 'closer to' : 'further from'} ${aim} than ${earlier}, by more than chance explains.`;
  }
  const way = change?.gt('0') ? 'higher' : 'lower';
  return `is ${way} than ${earlier} by more than chance explains, and ${polarity} is better.`;
}

const inWords = ({ count, denominator }: Countable): string =>
  casesInWords({ numerator: decimal(String(count)), denominator });
