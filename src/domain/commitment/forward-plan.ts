import { plainDate } from '../number/date.ts';
import { type Commitment, isOverdue } from './commitment.ts';
import { type Forum, forumsOn, meetingFor } from './forum.ts';

/** What is planned to come before one forum. */
export interface ForumPlan<T> {
  forum: Forum;
  /** Its meetings of the next twelve months, in order, with what comes to each; some may have nothing yet. */
  meetings: readonly { day: string; items: readonly T[] }[];
  /** Due in a month for which no meeting to come is fixed. */
  unfixed: readonly T[];
  /** Due before today and still open. */
  overdue: readonly T[];
}

/**
 * What comes to which meeting: the open commitments that come before a forum, each at the meeting that its day means.
 * Forums that have ended are left out unless something open still names them.
 *
 * @param lines in the order in which they are to be listed
 * @param today ISO day
 * @example forwardPlan([due20November], [scrutiny], '2018-10-01')[0]?.meetings[0] // { day: '2018-11-20', items: [due20November] }
 */
export function forwardPlan<T extends Pick<Commitment, 'state' | 'due' | 'forum'>>(
  lines: readonly T[],
  forums: readonly Forum[],
  today: string,
): ForumPlan<T>[] {
  const open = lines.filter(({ state }) => state === 'open');
  const there = new Set(forumsOn(forums, today).map(({ id }) => id));
  const until = plainDate(today).add({ years: 1 }).toString();
  return forums.flatMap((forum): ForumPlan<T>[] => {
    const own = open.filter((line) => line.forum === forum.id);
    if (own.length === 0 && !there.has(forum.id)) return [];
    const overdue = own.filter((line) => isOverdue(line, today));
    const toCome = own.filter((line) => !isOverdue(line, today));
    const meetings = forum.meetings
      .filter((day) => day >= today && day <= until)
      .map((day) => ({ day, items: toCome.filter((line) => meetingFor(forum, line.due) === day) }));
    const placed = new Set(meetings.flatMap(({ items }) => items));
    return [{ forum, meetings, unfixed: toCome.filter((line) => !placed.has(line)), overdue }];
  });
}
