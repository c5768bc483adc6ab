import type { Decimal } from '../number/decimal.ts';

/** One period of a series; `date` is the ISO date it stands at. A missing value is null and never zero. */
export interface SeriesPoint {
  readonly date: string;
  readonly value: Decimal | null;
}

/** A target from a day on, until the next; null where from that day there is none. */
export interface TargetStep {
  readonly from: string;
  readonly value: Decimal | null;
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The points by date, whatever order they came in.
 * @throws RangeError for a text that is no ISO date, or two points on one date: whoever reads a series reports those.
 */
export function inOrder<P extends { readonly date: string }>(points: readonly P[]): P[] {
  const sorted = [...points];
  // Most come in order.
  if (points.some(({ date }, at) => date < (points[at - 1]?.date ?? '')))
    sorted.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  sorted.forEach(({ date }, at) => {
    if (!ISO.test(date)) throw new RangeError(`not a date like 2018-09-30: ${date}`);
    if (date === sorted[at - 1]?.date) throw new RangeError(`two points on ${date}`);
  });
  return sorted;
}
