import { compare, type Decimal, divideTo, hundred, roundTo, toFixedText, zero } from './decimal.ts';

/** An exact quotient that has not been divided: nothing is lost until somebody must read it. */
export interface Fraction {
  numerator: Decimal;
  /** Always above zero. */
  denominator: Decimal;
}

/**
 * A fraction with the sign carried by its numerator.
 * @throws RangeError when the denominator is zero: the caller must say what that means.
 */
export function fraction(numerator: Decimal, denominator: Decimal): Fraction {
  if (denominator.eq(zero)) throw new RangeError('a fraction needs a denominator other than zero');
  return denominator.lt(zero)
    ? { numerator: numerator.times('-1'), denominator: denominator.times('-1') }
    : { numerator, denominator };
}

/** Compares two fractions by cross-multiplication, exactly. @example compareFractions(third, twoSixths) // 0 */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  return compare(a.numerator.times(b.denominator), b.numerator.times(a.denominator));
}

/** More places than these would not be read; a smaller variance prints as "just above 0%". */
const MOST_PLACES = 6;

/**
 * A variance as a signed percentage, rounded only here. Where rounding would print a miss as zero, it prints as
 * many decimals as the first digit needs, so that a reader never sees "0.0%" beside Amber; nor does it print a whole
 * number that the variance is not, since thresholds are whole numbers ("5.04%" is over a tolerance of 5%).
 *
 * @example formatVariance(fraction(decimal('-9'), decimal('375'))) // '-2.4%'
 * @example formatVariance(fraction(decimal('-1'), decimal('10000'))) // '-0.01%'
 */
export function formatVariance(variance: Fraction, decimals = 1): string {
  const sign = compare(variance.numerator, zero);
  if (sign === 0) return `${toFixedText(zero, decimals)}%`;
  const mark = sign > 0 ? '+' : '-';
  const size = variance.numerator.abs().times(hundred);
  for (let places = decimals; places <= MOST_PLACES; places += 1) {
    const rounded = divideTo(size, variance.denominator, places);
    const exact = rounded.times(variance.denominator).eq(size);
    const whole = rounded.eq(roundTo(rounded, 0));
    if (exact || !whole) return `${mark}${toFixedText(rounded, places)}%`;
    if (places === MOST_PLACES && !rounded.eq(zero)) return `${mark}${toFixedText(rounded, places)}%`;
  }
  return sign > 0 ? 'just above 0%' : 'just below 0%';
}
