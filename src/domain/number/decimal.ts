import Big from 'big.js';

/**
 * An exact decimal number. Never a binary float: the constructor below refuses JavaScript numbers,
 * and `<` or `+` on two decimals throws instead of comparing or adding as floats.
 */
export type Decimal = Big;

/** A Big constructor of our own, so that its settings cannot be changed by, or change, anyone else's. */
const Exact = Big();
Exact.strict = true;

const PLAIN = /^-?\d+(?:\.\d+)?$/;

export const zero: Decimal = new Exact('0');
export const one: Decimal = new Exact('1');
export const hundred: Decimal = new Exact('100');

/**
 * An exact decimal from plain canonical text (`-12.50`): what the store, schemes and files of our own hold.
 * What people type goes through `parseFigure` instead.
 *
 * @throws RangeError for anything but digits, one point and a leading minus.
 * @example toText(decimal('81.10')) // '81.1'
 */
export function decimal(text: string): Decimal {
  if (!PLAIN.test(text)) throw new RangeError(`not a plain decimal: ${JSON.stringify(text)}`);
  return new Exact(text);
}

/** -1, 0 or 1 as `a` is below, equal to or above `b`. @example compare(decimal('1.0'), decimal('1')) // 0 */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return a.cmp(b);
}

/** The exact canonical text: no exponent, no trailing zeros. @example toText(decimal('2.50')) // '2.5' */
export function toText(value: Decimal): string {
  return unsignedZero(value.toFixed());
}

export type RoundingMode = 'halfUp' | 'halfEven' | 'down';
const MODES: Record<RoundingMode, 0 | 1 | 2> = { down: 0, halfUp: 1, halfEven: 2 };

/** Rounds to a number of decimal places; half goes away from zero unless told otherwise. */
export function roundTo(value: Decimal, places: number, mode: RoundingMode = 'halfUp'): Decimal {
  return value.round(places, MODES[mode]);
}

/** Text with exactly `places` decimals. @example toFixedText(decimal('2.345'), 2) // '2.35' */
export function toFixedText(value: Decimal, places: number, mode: RoundingMode = 'halfUp'): string {
  return unsignedZero(value.toFixed(places, MODES[mode]));
}

/** Nought has no sign in print, whatever was rounded to it. */
const unsignedZero = (text: string): string =>
  text.startsWith('-') && !/[1-9]/.test(text) ? text.slice(1) : text;

/**
 * The quotient of two decimals, rounded once at the end to `places` decimals.
 * @throws RangeError when the divisor is zero: a scheme must say what a zero target means.
 * @example toText(divideTo(decimal('10'), decimal('19'), 4)) // '0.5263'
 */
export function divideTo(a: Decimal, b: Decimal, places: number, mode: RoundingMode = 'halfUp'): Decimal {
  if (b.eq(zero)) throw new RangeError('division by zero');
  const Rounding = Big();
  Rounding.strict = true;
  Rounding.DP = places;
  Rounding.RM = MODES[mode];
  return new Exact(new Rounding(a).div(b));
}
