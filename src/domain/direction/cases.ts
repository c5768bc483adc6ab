import { type Cases, factorOf } from '../measure/parts-ratio.ts';
import { compare, type Decimal, decimal, divideTo, roundTo, zero } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import type { Unit } from '../number/unit.ts';
import { floatOf } from '../statistics/float.ts';
import { rate } from '../statistics/interval/events.ts';
import { wilson } from '../statistics/interval/wilson.ts';
import { changeTest, type TwoPeriods } from '../statistics/tested-change/two-periods.ts';
import type { BoundedValue } from '../statistics/trend/recent-trend.ts';

/** Cases that can be tested: whole numbers, a share of so many or events in so many. */
export interface Countable {
  of: 'proportion' | 'rate';
  count: number;
  total: number;
  /** `total` as it is held, exact. */
  denominator: Decimal;
}

/**
 * The cases of a figure as a test needs them, or why they cannot be tested, to follow "the change could not be tested:".
 * Percentages are shares and rates are events in a population; nothing else is: a mean has no spread here, an amount
 * has no cases, and a count by itself may be of events that come together, which no such test allows for.
 *
 * @param figure the figure as it is reported: its cases must make it up, or they are cases of something else
 */
export function countable(
  cases: Cases | null,
  unit: Unit,
  figure: Figure | null,
): Countable | { why: string } {
  if (unit.kind !== 'percentage' && unit.kind !== 'rate') {
    return { why: 'only percentages and rates can be' };
  }
  if (cases === null) return { why: 'the cases behind the figures are not held' };
  const { numerator, denominator } = cases;
  const whole = isWhole(numerator) && (unit.kind === 'rate' || isWhole(denominator));
  if (!whole) return { why: 'the cases behind the figures are not whole numbers' };
  const isShare = unit.kind === 'percentage';
  if (compare(denominator, zero) <= 0 || compare(numerator, zero) < 0) return noShare;
  if (isShare && compare(numerator, denominator) > 0) return noShare;
  const made = divideTo(numerator.times(factorOf(unit)), denominator, unit.decimals);
  if (figure?.kind !== 'number' || compare(made, roundTo(figure.value, unit.decimals)) !== 0) {
    return { why: 'the cases held do not make up the figures' };
  }
  return {
    of: isShare ? 'proportion' : 'rate',
    count: floatOf(numerator),
    total: floatOf(denominator),
    denominator,
  };
}

const noShare = { why: 'the cases held are no share of anything' };

const isWhole = (value: Decimal): boolean =>
  compare(value, roundTo(value, 0)) === 0 && Number.isSafeInteger(floatOf(value));

/** Whether chance explains the change between two periods, at 95%. */
export function movedBetween(now: Countable, before: Countable): 'up' | 'down' | 'noSignificantChange' {
  return changeTest(asPeriods(now, before)).moved;
}

function asPeriods(now: Countable, before: Countable): TwoPeriods {
  if (now.of === 'proportion') {
    const side = ({ count, total }: Countable) => ({ count, of: total });
    return { of: 'proportion', now: side(now), before: side(before) };
  }
  const side = ({ count, total }: Countable) => ({ events: count, exposure: total });
  return { of: 'rate', now: side(now), before: side(before) };
}

/** The same with one case more and one fewer, as far as there can be. */
export function oneCaseApart(cases: Countable): Countable[] {
  return [cases.count - 1, cases.count + 1]
    .filter((count) => count >= 0 && (cases.of === 'rate' || count <= cases.total))
    .map((count) => ({ ...cases, count }));
}

/** Far beyond any printed figure, as for figures worked out from cases. */
const PLACES = 20;

/** What a number of cases would have been reported as. */
export const figureOf = ({ count, denominator }: Countable, unit: Unit): Figure & { kind: 'number' } => ({
  kind: 'number',
  value: divideTo(decimal(String(count)).times(factorOf(unit)), denominator, PLACES),
});

/** A figure with its 95% interval: Wilson's of a share, of a rate the exact one or Byar's. */
export function bounded({ of, count, total }: Countable): BoundedValue {
  return of === 'proportion' ? wilson({ count, of: total }) : rate(count, total);
}
