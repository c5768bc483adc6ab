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

/** As reports print it, with more decimals than the unit's only where the value needs them to be told apart. */
export const inUnit = (value: Decimal, unit: Unit): string => formatNumber(value, unit);

/** A plain number with all its figures. @example plainly(decimal('1234.5')) // '1,234.5' */
export const plainly = (value: Decimal): string => grouped(toText(value));
