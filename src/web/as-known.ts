import { readDate } from '../domain/number/date.ts';
import { dayIn, endOfDay } from '../domain/period/of-day.ts';
import { type AsKnown, publishedAs } from '../workflow/queries/as-known.ts';
import type { Asked } from './route.ts';

/** Which view of the figures an address asks for, or in words why there is none. */
export type AskedView = { as: AsKnown } | { problem: string; typed: string };

/**
 * Reads `?as-at=2018-11-01` (any way a day is typed), `?as=published`, or neither, which is as now known.
 *
 * @param about what an edition must show; what is null is not asked about
 */
export async function viewAsked(
  { query, store, authority, now }: Pick<Asked, 'query' | 'store' | 'authority' | 'now'>,
  about: { period: string | null; scorecard: string | null; measure: string | null },
): Promise<AskedView> {
  const typed = (query.get('as-at') ?? '').trim().slice(0, 40);
  if (query.get('as') === 'published') {
    const published = await publishedAs(store, authority.code, about, now);
    if (published !== null) return { as: published };
    return { problem: 'Nothing has been published for this period yet', typed: '' };
  }
  if (!query.has('as-at')) return { as: { kind: 'now' } };
  const read = readDate(typed);
  if (read === null || 'problem' in read) {
    const problem =
      typed === '' ? 'Enter a day, like 1/11/2018' : 'The day must be a real date, like 1/11/2018';
    return { problem, typed };
  }
  if (read.date > dayIn(now, authority.timeZone)) {
    return { problem: 'The day must be today or earlier: nobody knows yet what will be known then', typed };
  }
  return { as: { kind: 'asAt', at: endOfDay(read.date, authority.timeZone) } };
}

/** What of an address says how the figures are known: to be carried on to the next page. `''` for now. */
export function asKnownQuery(as: AsKnown, timeZone: string): string {
  if (as.kind === 'now') return '';
  return as.kind === 'published' ? 'as=published' : `as-at=${dayIn(as.at, timeZone)}`;
}

/** An address with it. @example withAsKnown('/measures/x?period=2018-19-Q2', 'as=published') */
export const withAsKnown = (address: string, query: string): string =>
  query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`;
