import type { Observation } from '../facts.ts';
import type { MeasureVersion } from '../measure/measure.ts';
import type { Position } from '../measure/position.ts';
import type { TypedFigure } from '../number/figure.ts';
import type { ReportingPeriod } from '../period/period.ts';
import { yearOf } from '../period/relate.ts';
import { prepareSeries } from '../statistics/prepare-series.ts';
import type { Icon, XmrChart } from '../statistics/xmr/chart.ts';
import type { Assurance, Variation } from '../statistics/xmr/icons.ts';
import { xmrChart } from '../statistics/xmr/xmr-chart.ts';
import { type ChartRules, type ChartSetting, usualChart } from './chart-setting.ts';
import { baselineIn, CHART_PERIODS, chartBegins } from './chart-window.ts';
import { figuresToChart, stepsOf } from './figures-to-chart.ts';

/** Where the measure stood, and what was promised, in one period of its series. */
export interface SignalPoint {
  period: ReportingPeriod;
  position: Pick<Position, 'figure'>;
  /** What happened in the period itself, of a measure whose position is a figure to date. */
  inPeriod: Pick<Observation, 'figure'> | null;
  target: TypedFigure | null;
  /** What was promised for the whole of its year. */
  yearTarget: TypedFigure | null;
}

type Decided = Omit<ChartSetting, 'measure'>;

export interface SignalInputs {
  version: Pick<MeasureVersion, 'unit' | 'polarity' | 'periodBasis'>;
  /** Oldest first, the period reported last. */
  series: readonly SignalPoint[];
  /** What the latest figure is judged by; null where nothing is promised for it. */
  target: TypedFigure | null;
  chart: Decided | null;
  rules: ChartRules;
}

/** What a control chart says of a measure: whether it has really changed, and whether its target can be met. */
export interface MeasureSignal {
  /** null where no chart can be drawn of such a measure. */
  chart: XmrChart | null;
  /** The periods of the points of the chart, in its order. */
  periods: readonly ReportingPeriod[];
  variation: Icon<Variation>;
  assurance: Icon<Assurance>;
  /** What the points are, where they are not the figures themselves; null where they are. */
  points: string | null;
  /** What a reader must know of a decided baseline that does not hold as it was decided; null where there is nothing. */
  baseline: string | null;
}

/**
 * The signal of a measure in a period: the XmR chart of its last periods.
 *
 * In: where it stood, in its unit; missing figures are gaps and never zero. Counts and amounts to date are charted by
 * what each period added, a percentage or an average to date by that of each period where it is held, and a seasonal
 * measure by the change on the year before; what cannot be charted at all (words, dates, rolling figures) says why.
 *
 * Source: Making Data Count; `docs/statistics.md`.
 * @example
 * // 13 quarters of 10 and 12 in turn against 20, higher is better:
 * signalOf(inputs).assurance.icon // 'fail': the target is unlikely to be met as the service now runs
 */
export function signalOf(inputs: SignalInputs): MeasureSignal {
  const { version, rules } = inputs;
  const decided = inputs.chart ?? usualChart;
  const { seasonal, rebases } = decided;
  const latest = inputs.series.at(-1)?.period;
  if (latest === undefined) return none('Nothing has been reported.');
  const begins = chartBegins(decided, latest);
  const held = figuresToChart(inputs);
  if ('why' in held) return none(held.why);
  const points = held.points.map(({ period, value }) => ({ date: period.end, value }));
  const nature = {
    basis: held.toDate ? ('toDate' as const) : ('discrete' as const),
    seasonal,
    unwind: true,
    yearBegins: yearBegins(inputs.series),
  };
  const prepared =
    version.periodBasis === 'rolling12'
      ? prepareSeries(points, { ...nature, basis: 'rolling12' })
      : prepareSeries(points, nature);
  if (prepared.kind === 'unsuitable') return none(prepared.sentence);
  const targets = prepared.kind === 'change' ? [] : stepsOf(held);
  const drawn = prepared.points.filter(({ date }) => begins === null || date >= begins);
  // Read in a period in which the baseline was not complete yet, or the rebase not made.
  if (begins !== null && !hasBegun(decided, drawn.length, latest)) return signalOf(undecided(inputs));
  const { baseline, note } = baselineIn(decided, latest);
  const chart = xmrChart({
    points: drawn,
    polarity: version.polarity,
    targets,
    rebases,
    settings: { ...rules, baseline },
  });
  const byDay = new Map(held.points.map(({ period }) => [period.end, period]));
  return {
    chart,
    periods: chart.points.flatMap(({ date }) => byDay.get(date) ?? []),
    variation: chart.variation,
    assurance: chart.assurance,
    points: prepared.kind === 'asItIs' ? held.what : prepared.sentence,
    baseline: note,
  };
}

const hasBegun = ({ baseline, rebases }: Decided, count: number, latest: ReportingPeriod): boolean =>
  baseline === null ? rebases.some(({ from }) => from <= latest.end) : count >= baseline;

const undecided = (inputs: SignalInputs): SignalInputs => ({
  ...inputs,
  series: inputs.series.slice(-CHART_PERIODS),
  chart: { ...(inputs.chart ?? usualChart), baseline: null, begins: null },
});

/** The month in which its years begin. */
const yearBegins = ([first]: readonly SignalPoint[]): number =>
  first === undefined ? 1 : Number(yearOf(first.period).start.slice(5, 7));

const none = (words: string): MeasureSignal => ({
  chart: null,
  periods: [],
  variation: { icon: null, date: null, words },
  assurance: { icon: null, date: null, words },
  points: null,
  baseline: null,
});
