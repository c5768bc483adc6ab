import { compare, type Decimal, toFixedText, toText, zero } from '../number/decimal.ts';
import { grouped } from '../number/format.ts';
import type { Unit } from '../number/unit.ts';

/** The exact digits of an amount, padded to the decimals of its unit and never cut: `9.0`, `9.75`. */
export function exactDigits(amount: Decimal, unit: Unit): string {
  const text = toText(amount);
  const held = text.split('.')[1]?.length ?? 0;
  const wanted = 'decimals' in unit ? unit.decimals : 0;
  return grouped(held < wanted ? toFixedText(amount, wanted) : text);
}

/** An amount in its unit, without direction: `3.9 percentage points`, `0.6 days`, `£1.20`. */
export function amountInWords(amount: Decimal, unit: Unit): string {
  const digits = exactDigits(amount.abs(), unit);
  switch (unit.kind) {
    case 'percentage':
      return `${digits} percentage ${digits === '1' ? 'point' : 'points'}`;
    case 'currency':
      return `${unit.symbol}${digits}`;
    case 'duration':
      return `${digits} ${unit.noun}`;
    case 'number':
      return unit.noun === undefined ? digits : `${digits} ${unit.noun}`;
    case 'rate':
      return `${digits} per ${unit.per}`;
    default:
      return digits;
  }
}

/** For a cell. @example inFewerWords('3.9 percentage points') // '3.9 points' */
export const inFewerWords = (amount: string): string => amount.replace(/ percentage (points?)\b/, ' $1');

/** How people say that an amount goes up or down in this unit: counts are more or fewer, shares higher or lower. */
export function changeInWords(amount: Decimal, up: boolean, unit: Unit): string {
  if (compare(amount, zero) === 0) return up ? 'anything higher' : 'anything lower';
  const words = amountInWords(amount, unit);
  if (unit.kind === 'number' || unit.kind === 'duration') {
    const [digits, ...noun] = words.split(' ');
    return [digits, up ? 'more' : 'fewer', ...noun].join(' ');
  }
  if (unit.kind === 'currency') return `${words} ${up ? 'more' : 'less'}`;
  return `${words} ${up ? 'higher' : 'lower'}`;
}
