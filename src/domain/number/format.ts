import { formatDate } from './date.ts';
import { type Decimal, decimal, toFixedText, toText } from './decimal.ts';
import type { Figure } from './figure.ts';
import { missingInWords } from './missing-words.ts';
import { singular } from './suffix.ts';
import type { Unit } from './unit.ts';

/**
 * A figure as reports print it: the unit's decimals (half away from zero), commas between thousands, the unit's
 * wording; a step by its label, a date as `30-Sep-2018`, a missing figure by its reason in words.
 * `parseFigure` reads every such text back to the figure rounded to those decimals.
 *
 * @example formatFigure({ kind: 'number', value: decimal('81.1') }, { kind: 'rate', decimals: 2, per: '10,000 population' })
 * // '81.10 per 10,000 population'
 */
export function formatFigure(figure: Figure, unit: Unit): string {
  switch (figure.kind) {
    case 'missing':
      return missingInWords(figure.reason);
    case 'step':
      return figure.step;
    case 'date':
      return formatDate(figure.date);
    case 'number':
      return formatNumber(figure.value, unit);
  }
}

/**
 * A number in the wording of a unit; in a unit that has no numbers (a milestone), all its digits.
 * @example formatNumber(decimal('1000'), { kind: 'number', decimals: 1 }) // '1,000.0'
 */
export function formatNumber(value: Decimal, unit: Unit): string {
  if (unit.kind === 'milestone' || unit.kind === 'yesNo' || unit.kind === 'date')
    return grouped(toText(value));
  return worded(grouped(toFixedText(value, unit.decimals)), unit);
}

/**
 * The same of a number that is held as canonical text, without making a decimal of one that has nothing to round.
 * @example formatText('96.5', { kind: 'percentage', decimals: 1 }) // '96.5%'
 */
export function formatText(exact: string, unit: Unit): string {
  if (unit.kind === 'milestone' || unit.kind === 'yesNo' || unit.kind === 'date') return grouped(exact);
  const point = exact.indexOf('.');
  const places = point < 0 ? 0 : exact.length - point - 1;
  if (places > unit.decimals) {
    const end = point + 1 + unit.decimals;
    // Where the first digit that is dropped rounds nothing up, the rest is cut off. Less than nought may become nought.
    if (exact.charAt(end) >= '5' || exact.startsWith('-')) return formatNumber(decimal(exact), unit);
    return worded(grouped(exact.slice(0, unit.decimals === 0 ? point : end)), unit);
  }
  const zeros = '0'.repeat(unit.decimals - places);
  return worded(grouped(point < 0 && zeros !== '' ? `${exact}.${zeros}` : exact + zeros), unit);
}

function worded(text: string, unit: Extract<Unit, { decimals: number }>): string {
  switch (unit.kind) {
    case 'percentage':
      return `${text}%`;
    case 'ratio':
      return `${text}:1`;
    case 'rate':
      return `${text} per ${unit.per}`;
    case 'duration':
      return `${text} ${counted(text, unit.noun)}`;
    case 'number':
      return unit.noun === undefined ? text : `${text} ${counted(text, unit.noun)}`;
    case 'currency':
      return text.startsWith('-') ? `-${unit.symbol}${text.slice(1)}` : `${unit.symbol}${text}`;
  }
}

/** Commas between thousands of a plain decimal text. @example grouped('-60000.0') // '-60,000.0' */
export function grouped(text: string): string {
  const point = text.indexOf('.');
  const end = point < 0 ? text.length : point;
  return end < 4 ? text : text.slice(0, end).replace(/\B(?=(?:\d{3})+$)/g, ',') + text.slice(end);
}

/** Only the bare `1` is singular: reports print `1 day` and `1.0 days`. */
function counted(text: string, noun: string): string {
  return text === '1' || text === '-1' ? singular(noun) : noun;
}
