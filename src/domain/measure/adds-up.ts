import type { ReportingPeriod } from '../period/period.ts';
import { isYearEnd } from '../period/relate.ts';
import type { MeasureVersion } from './measure.ts';

type Counted = Pick<MeasureVersion, 'unit' | 'periodBasis' | 'frequency'>;

/** Whether the figures of the periods make that of the year when they are added up, as counts and amounts do. */
export const addsUp = ({ unit, periodBasis }: Pick<MeasureVersion, 'unit' | 'periodBasis'>): boolean =>
  (unit.kind === 'number' || unit.kind === 'currency') &&
  (periodBasis === 'discrete' || periodBasis === 'toDate');

/**
 * Whether what is promised for the end of a year can be held against the figure of a period of it. A percentage, a rate
 * or a level is the same kind of figure in every period. A count that runs through the year has come to the year's at
 * its end alone. A count of each period by itself is never the year's: the last quarter has no more than its own part.
 *
 * @example of missed bins, counted by the quarter: false in 2018-19/Q4, true for the year 2018-19
 * @example of library visits, counted to date: true in 2018-19/Q4, false in 2018-19/Q3
 */
export function isLikeYear(measure: Counted, period: ReportingPeriod): boolean {
  if (period.span === 'year' || !addsUp(measure)) return true;
  // An annual figure stands in the period that ends the year.
  return isYearEnd(period) && (measure.periodBasis === 'toDate' || measure.frequency === 'year');
}
