import { type Decimal, decimal } from './decimal.ts';
import { quoted } from './typed-text.ts';

/** A number as typed, taken apart: `-£1.2m` is -1200000 with the symbol £, no decimals of its own and no suffix. */
export interface TypedNumber {
  value: Decimal;
  /** Decimal places that are printed once the multiplier is applied. */
  decimals: number;
  symbol: string | null;
  /** The multiplier as typed (`m`, `million`), or null. */
  multiplier: string | null;
  /** What follows the number, spaces trimmed: `%`, `days`, `per 10,000 population`. */
  suffix: string;
  /** True where the suffix follows without a space. */
  attached: boolean;
}

/** As many digits as PostgreSQL, spreadsheets and people need, and a bound on the work. */
const MOST_DIGITS = 40;

const START = /^([+-]?) ?([£$€]?) ?([+-]?)(?=[\d.,])([\d.,]+)(.*)$/;
const PLAIN = /^\d*(?:\.\d+)?$/;
const GROUPED = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const DECIMAL_COMMA = /^\d{1,3}(?:\.\d{3})*,\d{1,2}$|^\d{1,3}(?:\.\d{3})+,\d+$|^\d+,\d+$/;
const EXPONENT = /^[eE][+-]?\d/;
const ZEROS: Record<string, number> = { k: 3, m: 6, bn: 9, thousand: 3, million: 6, billion: 9 };

/**
 * Reads the number that a cleaned text begins with. Answers null where it does not begin with one.
 * Commas must stand between thousands and the decimal point is a full stop, as British reports print.
 *
 * @example readNumber('81.10 per 10,000 population') // value 81.1, decimals 2, suffix 'per 10,000 population'
 */
export function readNumber(text: string): TypedNumber | { problem: string } | null {
  const found = START.exec(text);
  if (!found) return null;
  const [, before = '', symbol = '', after = '', digits = '', rest = ''] = found;
  const problem = problemOf(text, digits, rest, before !== '' && after !== '');
  if (problem) return { problem };

  const suffixed = takeMultiplier(rest, symbol !== '');
  const zeros = suffixed.multiplier === null ? 0 : (ZEROS[suffixed.multiplier.toLowerCase()] ?? 0);
  const [whole = '', fraction = ''] = digits.replaceAll(',', '').split('.');
  const shifted = fraction.padEnd(zeros, '0');
  const integer = `${whole}${shifted.slice(0, zeros)}` || '0';
  const remainder = shifted.slice(zeros);
  if (integer.length + remainder.length > MOST_DIGITS) {
    return {
      problem: `${quoted(text)} has more than ${MOST_DIGITS} digits. Check the figure: no measure needs so many.`,
    };
  }
  // A negative zero has no meaning here and must never print.
  const negative = (before === '-' || after === '-') && /[1-9]/.test(digits);
  return {
    value: decimal(`${negative ? '-' : ''}${integer}${remainder === '' ? '' : `.${remainder}`}`),
    decimals: remainder.length,
    symbol: symbol === '' ? null : symbol,
    ...suffixed,
  };
}

function problemOf(text: string, digits: string, rest: string, twoSigns: boolean): string | null {
  if (twoSigns) return `${quoted(text)} has two signs. Type one minus at most, for example -0.2.`;
  if (EXPONENT.test(rest)) {
    return `${quoted(text)} is in scientific notation. Type the number out in full, for example 1,200,000.`;
  }
  if (/^[.,]+$/.test(digits)) return `${quoted(text)} has no digits. Type a number, for example 1,000.0.`;
  if (/^ \d/.test(rest)) {
    return `${quoted(text)} has a space inside the number. Type it with commas or none: 1,000.0 or 1000.0.`;
  }
  if (/[.,]$/.test(digits)) {
    return `${quoted(text)} ends its number with “${digits.at(-1)}”. Type the number without it.`;
  }
  if (PLAIN.test(digits) || GROUPED.test(digits)) return null;
  if (DECIMAL_COMMA.test(digits)) {
    return `${quoted(text)} seems to use a comma as the decimal point, so its size is uncertain. Type a full stop for decimals and commas only between thousands: 1,000.0.`;
  }
  if ((digits.match(/\./g) ?? []).length > 1) {
    return `${quoted(text)} has more than one decimal point. Type a number such as 1,000.0.`;
  }
  return `${quoted(text)} has commas that do not separate thousands. Type a number such as 1,000.0.`;
}

/** Letters count only when they touch the number or follow a currency symbol: `12 m` may be metres. */
function takeMultiplier(rest: string, afterSymbol: boolean) {
  const attached = rest !== '' && !rest.startsWith(' ');
  const suffix = rest.trim();
  const found =
    attached || afterSymbol
      ? /^(k|m|bn|thousand|million|billion)(?![\p{L}\d])(.*)$/iu.exec(suffix)
      : /^(thousand|million|billion)(?![\p{L}\d])(.*)$/iu.exec(suffix);
  if (!found) return { multiplier: null, suffix, attached };
  const left = found[2] ?? '';
  return {
    multiplier: found[1] ?? null,
    suffix: left.trim(),
    attached: left !== '' && !left.startsWith(' '),
  };
}
