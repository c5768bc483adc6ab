import type { SeriesLife } from './comparability.ts';
import type { Observation, ObservationRole, Recorded } from './facts.ts';
import type { MeasureVersion } from './measure/measure.ts';
import { type FindObservation, type Position, positionIn } from './measure/position.ts';
import { compare, type Decimal } from './number/decimal.ts';
import { missing, type TypedFigure } from './number/figure.ts';
import { once } from './once/once.ts';
import type { ReportingPeriod } from './period/period.ts';
import {
  isYearEnd,
  lastPeriods,
  periodsIn,
  predecessor,
  samePeriodLastYear,
  yearOf,
} from './period/relate.ts';
import type { ChartSetting } from './signal/chart-setting.ts';
import { chartPeriods } from './signal/chart-window.ts';
import type { PastPosition } from './snapshot.ts';
import { type Promises, promisesOf } from './target/promises.ts';
import type { TargetVersion } from './target/target.ts';

/** How many periods a sparkline looks back: two years of quarters. */
export const HISTORY = 8;

/** What is held of one measure, to be looked at from any number of periods: what they share is worked out once. */
export interface HeldFigures {
  positionIn(version: MeasureVersion, period: ReportingPeriod): Position;
  find: FindObservation;
  promisesIn(version: MeasureVersion, period: ReportingPeriod): Promises;
}

/** @param observations and targets of one measure, as known at the moment asked for */
export function heldFigures(
  observations: readonly Recorded<Observation>[],
  targets: readonly Recorded<TargetVersion>[],
): HeldFigures {
  const find = newestIn(observations);
  const positions = new Map<MeasureVersion, Map<string, Position>>();
  return {
    find,
    promisesIn: promisesOf(targets),
    positionIn(version, period) {
      const held = positions.get(version) ?? new Map<string, Position>();
      positions.set(version, held);
      const position = held.get(period.code) ?? positionIn(find, version, period);
      held.set(period.code, position);
      return position;
    },
  };
}

/** Where a measure stood in any period; of promises it knows nothing. */
function standings(
  version: MeasureVersion,
  { begins, broken }: SeriesLife,
  { find, positionIn }: Pick<HeldFigures, 'find' | 'positionIn'>,
) {
  const comparable = (figure: TypedFigure, end: string): TypedFigure =>
    broken !== null && end < broken.day && figure.kind !== 'missing'
      ? missing('notComparable', figure.typed)
      : figure;
  const standing = (each: ReportingPeriod): Position => {
    const position = positionIn(version, each);
    const { figure } = position;
    // Nothing was awaited of a measure before there was one.
    const before = each.end < begins && figure.kind === 'missing' && figure.reason === 'awaited';
    const shown = before ? missing('notDue') : comparable(figure, each.end);
    return shown === figure ? position : { ...position, figure: shown };
  };
  const isToDate = version.periodBasis === 'toDate';
  const inPeriod = (each: ReportingPeriod) => (isToDate ? find(each.code, 'actual') : null);
  return { comparable, standing, inPeriod };
}

/**
 * A series with other figures in some years. Where a measure stood rests on figures of the same year only, and what was
 * promised on none.
 *
 * @param observations of the measure, all that there are of those years
 */
export function seriesAgain(
  version: MeasureVersion,
  life: SeriesLife,
  series: readonly PastPosition[],
  years: ReadonlySet<string>,
  observations: readonly Recorded<Observation>[],
): PastPosition[] {
  const find = newestIn(observations);
  const { standing, inPeriod } = standings(version, life, {
    find,
    positionIn: (_, each) => positionIn(find, version, each),
  });
  return series.map((past) => {
    const { period } = past;
    if (!years.has(period.year)) return past;
    return { ...past, position: standing(period), inPeriod: inPeriod(period) };
  });
}

/** Where a measure stands in a period and stood before it, and what it was promised. */
export function figuresOf(
  version: MeasureVersion,
  period: ReportingPeriod,
  life: SeriesLife,
  held: HeldFigures,
  chart: ChartSetting | null,
) {
  const { find } = held;
  const { comparable, standing, inPeriod } = standings(version, life, held);
  const { breaks, broken } = life;
  const promises = held.promisesIn(version, period);
  const isToDate = version.periodBasis === 'toDate';
  const pastPosition = (each: ReportingPeriod): PastPosition => ({
    period: each,
    position: standing(each),
    inPeriod: inPeriod(each),
    // To date, the year ends with what is promised for the year.
    target:
      promises.figureFor(each.code, 'target') ??
      (isToDate && isYearEnd(each) ? promises.figureFor(each.year, 'target') : null),
    yearTarget: promises.figureFor(each.year, 'target'),
    tolerances: [each.year, each.code].flatMap((code) => promises.versionFor(code, 'tolerance') ?? []),
  });
  const lastYear = samePeriodLastYear(period);
  const history = lastPeriods(period, HISTORY).map(pastPosition);
  const series = once(() => [
    ...chartPeriods(chart, period).slice(0, -HISTORY).map(pastPosition),
    ...history,
  ]);
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
    history,
    series,
    previous: earlier(predecessor(period)),
    lastYear: earlier(lastYear),
    lastOutturn: comparableOutturn() ?? (isTheirs(yearOf(lastYear).end) ? missing('notComparable') : null),
    targetsProfiled: areProfiled(promises, period),
    breaks,
  };
}

/** Finds the newest of one measure's observations: the last recorded, of those of one moment the last written. */
export function newestIn(observations: readonly Recorded<Observation>[]): FindObservation {
  const newest = new Map<string, Map<ObservationRole, Recorded<Observation>>>();
  for (const each of observations) {
    const roles = newest.get(each.period) ?? new Map<ObservationRole, Recorded<Observation>>();
    newest.set(each.period, roles);
    const held = roles.get(each.role);
    if (held === undefined || each.recordedAt >= held.recordedAt) roles.set(each.role, each);
  }
  return (code, role) => newest.get(code)?.get(role) ?? null;
}

/** Whether the year's periods so far were promised different figures. */
function areProfiled({ figureFor }: Promises, period: ReportingPeriod): boolean {
  let first: Decimal | null = null;
  for (const each of periodsIn(period.year, period.span)) {
    const figure = figureFor(each.code, 'target');
    if (figure?.kind !== 'number') continue;
    if (first !== null && compare(first, figure.value) !== 0) return true;
    first ??= figure.value;
  }
  return false;
}
