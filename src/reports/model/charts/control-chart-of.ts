import { formatDate } from '../../../domain/number/date.ts';
import type { Unit } from '../../../domain/number/unit.ts';
import type { XmrChart, XmrPoint, XmrSegment } from '../../../domain/statistics/xmr/chart.ts';
import type { Variation } from '../../../domain/statistics/xmr/icons.ts';
import type { RuleMet } from '../../../domain/statistics/xmr/rules.ts';
import type { ChartValue, Signal } from './chart.ts';
import { type ChartFigures, chartFigures } from './chart-figures.ts';
import type { ControlChart, ControlPoint, ControlSegment } from './control-chart.ts';

export interface ControlChartAsked {
  chart: XmrChart;
  title: string;
  unit: Unit;
  /** By ISO date of a point: its period, and what is printed of its figure or why there is none. */
  named: ReadonlyMap<string, { label: string; display: string }>;
  /** What no figure can pass; a percentage keeps to 0 and 100 unless told otherwise. */
  bounds?: ControlChart['bounds'];
  ownHeadline?: string | null;
  /** What is to be known of the series before it was drawn: the sentence of `prepareSeries` among them. */
  prepared?: readonly string[];
}

/** An XmR chart as it is drawn, tabled and told: nothing in it is worked out again. */
export function controlChartOf(asked: ControlChartAsked): ControlChart {
  const { chart, title, named, ownHeadline = null, prepared = [] } = asked;
  const figures = chartFigures(asked.unit);
  const bounds = asked.bounds ?? usualBounds(asked.unit);
  const labelAt = (date: string) => named.get(date)?.label ?? date;
  return {
    kind: 'xmr',
    title,
    unit: figures.unit,
    headline: headline(chart, labelAt),
    ownHeadline,
    notes: notesOf(chart, labelAt, figures, bounds, prepared),
    bounds,
    points: pointsOf(chart.points, figures, named),
    segments: chart.segments.map((segment, at) => segmentOf(segment, at, chart, figures, labelAt)),
  };
}

const usualBounds = ({ kind }: Unit): ControlChart['bounds'] =>
  kind === 'percentage' ? { least: '0', most: '100' } : { least: null, most: null };

function pointsOf(
  points: readonly XmrPoint[],
  { charted }: ChartFigures,
  named: ControlChartAsked['named'],
): ControlPoint[] {
  // A target holds for many points, and figures come again: each is written once.
  const written = new Map<number, ChartValue>();
  const figure = (float: number | null): ChartValue | null => {
    if (float === null) return null;
    const found = written.get(float) ?? charted(float);
    written.set(float, found);
    return found;
  };
  return points.map((point) => {
    const name = named.get(point.date);
    const own = figure(point.value);
    return {
      label: name?.label ?? point.date,
      value: own,
      display: own?.display ?? name?.display ?? 'No figure',
      target: figure(point.target),
      signal: signalOf(point.variation),
      rules: point.rules.map(ruleInWords),
    };
  });
}

/** What a variation is drawn as; null for usual variation, and where nothing can be said. */
export function signalOf(variation: XmrPoint['variation']): Signal | null {
  return variation === null ? null : SIGNALS[variation];
}

const SIGNALS: Readonly<Record<Variation, Signal | null>> = {
  common_cause: null,
  improvement_high: 'improvement',
  improvement_low: 'improvement',
  concern_high: 'concern',
  concern_low: 'concern',
  neutral_high: 'neutral',
  neutral_low: 'neutral',
};

/** @example ruleInWords({ rule: 'shift', side: 'low' }) // 'seven or more in a row below the mean' */
export function ruleInWords({ rule, side }: RuleMet): string {
  const [above, upper, rising] =
    side === 'high' ? ['above', 'upper', 'rising'] : ['below', 'lower', 'falling'];
  return {
    outside: `${above} the ${upper} limit`,
    trend: `seven or more in a row ${rising}`,
    twoOfThree: `two of three near the ${upper} limit`,
    shift: `seven or more in a row ${above} the mean`,
  }[rule];
}

function segmentOf(
  segment: XmrSegment,
  at: number,
  { points }: XmrChart,
  { computed }: ChartFigures,
  labelAt: (date: string) => string,
): ControlSegment {
  const { limits, state, mean, runChart, rebase } = segment;
  const median = runChart?.median ?? null;
  return {
    from: points.findIndex((point) => point.segment === at),
    to: points.findLastIndex((point) => point.segment === at),
    state: state === 'limits' || state === 'trial' ? state : 'run',
    rebase: rebase === null ? null : `New limits from ${labelAt(segment.from)}`,
    // Every figure is the mean where all are the same: a line upon a line says nothing.
    mean: mean === null || state === 'constant' ? null : computed(mean),
    median: median === null ? null : computed(median),
    limits:
      limits === null
        ? null
        : {
            lower: computed(limits.lower),
            upper: computed(limits.upper),
            nearLower: computed(limits.nearLower),
            nearUpper: computed(limits.nearUpper),
          },
  };
}

/** `Q2 2018-19: lower than usual variation explains: a change for the worse. The target is unlikely to be met…` */
function headline({ variation, assurance }: XmrChart, labelAt: (date: string) => string): string {
  const says =
    variation.date === null ? variation.words : `${labelAt(variation.date)}: ${begun(variation.words)}`;
  return assurance.icon === null ? says : `${says} ${assurance.words}`;
}

const begun = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

function notesOf(
  { segments, settings }: XmrChart,
  labelAt: (date: string) => string,
  { computed }: ChartFigures,
  { least, most }: ControlChart['bounds'],
  prepared: readonly string[],
): string[] {
  const rebases = segments.flatMap(({ rebase, from }) =>
    rebase === null
      ? []
      : [
          `New limits from ${labelAt(from)}: ${rebase.reason} (${rebase.author}, ${formatDate(rebase.decidedOn)}).`,
        ],
  );
  const last = segments.at(-1);
  const stated = segments.flatMap(({ note, from, to }) => {
    if (note === null) return [];
    return segments.length === 1 ? [note] : [`${labelAt(from)} to ${labelAt(to)}: ${begun(note)}`];
  });
  const limits = last?.limits ?? null;
  const cut: string[] = [];
  if (limits !== null && most !== null && limits.upper > Number(most))
    cut.push(
      `The upper limit, ${computed(limits.upper).display}, is drawn at ${computed(Number(most)).display}, which no figure can pass.`,
    );
  if (limits !== null && least !== null && limits.lower < Number(least))
    cut.push(
      `The lower limit, ${computed(limits.lower).display}, is drawn at ${computed(Number(least)).display}, which no figure can pass.`,
    );
  const how =
    limits === null
      ? []
      : [
          `Limits by the rules of Making Data Count, ${settings.screening ? 'with' : 'without'} screening of large steps${
            settings.baseline === null ? '' : `, from the first ${settings.baseline} periods`
          }.`,
        ];
  return [...prepared, ...stated, ...rebases, ...cut, ...how];
}
