import type { PeriodBasis } from '../measure/measure.ts';
import { type Decimal, zero } from '../number/decimal.ts';
import { inOrder, type SeriesPoint } from './series.ts';

/** What is known of a series that decides whether a control chart may be drawn of it. */
export interface SeriesNature {
  /** Null while nobody has said: then a series that looks like one to date is taken for one. */
  readonly basis: PeriodBasis | null;
  /** True where the service has a season: summer and winter differ every year. */
  readonly seasonal: boolean;
  /** True to turn what cannot be drawn into what can: the amount in each period, the change on a year before. */
  readonly unwind: boolean;
  /** The month a year begins in: 4 for the financial year. */
  readonly yearBegins: number;
}

export type PreparedSeries =
  | { readonly kind: 'asItIs'; readonly points: readonly SeriesPoint[] }
  /** `sentence` says what the points now are; a target for the figures themselves no longer applies to a `change`. */
  | {
      readonly kind: 'inPeriod' | 'change';
      readonly points: readonly SeriesPoint[];
      readonly sentence: string;
    }
  | {
      readonly kind: 'unsuitable';
      readonly why: 'toDate' | 'rolling12' | 'seasonal' | 'spacing';
      readonly sentence: string;
    };

const unsuitable = (
  why: Extract<PreparedSeries, { kind: 'unsuitable' }>['why'],
  sentence: string,
): PreparedSeries => ({ kind: 'unsuitable', why, sentence });

/**
 * A series as an XmR chart may have it, or why it may not. Limits rest on the step from one period to the next: in a
 * series to date each figure holds the one before, in a rolling one eleven months of it, and a season is a step
 * that comes every year. None of them is drawn as it stands.
 *
 * Unwinding is exact. To date: each figure less the one before it in its year, the first period's as it is; of counts
 * and amounts only, never of percentages. Season: each figure less that of the same period a year before. A
 * missing figure takes away every difference that needs it; nothing is taken for zero.
 *
 * Source: Making Data Count and reference cases `cumulative_misuse` and `seasonal_monthly_36`: swollen limits, false runs.
 * @example
 * // to date 5, 9, 15 in April, May, June: 5, 4, 6 in the periods
 * prepareSeries(points, { basis: 'toDate', seasonal: false, unwind: true, yearBegins: 4 })
 */
export function prepareSeries(points: readonly SeriesPoint[], nature: SeriesNature): PreparedSeries {
  const { basis, seasonal, unwind } = nature;
  const ordered = inOrder(points);
  if (basis === 'rolling12') {
    return unsuitable(
      'rolling12',
      'Each rolling figure shares eleven months with the one before, so that limits would be far too narrow. Chart the figure of each period.',
    );
  }
  const toDate = basis === 'toDate' || (basis === null && looksToDate(ordered, nature.yearBegins));
  if ((toDate || seasonal) && unwind && monthsApart(ordered) === null) {
    return unsuitable(
      'spacing',
      'A series can be unwound where its periods are months, quarters or half-years, one after the other.',
    );
  }
  if (toDate && !unwind) {
    const how = basis === null ? 'These figures look like figures to date: each' : 'Each figure to date';
    return unsuitable(
      'toDate',
      `${how} holds the one before it, so that limits would mean nothing. Chart the amount of each period.`,
    );
  }
  if (seasonal && !unwind) {
    return unsuitable(
      'seasonal',
      'A season swells the limits and makes false runs. Chart the change on the same period of the year before.',
    );
  }
  const inPeriods = toDate ? unwound(ordered, nature.yearBegins) : ordered;
  if (seasonal) {
    return {
      kind: 'change',
      points: changes(inPeriods),
      sentence:
        'The points are changes on the same period of the year before, because the series has a season.',
    };
  }
  if (!toDate) return { kind: 'asItIs', points: ordered };
  return {
    kind: 'inPeriod',
    points: inPeriods,
    sentence: 'The points are the amounts of each period, worked out from the figures to date.',
  };
}

const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** The months from one period to the next: 1, 3 or 6; null for any other spacing. A missing period is no other spacing. */
function monthsApart(points: readonly SeriesPoint[]): 1 | 3 | 6 | null {
  let least = 12;
  points.forEach(({ date }, at) => {
    const before = points[at - 1];
    if (before !== undefined) least = Math.min(least, monthOf(date) - monthOf(before.date));
  });
  const even = points.every(({ date }) => (monthOf(date) - monthOf(points[0]?.date ?? date)) % least === 0);
  return even && (least === 1 || least === 3 || least === 6) ? least : null;
}

const yearOf = (month: number, yearBegins: number): number => Math.floor((month - (yearBegins - 1)) / 12);

function unwound(points: readonly SeriesPoint[], yearBegins: number): SeriesPoint[] {
  const apart = monthsApart(points) ?? 1;
  const held = byMonth(points);
  return points.map(({ date, value }) => {
    const month = monthOf(date);
    const first = month - (yearBegins - 1) - yearOf(month, yearBegins) * 12 < apart;
    return { date, value: first ? value : less(value, held.get(month - apart)) };
  });
}

function changes(points: readonly SeriesPoint[]): SeriesPoint[] {
  const held = byMonth(points);
  const begins = monthOf(points[0]?.date ?? '0000-01') + 12;
  return points
    .filter(({ date }) => monthOf(date) >= begins)
    .map(({ date, value }) => ({ date, value: less(value, held.get(monthOf(date) - 12)) }));
}

const byMonth = (points: readonly SeriesPoint[]): Map<number, Decimal | null> =>
  new Map(points.map(({ date, value }) => [monthOf(date), value]));

const less = (value: Decimal | null, before: Decimal | null | undefined): Decimal | null =>
  value === null || !before ? null : value.minus(before);

/**
 * Whether figures rise through each year and fall to less than half at each beginning of one, two of them or more.
 * Few series of single periods do; who has one says so with its basis.
 */
function looksToDate(points: readonly SeriesPoint[], yearBegins: number): boolean {
  if (points.length < 8 || monthsApart(points) === null) return false;
  let falls = 0;
  let rises = 0;
  let before: SeriesPoint | undefined;
  for (const point of points) {
    const { value } = point;
    if (value === null) continue;
    if (value.lt(zero)) return false;
    if (before?.value) {
      const sameYear = yearOf(monthOf(point.date), yearBegins) === yearOf(monthOf(before.date), yearBegins);
      if (sameYear && value.lt(before.value)) return false;
      if (!sameYear && !value.plus(value).lt(before.value)) return false;
      if (sameYear && value.gt(before.value)) rises += 1;
      if (!sameYear) falls += 1;
    }
    before = point;
  }
  return falls >= 2 && rises >= 2 * falls;
}
