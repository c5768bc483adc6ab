import { compare, decimal, divideTo, toText } from '../../number/decimal.ts';
import { FORECAST_PLACES } from './share-of-year.ts';
import type { YearEndForecast } from './year-end.ts';

export type Prospect = 'met' | 'missed' | 'likely' | 'tooCloseToCall' | 'unlikely';

/**
 * Whether a target will be met, by the whole range of the forecast: likely where all of it meets the target, unlikely
 * where none does. Without a range nothing is said (`null`): a single number cannot say how far to trust it. Equality
 * meets. `better` is which way is good.
 * @example // 137.9 to 139.2 against 135, higher is better: 'likely'; against 138: 'tooCloseToCall'
 */
export function prospect(
  forecast: YearEndForecast,
  target: string,
  better: 'higher' | 'lower',
): Prospect | null {
  if (forecast.method === 'none') return null;
  const meets = (value: string) => {
    const side = compare(decimal(value), decimal(target));
    return better === 'higher' ? side >= 0 : side <= 0;
  };
  if (forecast.method === 'complete') return meets(forecast.value) ? 'met' : 'missed';
  if (forecast.range === null) return null;
  const ends = [meets(forecast.range.low), meets(forecast.range.high)];
  if (ends.every(Boolean)) return 'likely';
  return ends.some(Boolean) ? 'tooCloseToCall' : 'unlikely';
}

/**
 * What each remaining period must come to, on average, for a total to be reached: (target - to date) / remaining.
 * Arithmetic, and so always honest; negative where more than the target is in already.
 *
 * @param toDate this year's sum so far, exact decimal text
 * @param remaining periods to come, a whole number; with none left there is nothing to require (`null`)
 * @example requiredRate('62', '135', 2) // '36.5'
 */
export function requiredRate(toDate: string, target: string, remaining: number): string | null {
  if (remaining <= 0) return null;
  const short = decimal(target).minus(decimal(toDate));
  return toText(divideTo(short, decimal(String(remaining)), FORECAST_PLACES));
}
