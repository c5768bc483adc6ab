import type { FigureCell } from '../../model/report.ts';

/**
 * How a spreadsheet prints a figure, so that the cell can hold the bare number: `#,##0.0" days"`.
 * What stands in quotation marks is never read as a code, a `%` neither.
 */
export function numberFormat({ decimals, prefix, suffix, grouping }: Format): string {
  const whole = grouping ? '#,##0' : '0';
  const digits = decimals > 0 ? `${whole}.${'0'.repeat(decimals)}` : whole;
  return `${literal(prefix)}${digits}${literal(shownSuffix(suffix))}`;
}

/** `%` and ` days` stand behind the number; ` per 10,000 population` would not fit, and stands in the column of units. */
export const shownSuffix = (suffix: string): string => (suffix.length <= LONGEST_SUFFIX ? suffix : '');

const LONGEST_SUFFIX = 9;

type Format = NonNullable<FigureCell['format']>;

/** Words in a number format: in quotation marks, and a quotation mark itself by a backslash. */
export const literal = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '"\\""')}"`);
