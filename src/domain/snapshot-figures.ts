import { newestByKey } from './by-key.ts';
import type { SeriesLife } from './comparability.ts';
import type { Observation, Recorded } from './facts.ts';
import type { MeasureVersion } from './measure/measure.ts';
import { type FindObservation, type Position, positionIn } from './measure/position.ts';
import { toText } from './number/decimal.ts';
import { missing, type TypedFigure } from './number/figure.ts';
import type { ReportingPeriod } from './period/period.ts';
import {
  isYearEnd,
  lastPeriods,
  periodsIn,
  predecessor,
  samePeriodLastYear,
  yearOf,
} from './period/relate.ts';
import { type Promises, promisesIn } from './target/promises.ts';
import type { TargetVersion } from './target/target.ts';

/** How many periods a sparkline looks back: two years of quarters. */
export const HISTORY = 8;

/**
 * How many periods a control chart looks back: limits from figures much older than six years of quarters would say how
 * the service ran, not how it runs.
 */
export const CHART_PERIODS = 24;

/** Where a measure stands in a period and stood before it, and what it was promised. */
export function figuresOf(
  version: MeasureVersion,
  period: ReportingPeriod,
  { begins, breaks, broken }: SeriesLife,
  observations: readonly Recorded<Observation>[],
  targets: readonly Recorded<TargetVersion>[],
) {
  const find = newestIn(observations);
  const promises = promisesIn(targets, period);
  const lastYear = samePeriodLastYear(period);
  const comparable = (figure: TypedFigure, end: string): TypedFigure =>
    broken !== null && end < broken.day && figure.kind !== 'missing'
      ? missing('notComparable', figure.typed)
      : figure;
  const standing = (each: ReportingPeriod): Position => {
    const position = positionIn(find, version, each);
    const { figure } = position;
    // Nothing was awaited of a measure before there was one.
    const before = each.end < begins && figure.kind === 'missing' && figure.reason === 'awaited';
    return { ...position, figure: before ? missing('notDue') : comparable(figure, each.end) };
  };
  const isToDate = version.periodBasis === 'toDate';
  const series = lastPeriods(period, CHART_PERIODS).map((each) => ({
    period: each,
    position: standing(each),
    inPeriod: isToDate ? find(each.code, 'actual') : null,
    // To date, the year ends with what is promised for the year.
    target:
      promises.figureFor(each.code, 'target') ??
      (isToDate && isYearEnd(each) ? promises.figureFor(each.year, 'target') : null),
    tolerances: [each.year, each.code].flatMap((code) => promises.versionFor(code, 'tolerance') ?? []),
  }));
  /** Last year's year-end value: the outturn where recorded, else where the measure stood over the whole year. */
  const comparableOutturn = () => {
    const outturn = find(lastYear.year, 'outturn')?.figure ?? standing(yearOf(lastYear)).figure;
    return outturn.kind === 'missing' && outturn.reason !== 'notComparable'
      ? null
      : comparable(outturn, yearOf(lastYear).end);
  };
  // Of a measure made from others there are earlier figures, but they are theirs.
  const isTheirs = (end: string) => broken !== null && broken.from.length > 0 && end < broken.day;
  const earlier = (each: ReportingPeriod): Position => {
    const position = standing(each);
    return position.figure.kind === 'missing' && isTheirs(each.end)
      ? { ...position, figure: missing('notComparable') }
      : position;
  };
  return {
    position: standing(period),
    forecast: find(period.code, 'forecast'),
    periodTargets: promises.periodTargets,
    yearTargets: promises.yearTargets,
    original: promises.original,
    amended: promises.amended,
    history: series.slice(-HISTORY),
    series,
    previous: earlier(predecessor(period)),
    lastYear: earlier(lastYear),
    lastOutturn: comparableOutturn() ?? (isTheirs(yearOf(lastYear).end) ? missing('notComparable') : null),
    targetsProfiled: areProfiled(promises, period),
    breaks,
  };
}

/** Finds the newest of one measure's observations. */
export function newestIn(observations: readonly Recorded<Observation>[]): FindObservation {
  const newest = newestByKey(observations, (each) => `${each.period}|${each.role}`);
  return (code, role) => newest.get(`${code}|${role}`) ?? null;
}

/** Whether the year's periods so far were promised different figures. */
function areProfiled({ figureFor }: Promises, period: ReportingPeriod): boolean {
  const promisedFigures = periodsIn(period.year, period.span).flatMap((each) => {
    const figure = figureFor(each.code, 'target');
    return figure?.kind === 'number' ? [toText(figure.value)] : [];
  });
  return new Set(promisedFigures).size > 1;
}
