import { wasPublic } from '../../domain/round/edition.ts';
import type { Store } from '../../store/database.ts';
import { withdraw } from '../../store/edition-records.ts';
import { readEdition } from '../../store/editions.ts';
import { lockRound } from '../../store/round-lock.ts';
import { inTransaction } from '../../store/transaction.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';

const MOST = 1_000;

/**
 * Takes an edition from its readers: its address answers that it is gone, when and why. Its bytes and their hash stay,
 * for internal audit. It cannot be undone: what should be read again is published again, as a correction.
 *
 * @returns whether everybody could read it until then
 */
export async function withdrawEdition(
  store: Store,
  acting: Acting,
  edition: string,
  given: string,
): Promise<{ wasPublic: boolean }> {
  const { authority, now, person } = acting;
  mustBeAllowed(acting, 'withdrawEdition', null, null);
  const reason = given.trim();
  const message =
    reason === ''
      ? 'Say why it is withdrawn'
      : reason.length > MOST
        ? `Say it in ${MOST} characters at most`
        : null;
  if (message !== null) throw new Refused('invalid', message, [{ field: 'reason', message }]);
  const found = await readEdition(store, authority, edition);
  if (found === null) throw new Refused('notNow', 'There is no such edition.');
  return inTransaction(store, async (tx) => {
    await lockRound(tx, authority, found.period, 'alone');
    const held = await readEdition(tx, authority, edition);
    if (held === null) throw new Refused('notNow', 'There is no such edition.');
    if (held.standing === 'draft') {
      throw new Refused(
        'notNow',
        'A draft is not withdrawn: change who may read it, or make the next draft.',
      );
    }
    if (held.withdrawn !== null) throw new Refused('notNow', 'This edition has been withdrawn already.');
    const actingAs = roleFor(acting, 'withdrawEdition', null, null);
    await withdraw(tx, authority, edition, { person: person.id, actingAs, at: now, reason });
    return { wasPublic: wasPublic(held, now) };
  });
}
