import { type Decimal, toText } from '../../number/decimal.ts';
import { formatNumber, grouped } from '../../number/format.ts';
import type { Unit } from '../../number/unit.ts';
import { monthsLabel } from '../../period/label.ts';
import type { ReportingPeriod } from '../../period/period.ts';
import type { FindingFigure } from './finding.ts';

/**
 * A period as a sentence says it, with its year only where that is not the year spoken of.
 * @example periodInWords(periodOf('2018-19/Q1'), periodOf('2018-19/Q2')) // 'quarter 1'
 */
export function periodInWords(period: ReportingPeriod, now: ReportingPeriod): string {
  const year = period.year === now.year ? '' : ` of ${period.year}`;
  switch (period.span) {
    case 'quarter':
      return `quarter ${period.number}${year}`;
    case 'half':
      return `half-year ${period.number}${year}`;
    case 'month':
      return monthsLabel(period);
    case 'year':
      return period.year;
  }
}

/** A figure of the measure for a finding. */
export const figure = (label: string, value: Decimal, unit: Unit): FindingFigure => ({
  label,
  display: inUnit(value, unit),
  exact: toText(value),
});

/** Two decimals more than the unit's tell figures apart that print alike; beyond that a figure is a ratio that does not end. */
const MORE_PLACES = 2;

/** As reports print it, or with all its own decimals where those are few. @example inUnit(decimal('2.53'), days to one decimal) // '2.53 days' */
export function inUnit(value: Decimal, unit: Unit): string {
  const own = (toText(value).split('.')[1] ?? '').length;
  if (!('decimals' in unit) || own <= unit.decimals || own > unit.decimals + MORE_PLACES)
    return formatNumber(value, unit);
  return formatNumber(value, { ...unit, decimals: own });
}

/** A plain number with all its figures. @example plainly(decimal('1234.5')) // '1,234.5' */
export const plainly = (value: Decimal): string => grouped(toText(value));
