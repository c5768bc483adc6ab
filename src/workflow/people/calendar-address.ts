import type { Store } from '../../store/database.ts';
import { writeFeedKey } from '../../store/feed-keys.ts';
import { inTransaction } from '../../store/transaction.ts';
import { type Acting, mustBeAllowed } from '../round/acting.ts';

/**
 * Gives somebody a calendar address whose key has this hash, in place of the one they had, which stops; null only stops
 * it. The key itself is never kept: whoever reads the database reads nobody's calendar.
 */
export const changeCalendarAddress = (store: Store, acting: Acting, hash: Uint8Array | null): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeOwnSettings', null, null);
    const { authority, person, now } = acting;
    const settings = { recordedAt: now, actor: person.id, reason: null };
    await writeFeedKey(tx, authority, { person: person.id, hash }, settings);
  });
