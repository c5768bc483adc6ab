import { type Decimal, decimal, divideTo, toText } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import type { Unit } from '../number/unit.ts';
import type { Interval } from '../statistics/interval/bounds.ts';
import { rate } from '../statistics/interval/events.ts';
import { wilson } from '../statistics/interval/wilson.ts';

/** How the figures of a unit are counted: a share of cases, or events in a population, each `per` so many. */
export interface Counting {
  kind: 'proportion' | 'rate';
  per: number;
}

/** The whole cases behind a figure. */
export interface Counts extends Counting {
  count: number;
  of: number;
}

const PER = /^\d{1,3}(?:,\d{3})+|^\d+/;

/**
 * How a unit is counted; null for those that are neither share nor rate, and for a rate that does not say per how many.
 * @example countingOf({ kind: 'rate', decimals: 1, per: '10,000 population' }) // { kind: 'rate', per: 10000 }
 */
export function countingOf(unit: Unit): Counting | null {
  if (unit.kind === 'percentage') return { kind: 'proportion', per: 100 };
  if (unit.kind !== 'rate') return null;
  const found = PER.exec(unit.per);
  const per = found === null ? 0 : Number(found[0].replaceAll(',', ''));
  return per > 0 ? { kind: 'rate', per } : null;
}

/** Why a figure has no interval. */
export type WhyNoCounts = 'unit' | 'notHeld' | 'notWhole' | 'moreThanThereAre' | 'disagree';

/** Said after "No interval:". */
export const whyNoCounts: Readonly<Record<WhyNoCounts, string>> = {
  unit: 'the measure is neither a percentage nor a rate',
  notHeld: 'only the value is held, not the cases behind it',
  notWhole: 'the cases behind it are not whole numbers',
  moreThanThereAre: 'more cases were counted than there are',
  disagree: 'the value is not what its cases come to',
};

interface Held {
  figure: Figure;
  numerator: string | null;
  denominator: string | null;
}

/** Places kept of a quotient that does not end; far beyond any printed figure. */
const PLACES = 20;

/**
 * The cases behind a figure, or why there are none that could bear an interval. A value agrees with its cases where it
 * is their quotient, to the decimals in which it is given (and those of the unit, where they are fewer).
 *
 * @example countsBehind({ figure: 40%, numerator: '4', denominator: '10' }, percentage) // 4 of 10, per 100
 */
export function countsBehind({ figure, numerator, denominator }: Held, unit: Unit): Counts | WhyNoCounts {
  const counting = countingOf(unit);
  if (counting === null) return 'unit';
  if (numerator === null || denominator === null || figure.kind !== 'number') return 'notHeld';
  const [count, of] = [Number(numerator), Number(denominator)];
  const isWhole = (value: number) => Number.isSafeInteger(value) && value >= 0;
  if (!isWhole(count) || !(of > 0) || (counting.kind === 'proportion' && !isWhole(of))) return 'notWhole';
  if (counting.kind === 'proportion' && count > of) return 'moreThanThereAre';
  const exact = divideTo(
    decimal(numerator).times(decimal(String(counting.per))),
    decimal(denominator),
    PLACES,
  );
  if (!agrees(figure.value, exact, unit)) return 'disagree';
  return { ...counting, count, of };
}

function agrees(value: Decimal, exact: Decimal, unit: Unit): boolean {
  const given = toText(value).split('.')[1]?.length ?? 0;
  const places = 'decimals' in unit ? Math.min(given, unit.decimals) : given;
  const half = decimal(`0.${'0'.repeat(places)}5`);
  return value.minus(exact).abs().lte(half);
}

/**
 * The 95% interval of a share (Wilson) or a rate (exact below ten events, else Byar's), in the unit of the figure.
 * @example intervalOf({ kind: 'proportion', per: 100, count: 4, of: 10 }) // { value: 40, lower: 16.81803…, upper: 68.73262… }
 */
export function intervalOf({ kind, per, count, of }: Counts): Interval {
  if (kind === 'rate') {
    const { value, lower, upper } = rate(count, of, { per });
    return { value, lower, upper };
  }
  const { value, lower, upper } = wilson({ count, of });
  return { value: value * per, lower: lower * per, upper: upper * per };
}

/** How the interval was worked out, as a page names it. */
export const methodOf = ({ kind, count }: Counts): string =>
  kind === 'proportion' ? 'Wilson' : count < 10 ? 'exact' : 'Byar';
