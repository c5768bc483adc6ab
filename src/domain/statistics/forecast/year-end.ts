import { type Decimal, decimal, divideTo, toText } from '../../number/decimal.ts';
import { byMean } from './mean-of-periods.ts';
import {
  byShare,
  FORECAST_PLACES,
  type ForecastRange,
  type PreviousYear,
  rangeOfErrors,
  rangeOfShares,
} from './share-of-year.ts';
import { complete, MOST_YEARS, sum, type YearSeries } from './year.ts';

/** Why there is no forecast; the words a reader sees are chosen where they are shown. */
export type NoForecast = 'nothingYet' | 'missingPeriod' | 'tooEarly' | 'nothingByThenBefore';

export interface YearEnd {
  /** `complete`: the year is over, its end is arithmetic. `runRate` is a straight line that ignores the season. */
  readonly method: 'complete' | 'shareOfYear' | 'meanOfPeriods' | 'runRate' | 'lastValue';
  /** Exact decimal text, in the unit of the figures. */
  readonly value: string;
  /** null where no honest range can be given. */
  readonly range: ForecastRange | null;
  /** Last year's total and this year's difference to date, beside the share of year. */
  readonly lastYearPlusDifference: string | null;
  readonly yearsUsed: number;
}

export type YearEndForecast = YearEnd | { readonly method: 'none'; readonly why: NoForecast };

/**
 * The year end by the ladder: complete; a stock's last value; the mean of periods where no season was said; the share
 * of year where a full previous year is held; a straight line from the third month or second quarter; else none. A
 * previous year with a missing figure is not used; a missing figure this year stops the forecast.
 * Source: own backtest of six methods (share of year errs 2 to 4% of a quarterly total where run rate errs 6 to 20%),
 * and Forecasting: Principles and Practice 13.7 on short series.
 *
 * @param level of the interval where there is one: 0.8 unless told otherwise
 * @throws RangeError where there are more figures this year than periods, or a previous year is not a whole one
 * @example
 * yearEnd({ kind: 'flow', perYear: 4, previousYears: [['20', '29', '37', '24']], soFar: ['22', '31'] })
 * // { method: 'shareOfYear', value: '118.979591836735', range: null, lastYearPlusDifference: '114', yearsUsed: 1 }
 */
export function yearEnd(series: YearSeries, level = 0.8): YearEndForecast {
  const { kind, perYear, previousYears, soFar } = series;
  if (soFar.length > perYear || previousYears.some((year) => year.length !== perYear)) {
    throw new RangeError(`a year has ${perYear} figures, and this one no more`);
  }
  const figures = complete(soFar);
  if (figures === null) return { method: 'none', why: 'missingPeriod' };
  const last = figures.at(-1);
  if (last === undefined) return { method: 'none', why: 'nothingYet' };
  const toDate = kind === 'stock' ? last : sum(figures);
  if (figures.length === perYear) return found('complete', toDate);
  if (kind === 'stock') return found('lastValue', toDate);

  const recent = previousYears.slice(-MOST_YEARS).map(complete);
  const used = recent.filter((year): year is readonly Decimal[] => year !== null);
  if (series.noSeason && used.length > 0) {
    const all = [...used.flat(), ...figures];
    const { total, low, high } = byMean(toDate, all, perYear - figures.length, level);
    return found('meanOfPeriods', total, {
      range: range('meanOfPeriods', [low, high]),
      yearsUsed: used.length,
    });
  }
  if (used.length > 0) {
    const years = used.map((year) => ({ toDate: sum(year.slice(0, figures.length)), total: sum(year) }));
    const lastYear = recent.at(-1) === null ? null : (years.at(-1) ?? null);
    return fromShares(toDate, years, lastYear);
  }
  if (figures.length < (perYear === 12 ? 3 : 2)) return { method: 'none', why: 'tooEarly' };
  const times = decimal(String(perYear));
  return found('runRate', divideTo(toDate.times(times), decimal(String(figures.length)), FORECAST_PLACES));
}

function fromShares(
  toDate: Decimal,
  years: readonly PreviousYear[],
  lastYear: PreviousYear | null,
): YearEndForecast {
  const value = byShare(toDate, years);
  if (value === null) return { method: 'none', why: 'nothingByThenBefore' };
  const difference = lastYear === null ? null : toText(lastYear.total.plus(toDate).minus(lastYear.toDate));
  const given = { lastYearPlusDifference: difference, yearsUsed: years.length };
  if (years.length === 1) return found('shareOfYear', value, given);
  const ends = years.length === 2 ? rangeOfShares(toDate, years) : rangeOfErrors(toDate, years);
  const by = years.length === 2 ? 'shares' : 'leaveOneOut';
  return found('shareOfYear', value, { ...given, range: ends && range(by, ends) });
}

const range = (by: ForecastRange['by'], [low, high]: readonly [Decimal, Decimal]): ForecastRange => ({
  by,
  low: toText(low),
  high: toText(high),
});

const found = (method: YearEnd['method'], value: Decimal, rest: Partial<YearEnd> = {}): YearEnd => ({
  method,
  value: toText(value),
  range: null,
  lastYearPlusDifference: null,
  yearsUsed: 0,
  ...rest,
});
