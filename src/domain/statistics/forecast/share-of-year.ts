import { compare, type Decimal, decimal, divideTo } from '../../number/decimal.ts';
import { sum } from './year.ts';

/** Decimal places that a computed forecast keeps. */
export const FORECAST_PLACES = 12;

/** A full previous year: what had come in by the same period, and in all. */
export interface PreviousYear {
  readonly toDate: Decimal;
  readonly total: Decimal;
}

/**
 * Share of year: this year's figure to date over the share of their totals that previous years had by then, pooled;
 * `null` where nothing had come in by then, so that there is no share to divide by.
 * @example // 62 to date, where 160 of 358 had come in over three previous years by then: 138.725
 */
export function byShare(toDate: Decimal, years: readonly PreviousYear[]): Decimal | null {
  const before = pooled(years);
  if (compare(before.toDate, decimal('0')) === 0) return null;
  return divideTo(toDate.times(before.total), before.toDate, FORECAST_PLACES);
}

export interface ForecastRange {
  /**
   * `shares`: by the least and the greatest share of two previous years, a range and no interval. `leaveOneOut`: by
   * the errors that the method would have made in each previous year from the others. `meanOfPeriods`: an interval
   * at a level, for series without a season.
   */
  readonly by: 'shares' | 'leaveOneOut' | 'meanOfPeriods';
  readonly low: string;
  readonly high: string;
}

/** Low and high by each previous year's own share; null where one of them had nothing by then. */
export function rangeOfShares(toDate: Decimal, years: readonly PreviousYear[]): [Decimal, Decimal] | null {
  const each = years.map((year) => byShare(toDate, [year]));
  return ends(each);
}

/** (forecast - came true) / came true for each previous year, forecast from the others. */
export function leaveOneOutErrors(years: readonly PreviousYear[]): readonly Decimal[] | null {
  const errors = years.map((year) => {
    const forecast = byShare(
      year.toDate,
      years.filter((other) => other !== year),
    );
    if (forecast === null || compare(year.total, decimal('0')) === 0) return null;
    return divideTo(forecast.minus(year.total), year.total, FORECAST_PLACES);
  });
  return errors.every((error): error is Decimal => error !== null) ? errors : null;
}

/**
 * What the year would be if the forecast were as far out as it would have been in each previous year: forecast times
 * what came true over what would have been forecast, divided once, so that no rounding reaches a comparison.
 */
export function rangeOfErrors(toDate: Decimal, years: readonly PreviousYear[]): [Decimal, Decimal] | null {
  const all = pooled(years);
  const each = years.map((year) => {
    const others = pooled(years.filter((other) => other !== year));
    const over = toDate.times(all.total).times(year.total).times(others.toDate);
    const under = all.toDate.times(year.toDate).times(others.total);
    return compare(under, decimal('0')) === 0 ? null : divideTo(over, under, FORECAST_PLACES);
  });
  // Where every error was on one side the forecast itself still belongs to its range.
  return ends([...each, byShare(toDate, years)]);
}

const pooled = (years: readonly PreviousYear[]): PreviousYear => ({
  toDate: sum(years.map((year) => year.toDate)),
  total: sum(years.map((year) => year.total)),
});

function ends(each: readonly (Decimal | null)[]): [Decimal, Decimal] | null {
  if (!each.every((value): value is Decimal => value !== null) || each.length === 0) return null;
  const sorted = [...each].sort(compare);
  return [sorted[0] ?? decimal('0'), sorted.at(-1) ?? decimal('0')];
}
