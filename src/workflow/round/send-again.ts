import type { Store } from '../../store/database.ts';
import { sendFailedAgain } from '../../store/mail-list.ts';
import { inTransaction } from '../../store/transaction.ts';
import { type Acting, mustBeAllowed, roleFor } from './acting.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Tries messages that failed again: one by its id, or all (null). @returns how many there were */
export const sendAgain = (store: Store, acting: Acting, id: string | null): Promise<number> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'runRound', null, null);
    if (id !== null && !UUID.test(id)) return 0;
    return sendFailedAgain(tx, acting.authority, id, {
      recordedAt: acting.now,
      actor: acting.person.id,
      actingAs: roleFor(acting, 'runRound', null, null),
      reason: null,
    });
  });
