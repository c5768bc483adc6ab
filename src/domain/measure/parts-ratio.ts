import type { ObservationPart } from '../facts.ts';
import { type Decimal, decimal, divideTo, hundred, one, zero } from '../number/decimal.ts';
import { formatNumber } from '../number/format.ts';
import type { Unit } from '../number/unit.ts';

/** The cases of several parts together. */
export interface Cases {
  numerator: Decimal;
  denominator: Decimal;
}

/** Adds up the cases of parts that all have them. */
export function summedCases(parts: readonly ObservationPart[]): Cases {
  const sum = (key: 'numerator' | 'denominator') =>
    parts.reduce((total, part) => total.plus(decimal(part[key] ?? '0')), zero);
  return { numerator: sum('numerator'), denominator: sum('denominator') };
}

/**
 * Cases as a figure of a unit, rounded once to the unit's decimals, with the cases in words. A percentage is of a
 * hundred, a rate of the number that its wording begins with ("per 10,000 population").
 *
 * @throws RangeError where the denominator is zero.
 * @example ratioOf(9 and 16, { kind: 'percentage', decimals: 1 }) // { text: '9 of 16', value: 56.3 }
 */
export function ratioOf(
  { numerator, denominator }: Cases,
  unit: Extract<Unit, { decimals: number }>,
): { text: string; value: Decimal } {
  return {
    text: casesInWords({ numerator, denominator }),
    value: divideTo(numerator.times(factorOf(unit)), denominator, unit.decimals),
  };
}

/** @example casesInWords({ numerator: decimal('1200'), denominator: decimal('4000') }) // '1,200 of 4,000' */
export function casesInWords({ numerator, denominator }: Cases): string {
  const plain = (value: Decimal) => formatNumber(value, { kind: 'yesNo' });
  return `${plain(numerator)} of ${plain(denominator)}`;
}

/** What a share of cases is multiplied by to be a figure of the unit. @example factorOf(per 10,000 population) // 10000 */
export function factorOf(unit: Unit): Decimal {
  if (unit.kind === 'percentage') return hundred;
  if (unit.kind !== 'rate') return one;
  const leading = /^\d[\d,]*/.exec(unit.per)?.[0].replaceAll(',', '');
  return leading === undefined ? one : decimal(leading);
}
