import { type Decimal, toText } from '../../domain/number/decimal.ts';
import { floatOf } from '../../domain/statistics/float.ts';
import { prepareSeries, type SeriesNature } from '../../domain/statistics/prepare-series.ts';
import { inOrder, type SeriesPoint } from '../../domain/statistics/series.ts';
import { smallNumbers } from '../../domain/statistics/small-numbers.ts';
import { type ChangeInputs, testedChange } from '../../domain/statistics/tested-change/ladder.ts';
import { TREND_POINTS } from '../../domain/statistics/trend/recent-trend.ts';
import type { Rebase } from '../../domain/statistics/xmr/chart.ts';
import { goodSide } from '../../domain/statistics/xmr/icons.ts';
import type { XmrSettings } from '../../domain/statistics/xmr/settings.ts';
import { xmrChart } from '../../domain/statistics/xmr/xmr-chart.ts';
import type { CountKind } from '../statistics/counted-rows.ts';
import type { NamedSeries } from './read-series.ts';

export interface DirectionAsked {
  readonly settings: XmrSettings;
  readonly nature: SeriesNature;
  readonly polarity: NamedSeries['polarity'];
  readonly rebases: readonly Rebase[];
  readonly kind: CountKind;
  /** What the values are of, so that the least change that matters is in their unit. */
  readonly per: number;
  readonly enough: Decimal;
}

/** The direction of travel of one series, as it is printed. */
export interface DirectionLine {
  readonly series: string;
  readonly date: string | null;
  readonly value: string | null;
  /** The period that it was compared with; null where the control chart or the recent trend spoke. */
  readonly comparedWith: string | null;
  readonly before: string | null;
  readonly change: string | null;
  readonly spokenBy: string | null;
  readonly oneCaseDecides: boolean;
  readonly smallNumbers: 'events' | 'denominator' | null;
  readonly words: string;
}

/** The direction of travel by the ladder of `testedChange`: the first test that what is held allows, named in words. */
export function directionOf(series: NamedSeries, asked: DirectionAsked): DirectionLine {
  const points = inOrder(series.points);
  const latest = points.at(-1);
  const polarity = series.polarity ?? asked.polarity;
  const good = goodSide(polarity);
  const prepared = prepareSeries(points, asked.nature);
  // A figure to date, a rolling one and one with a season stand beside the same period of the year before.
  const yearly =
    prepared.kind !== 'asItIs' && !(prepared.kind === 'unsuitable' && prepared.why === 'spacing');
  const before = latest && (yearly ? yearBefore(points, latest.date) : points.at(-2));
  const [now, then] = [latest, before].map(
    (point) => (point ? series.parts.get(point.date)?.counted : null) ?? null,
  );
  const inputs: ChangeInputs = {
    better: good > 0 ? 'higher' : good < 0 ? 'lower' : 'none',
    chart: chartOf(series, points, asked),
    periods: pairOf(asked.kind, now ?? null, then ?? null),
    enoughOfPeriods: floatOf(asked.enough) / asked.per,
    annual: annualOf(series, points, asked.nature),
    now: latest?.value ?? null,
    before: before?.value ?? null,
    enough: asked.enough,
  };
  const found = testedChange(inputs);
  const compares = found?.by === 'twoPeriods' || found?.by === 'notTested';
  return {
    series: series.name,
    date: latest?.date ?? null,
    value: latest?.value ? toText(latest.value) : null,
    comparedWith: compares ? (before?.date ?? null) : null,
    before: compares && before?.value ? toText(before.value) : null,
    change: found?.change ?? null,
    spokenBy: found?.by ?? null,
    oneCaseDecides: found?.oneCaseDecides ?? false,
    smallNumbers: smallNumbers({ count: now?.count ?? null, of: now?.of ?? null }),
    words: wordsOf(found, inputs, before?.date, asked.kind),
  };
}

function wordsOf(
  found: ReturnType<typeof testedChange>,
  inputs: ChangeInputs,
  before: string | undefined,
  kind: CountKind,
): string {
  if (inputs.now === null) return 'There is no figure for the latest period.';
  if (found === null) return 'There is nothing to compare it with.';
  if (found.by === 'chart') return `By the control chart of ${inputs.chart?.points} figures.`;
  if (found.by === 'recentTrend') return `By the trend of the latest ${TREND_POINTS} years, at 99.8%.`;
  if (found.by === 'notTested') return `Change on ${before}, not tested.`;
  const by = kind === 'rate' ? 'the exact interval of the ratio' : 'Newcombe’s interval of the difference';
  const one = found.oneCaseDecides ? ' One case more or fewer would have changed this.' : '';
  return `By ${by} to ${before}, at 95%.${one}`;
}

function yearBefore(points: readonly SeriesPoint[], date: string): SeriesPoint | undefined {
  const month = `${String(Number(date.slice(0, 4)) - 1).padStart(4, '0')}${date.slice(4, 7)}`;
  return points.find((point) => point.date.startsWith(month));
}

/** Nothing where a chart may not be drawn of the figures, and none of changes on a year before: those are not the level. */
function chartOf(
  series: NamedSeries,
  points: readonly SeriesPoint[],
  asked: DirectionAsked,
): ChangeInputs['chart'] {
  const prepared = prepareSeries(points, asked.nature);
  if (prepared.kind !== 'asItIs' && (prepared.kind !== 'inPeriod' || series.percentages)) return null;
  const { polarity, rebases, settings } = asked;
  const chart = xmrChart({
    points: prepared.points,
    polarity: series.polarity ?? polarity,
    rebases,
    settings,
  });
  const segment = chart.segments.at(-1);
  if (segment === undefined || segment.state === 'noRange') return null;
  return { points: segment.count, signal: chart.points.at(-1)?.label?.side ?? 'none' };
}

type Counted = { readonly count: number; readonly of: number } | null;

function pairOf(kind: CountKind, now: Counted, before: Counted): ChangeInputs['periods'] {
  if (now === null || before === null) return null;
  const events = ({ count, of }: NonNullable<Counted>) => ({ events: count, exposure: of });
  return kind === 'rate' ? { of: kind, now: events(now), before: events(before) } : { of: kind, now, before };
}

/** The latest five annual values with the intervals that were given; null where a year of them, or its interval, is missing. */
function annualOf(
  series: NamedSeries,
  points: readonly SeriesPoint[],
  { basis }: SeriesNature,
): ChangeInputs['annual'] {
  const latest = points.slice(-TREND_POINTS);
  const year = ({ date }: SeriesPoint) => Number(date.slice(0, 4));
  const first = latest[0];
  if (first === undefined || (basis !== null && basis !== 'annual')) return null;
  const month = (date: string) => date.slice(5, 7);
  if (!latest.every((each, at) => year(each) === year(first) + at && month(each.date) === month(first.date)))
    return null;
  const held = latest.map(({ date, value }) => {
    const bounds = series.parts.get(date)?.bounds;
    return value === null || !bounds ? null : { value: floatOf(value), ...bounds };
  });
  return held.every((each) => each !== null) ? held : null;
}
