import { type Decimal, decimal, divideTo, toText } from '../../number/decimal.ts';
import { studentReach } from '../distributions/student.ts';
import { decimalOf } from '../float-text.ts';
import { FORECAST_PLACES } from './share-of-year.ts';
import { sum } from './year.ts';

/**
 * The rest of the year at the mean of every period held, for series without a season, with an interval of that sum:
 * variance s² (h + h²/n), Student's t with n - 1 degrees of freedom.
 * Source: R. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, 5.2 and 5.5.
 *
 * @param all every figure held, previous years and this one, at least two
 * @param level share of intervals that hold the year's end
 * @example // 14 quarters of mean 30, two to come: 62 + 60 = 122, from 107.63 to 136.37 at 80%
 */
export function byMean(toDate: Decimal, all: readonly Decimal[], remaining: number, level: number) {
  const n = all.length;
  const h = decimal(String(remaining));
  const total = toDate.plus(divideTo(sum(all).times(h), decimal(String(n)), FORECAST_PLACES));
  const values = all.map((figure) => Number(toText(figure)));
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1);
  const error = Math.sqrt(variance * (remaining + remaining ** 2 / n));
  const half = decimalOf(studentReach(level, n - 1) * error);
  return { total, low: total.minus(half), high: total.plus(half) };
}
