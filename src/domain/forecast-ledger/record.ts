import { type Decimal, decimal, divideTo, toText, zero } from '../number/decimal.ts';
import type { Outcome } from '../status/outcome.ts';
import type { PastForecast } from './came-true.ts';

/** With fewer past forecasts than this nothing is said of how often they came true. */
export const FEWEST = 3;

/** How past forecasts did: of one measure, of an owner, of a directorate, of the authority. */
export interface ForecastRecord {
  /** Past forecasts with a status, an outturn with a status, and a target: all that is counted. */
  forecasts: number;
  /** Years they are from: three forecasts of one year are judged by one outturn. */
  years: number;
  cameTrue: number;
  better: number;
  worse: number;
  /** Of those with a side: the figure was better than what came, worse than it, or the same. */
  hopeful: number;
  cautious: number;
  exact: number;
  /** Only the first of each year. */
  first: { forecasts: number; cameTrue: number };
  /** True where there are too few to say how often they came true. */
  tooFew: boolean;
}

/**
 * Counts past forecasts. Forecasts are counted, not years: each of them was given to somebody who decided by it.
 * @example recordOf([3 of 2016-17 and 3 of 2017-18, 4 of which came true]).cameTrue // 4, of 6
 */
export function recordOf(all: readonly PastForecast[]): ForecastRecord {
  const count = (matches: (each: PastForecast) => boolean) => all.filter(matches).length;
  const first = all.filter(({ isFirst }) => isFirst);
  return {
    forecasts: all.length,
    years: new Set(all.map(({ year }) => year)).size,
    cameTrue: count(({ came }) => came === 'true'),
    better: count(({ came }) => came === 'better'),
    worse: count(({ came }) => came === 'worse'),
    hopeful: count(({ lean }) => lean === 'hopeful'),
    cautious: count(({ lean }) => lean === 'cautious'),
    exact: count(({ lean }) => lean === 'exact'),
    first: { forecasts: first.length, cameTrue: first.filter(({ came }) => came === 'true').length },
    tooFew: all.length < FEWEST,
  };
}

/** Which way a record leans: `even` where as many were on one side as on the other; null where too few have a side. */
export type Bias = 'hopeful' | 'cautious' | 'even';

export function biasOf({ hopeful, cautious, exact }: ForecastRecord): Bias | null {
  if (hopeful + cautious + exact < FEWEST) return null;
  if (hopeful === cautious) return 'even';
  return hopeful > cautious ? 'hopeful' : 'cautious';
}

/** Places kept of a mean; far beyond any printed figure. */
const MEAN_PLACES = 12;

/**
 * The mean of forecast less outturn, of one measure: exact decimal text in its unit; null with too few to say.
 * @example meanError([+2, +1, 0]) // '1'
 */
export function meanError(all: readonly PastForecast[]): string | null {
  const errors = all.flatMap(({ error }) => (error === null ? [] : [decimal(error)]));
  if (errors.length < FEWEST) return null;
  const sum = errors.reduce((total: Decimal, each) => total.plus(each), zero);
  return toText(divideTo(sum, decimal(String(errors.length)), MEAN_PLACES));
}

/** Of past forecasts of one status, given while the measure had another: how many came true. */
export interface Crossing {
  from: Outcome;
  to: Outcome;
  forecasts: number;
  cameTrue: number;
}

/**
 * From what status to what was forecast, each once, most often first.
 * @example crossingsOf(all)[0] // { from: Red, to: Green, forecasts: 11, cameTrue: 3 }
 */
export function crossingsOf(all: readonly PastForecast[]): Crossing[] {
  const found = new Map<string, Crossing>();
  for (const { statusThen, forecastStatus: to, came } of all) {
    if (statusThen === null) continue;
    const key = `${statusThen.id}|${to.id}`;
    const held = found.get(key) ?? { from: statusThen, to, forecasts: 0, cameTrue: 0 };
    found.set(key, {
      ...held,
      forecasts: held.forecasts + 1,
      cameTrue: held.cameTrue + (came === 'true' ? 1 : 0),
    });
  }
  return [...found.values()].sort(
    (a, b) => b.forecasts - a.forecasts || a.from.rank - b.from.rank || a.to.rank - b.to.rank,
  );
}
