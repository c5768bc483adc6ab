import type { Forum } from '../../domain/commitment/forum.ts';
import { type ForumPlan, forwardPlan } from '../../domain/commitment/forward-plan.ts';
import type { Authority } from '../../domain/organisation/organisation.ts';
import { forwardPlanReport } from '../../reports/model/forward-plan.ts';
import type { Report } from '../../reports/model/report.ts';
import type { Store } from '../../store/database.ts';
import { readForumFeedKeySince, readForumFeedOwner } from '../../store/forum-feed-keys.ts';
import { type CommitmentLine, readCommitments } from './commitments.ts';
import { readForums } from './forums.ts';

export type PlanOfForum = ForumPlan<CommitmentLine>;

/** What comes to which meeting of one forum, or (null) of each; with every forum there is. */
export async function readForwardPlan(
  db: Pick<Store, 'db'>,
  authority: string,
  today: string,
  forum: string | null,
): Promise<{ plans: PlanOfForum[]; forums: Forum[] }> {
  const forums = await readForums(db, authority);
  const lines = await readCommitments(db, authority, today);
  const wanted = forum === null ? forums : forums.filter(({ id }) => id === forum);
  return { plans: forwardPlan(lines, wanted, today), forums };
}

/** The same as a report; null where there is no such forum. */
export async function readForwardPlanReport(
  db: Pick<Store, 'db'>,
  authority: Authority,
  today: string,
  forum: string | null,
): Promise<Report | null> {
  const { plans, forums } = await readForwardPlan(db, authority.code, today, forum);
  if (forum !== null && !forums.some(({ id }) => id === forum)) return null;
  return forwardPlanReport(authority, plans, today);
}

/** Since when somebody has had an address of a forum's calendar; null where they have none. */
export const forumCalendarSince = (db: Pick<Store, 'db'>, authority: string, person: string, forum: string) =>
  readForumFeedKeySince(db, authority, person, forum);

/** The plan of the forum whose calendar has the address with this hash; null where nobody has, or no longer works here. */
export async function forumCalendarFor(
  db: Pick<Store, 'db'>,
  authority: string,
  hash: Uint8Array,
  today: string,
): Promise<PlanOfForum | null> {
  const owner = await readForumFeedOwner(db, authority, hash);
  if (owner === null || !owner.person.active) return null;
  return (await readForwardPlan(db, authority, today, owner.forum)).plans[0] ?? null;
}
