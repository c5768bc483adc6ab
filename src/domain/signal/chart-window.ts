import type { ReportingPeriod } from '../period/period.ts';
import { lastPeriods, periodsIn } from '../period/relate.ts';
import type { ChartSetting } from './chart-setting.ts';

/**
 * How many periods a control chart looks back: limits from figures much older than six years of quarters would say how
 * the service ran, not how it runs.
 */
export const CHART_PERIODS = 24;

/** How many periods a chart reaches back at most to one that somebody has chosen: ten years of months, thirty of quarters. */
export const LONGEST_CHART = 120;
/** Of years and half-years it reaches no further back than of quarters. */
const LONGEST_YEARS = 30;

/** An edition that was frozen before beginnings were kept holds none. */
type Decided = Pick<ChartSetting, 'baseline' | 'rebases'> & Partial<Pick<ChartSetting, 'begins'>>;

/**
 * The ISO day with which the control chart of a measure begins, where somebody's decision holds it: that of its first
 * period when the decision was made, else a rebase from before the last 24 periods. Null where the chart moves on with its
 * last 24 periods: nothing was decided, or it was of a later period, or of one that is out of reach.
 *
 * @example chartBegins({ baseline: 12, begins: '2010-04-01', rebases: [] }, periodOf('2018-19/Q2')) // '2010-04-01'
 */
export function chartBegins(chart: Decided | null, period: ReportingPeriod): string | null {
  if (chart === null) return null;
  const kept = chart.begins ?? null;
  const rebases = chart.rebases.map(({ from }) => from);
  const decided = kept === null ? rebases : [kept, ...rebases];
  if (decided.length === 0) return null;
  const reach = reachOf(period)[0]?.start ?? period.start;
  const begins = decided.sort().find((day) => day >= reach) ?? null;
  if (begins === null || begins > period.end) return null;
  // Without a beginning that was kept, the chart begins as all others do as long as they reach its rebases.
  return kept === null && begins >= usualFirst(period) ? null : begins;
}

/**
 * The baseline that a chart of a period is drawn with: as decided, or none where its first period is too long ago to be
 * drawn or has not come yet; with what a reader must know of it.
 *
 * @example baselineIn({ baseline: 12, begins: null, rebases: [] }, periodOf('2018-19/Q2')).note // 'The baseline of the first stretch moves …'
 */
export function baselineIn(
  chart: Decided,
  period: ReportingPeriod,
): { baseline: number | null; note: string | null } {
  const { baseline, begins } = chart;
  if (baseline === null || chartBegins(chart, period) !== null) return { baseline, note: null };
  if ((begins ?? null) === null) return { baseline, note: MOVES_ON };
  return { baseline: null, note: isOutOfReach(chart, period) ? OUT_OF_REACH : null };
}

const MOVES_ON =
  'The baseline of the first stretch moves on with each period, because it was decided before its first period was kept.';

const OUT_OF_REACH =
  'The baseline that was decided begins further back than a chart looks: mean and limits are of all figures drawn.';

/** True where the first period that was decided is too long ago to be drawn. */
export const isOutOfReach = ({ begins = null }: Pick<Decided, 'begins'>, period: ReportingPeriod): boolean =>
  begins !== null && begins < (reachOf(period)[0]?.start ?? period.start);

/**
 * The periods whose figures a chart is made of, oldest first: the last 24; where it begins with an earlier day, those
 * since then and the year before, without which neither a season nor figures to date could be unwound.
 *
 * @example chartPeriods(null, periodOf('2018-19/Q2')).length // 24
 */
export function chartPeriods(chart: Decided | null, period: ReportingPeriod): ReportingPeriod[] {
  const begins = chartBegins(chart, period);
  if (begins === null) return lastPeriods(period, CHART_PERIODS);
  const reached = reachOf(period).filter(({ end }) => end >= begins).length;
  return lastPeriods(period, Math.max(CHART_PERIODS, reached + inYear(period)));
}

const inYear = ({ year, span }: ReportingPeriod): number => periodsIn(year, span).length;

/** All that a chart could reach back to. */
const reachOf = (period: ReportingPeriod): ReportingPeriod[] =>
  lastPeriods(period, Math.min(LONGEST_CHART, LONGEST_YEARS * inYear(period)));

const usualFirst = (period: ReportingPeriod): string =>
  lastPeriods(period, CHART_PERIODS)[0]?.start ?? period.start;
