import { plainDate } from '../number/date.ts';
import type { ReportingPeriod } from '../period/period.ts';

/** A measure over the periods around a commitment that is done. */
export interface Afterwards<T> {
  /** The period in which it was promised; null where the series does not hold it. */
  before: T | null;
  /** The period that held the day on which it was done; null where that has not been reported. */
  atDischarge: T | null;
  /** The periods that began after that day, in order. */
  following: readonly T[];
}

/**
 * Where performance stood when something was promised, when it was done, and after that. It says what happened next,
 * never that the one made the other.
 *
 * @param points the periods of the measure in order, of one span
 * @param doneOn ISO day
 * @example afterwards([q1, q2, q3, q4], '2018-19/Q1', '2018-08-20')
 * // { before: q1, atDischarge: q2, following: [q3, q4] }
 */
export function afterwards<T extends { period: Pick<ReportingPeriod, 'code' | 'start' | 'end'> }>(
  points: readonly T[],
  promisedIn: string,
  doneOn: string,
): Afterwards<T> {
  const day = plainDate(doneOn).toString();
  return {
    before: points.find(({ period }) => period.code === promisedIn) ?? null,
    atDischarge: points.findLast(({ period }) => period.start <= day && day <= period.end) ?? null,
    following: points.filter(({ period }) => period.start > day),
  };
}
