import type { XlsxCell } from './cell.ts';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,5})?$/;
const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** Excel keeps and shows 15 significant digits; what a file holds beyond them is the rendering of a binary float. */
const SIGNIFICANT = 15;
/** Beyond this no council's figure is meant, and plain digits would fill the page. */
const LARGEST_EXPONENT = 30;

/**
 * The decimal that a numeric cell means. Text of at most 15 significant digits is taken exactly as written.
 * Excel itself writes 81.1 as `81.099999999999994`: longer text is read as the shortest decimal that is the same
 * binary number, and where that still has more than 15 digits (0.1 + 0.2), as the 15 that Excel shows, marked `rounded`.
 */
export function numberCell(raw: string, percentage: boolean): XlsxCell {
  const typed = raw.trim();
  if (!NUMBER.test(typed)) return { kind: 'error', text: typed };
  if (PLAIN.test(typed) && (typed.length <= SIGNIFICANT || significantDigits(typed) <= SIGNIFICANT))
    return { kind: 'number', text: shown(typed, percentage) };
  const value = Number(typed);
  const size = Math.abs(value);
  if (!Number.isFinite(value) || (size !== 0 && Math.abs(Math.log10(size)) > LARGEST_EXPONENT)) {
    return { kind: 'error', text: typed };
  }
  const shortest = plainDecimal(String(value));
  if (significantDigits(shortest) <= SIGNIFICANT)
    return { kind: 'number', text: shown(shortest, percentage) };
  const asShown = plainDecimal(String(Number(value.toPrecision(SIGNIFICANT))));
  return { kind: 'number', text: shown(asShown, percentage), rounded: typed };
}

export function significantDigits(plain: string): number {
  const digits = plain.replace(/^-/, '').replace('.', '').replace(/^0+/, '');
  return plain.includes('.') ? digits.length : digits.replace(/0+$/, '').length;
}

/** Decimal text without an exponent. @example plainDecimal('1.5e-7') // '0.00000015' */
export function plainDecimal(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text);
  if (match === null || match[4] === undefined) return text;
  return moved(`${match[1]}${match[2]}${match[3] === undefined ? '' : `.${match[3]}`}`, Number(match[4]));
}

const shown = (plain: string, percentage: boolean): string => (percentage ? `${moved(plain, 2)}%` : plain);

/** Moves the decimal point of plain decimal text, exactly. */
function moved(plain: string, places: number): string {
  const sign = plain.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = plain.slice(sign.length).split('.');
  const point = whole.length + places;
  const digits = (whole + fraction)
    .padEnd(point, '0')
    .padStart(Math.max(0, 1 - point) + whole.length + fraction.length, '0');
  const at = Math.max(point, 1);
  const integer = digits.slice(0, at).replace(/^0+(?=\d)/, '');
  const decimals = digits.slice(at);
  return `${sign}${integer}${decimals === '' ? '' : `.${decimals}`}`;
}
