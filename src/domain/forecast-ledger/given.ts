import type { Observation, Recorded } from '../facts.ts';
import type { TypedFigure } from '../number/figure.ts';
import { sameFigure } from '../number/same-figure.ts';
import { periodOf } from '../period/parse.ts';
import type { ReportingPeriod } from '../period/period.ts';
import { comparePeriods, yearOf } from '../period/relate.ts';

/** All forecasts that were given for one year in one period of it. */
export interface ForecastOfPeriod {
  period: ReportingPeriod;
  /** Every version in the order in which they were recorded; never empty. */
  versions: readonly Recorded<Observation>[];
  /** The one that counts. */
  counted: Recorded<Observation>;
  /** True where every version was recorded when the outturn was known already: history that was brought in. */
  afterwards: boolean;
}

/**
 * The forecasts of a year, one for each period in which any was given, in the order of the periods. Of a period the last
 * version counts that was recorded before the outturn was known; where all of them were recorded later (old reports
 * brought in) the last of them. One given for the period that ends the year is its outturn, and no forecast.
 *
 * @param observations of one measure, in any order: only those of the role `forecast` are looked at
 * @param outturnKnownAt ISO instant; null while it is not known
 * @example givenIn(observations, '2017-18', '2018-04-12T15:00:00.000Z').map(({ period }) => period.code)
 * // ['2017-18/Q1', '2017-18/Q2', '2017-18/Q3']
 */
export function givenIn(
  observations: readonly Recorded<Observation>[],
  year: string,
  outturnKnownAt: string | null,
): ForecastOfPeriod[] {
  const byPeriod = new Map<string, Recorded<Observation>[]>();
  for (const each of observations) {
    if (each.role !== 'forecast' || each.period.split('/', 1)[0] !== year) continue;
    byPeriod.set(each.period, [...(byPeriod.get(each.period) ?? []), each]);
  }
  return [...byPeriod]
    .map(([code, all]) => ({ period: periodOf(code), all: [...all].sort(byMoment) }))
    .filter(({ period }) => period.end < yearOf(period).end)
    .sort((a, b) => comparePeriods(a.period, b.period))
    .flatMap(({ period, all }) => {
      const before = outturnKnownAt === null ? all : all.filter((each) => each.recordedAt < outturnKnownAt);
      const counted = before.at(-1) ?? all.at(-1);
      if (counted === undefined) return [];
      return [{ period, versions: all, counted, afterwards: before.length === 0 }];
    });
}

/** Of two of one moment the order in which they were written stands: sorting keeps it. */
const byMoment = (a: { recordedAt: string }, b: { recordedAt: string }): number =>
  a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0;

/** How often the figure that counts became another through the year. @example revisionsOf([90, 88, 88]) // 1 */
export const revisionsOf = (figures: readonly TypedFigure[]): number =>
  figures.filter((figure, index) => {
    const before = figures[index - 1];
    return before !== undefined && !sameFigure(figure, before);
  }).length;
