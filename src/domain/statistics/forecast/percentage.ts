import { compare, decimal, divideTo, hundred, toText } from '../../number/decimal.ts';
import { FORECAST_PLACES } from './share-of-year.ts';
import type { YearSeries } from './year.ts';
import { type YearEndForecast, yearEnd } from './year-end.ts';

/**
 * The year end of a percentage: its numerator and its denominator are forecast, then divided; percentages are never
 * averaged. It has no range: the errors of the two are not independent, and neither range says anything of their
 * ratio.
 * @throws RangeError where the two do not cover the same periods
 * @example // 40 of 50 and 45 of 50 so far, straight line: '85'
 */
export function percentageYearEnd(numerator: YearSeries, denominator: YearSeries): YearEndForecast {
  const shape = ({ perYear, previousYears, soFar }: YearSeries) =>
    [perYear, previousYears.length, soFar.length].join();
  if (shape(numerator) !== shape(denominator))
    throw new RangeError('numerator and denominator cover other periods');
  const above = yearEnd(numerator);
  const below = yearEnd(denominator);
  if (above.method === 'none') return above;
  if (below.method === 'none') return below;
  if (compare(decimal(below.value), decimal('0')) === 0)
    return { method: 'none', why: 'nothingByThenBefore' };
  const value = divideTo(decimal(above.value).times(hundred), decimal(below.value), FORECAST_PLACES);
  return { ...above, value: toText(value), range: null, lastYearPlusDifference: null };
}
