import type { Store } from '../../store/database.ts';
import { writeForumFeedKey } from '../../store/forum-feed-keys.ts';
import { inTransaction } from '../../store/transaction.ts';
import { readForums } from '../queries/forums.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';

/** Gives somebody an address of a forum's calendar in place of the one they had, which stops; null only stops it. */
export const changeForumCalendar = (
  store: Store,
  acting: Acting,
  forum: string,
  hash: Uint8Array | null,
): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'readCommitments', null, null);
    const { authority, person, now } = acting;
    if (!(await readForums(tx, authority)).some(({ id }) => id === forum)) {
      throw new Refused('notNow', 'There is no such forum.');
    }
    const actingAs = roleFor(acting, 'readCommitments', null, null);
    const settings = { recordedAt: now, actor: person.id, actingAs, reason: null };
    await writeForumFeedKey(tx, authority, { person: person.id, forum, hash }, settings);
  });
