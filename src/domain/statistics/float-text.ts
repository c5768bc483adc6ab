import { type Decimal, decimal, toText } from '../number/decimal.ts';

/** Numbers whose shortest text is this short are what it says to 15 digits too: there is nothing to round. */
const FEW_DIGITS = /^-?[\d.]{1,15}$/;
/** Neither endless nor so large or so small that it is written with an exponent. */
const PLAIN = /^-?[\d.]+$/;

/**
 * The exact canonical text of `decimalOf`, without making a decimal of a number whose shortest text it is.
 * @throws RangeError as `decimalOf` does
 * @example exactTextOf(0.1 + 0.2) // '0.3'
 */
export function exactTextOf(value: number): string {
  const shortest = String(value);
  if (FEW_DIGITS.test(shortest)) return shortest;
  const plain = value.toPrecision(15);
  if (!PLAIN.test(plain)) return toText(decimalOf(value));
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

/**
 * An exact decimal from a computed floating point number, to 15 significant digits: what a statistic becomes before
 * anything is judged by it or printed.
 * @throws RangeError for what is no number, is endless, or is of a size that no figure has
 * @example toText(decimalOf(0.1 + 0.2)) // '0.3'
 */
export function decimalOf(value: number): Decimal {
  const shortest = String(value);
  const plain = FEW_DIGITS.test(shortest) ? shortest : value.toPrecision(15);
  if (PLAIN.test(plain)) return decimal(plain);
  const found = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential(14));
  if (found === null) throw new RangeError(`not a number: ${value}`);
  const [, sign = '', first = '', rest = '', exponent = '0'] = found;
  const point = 1 + Number(exponent);
  if (point > 40) throw new RangeError(`larger than any figure: ${value}`);
  if (point < -40) return decimal('0');
  const digits = `${first}${rest}`.padEnd(Math.max(point, 0), '0');
  const padded = point > 0 ? digits : `${'0'.repeat(1 - point)}${digits}`;
  const whole = padded.slice(0, Math.max(point, 1));
  const fraction = padded.slice(Math.max(point, 1));
  return decimal(`${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`);
}
