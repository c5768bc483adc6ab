import { isPublic } from '../../domain/round/edition.ts';
import type { Store } from '../../store/database.ts';
import { nameReaders } from '../../store/edition-records.ts';
import { readEdition } from '../../store/editions.ts';
import { readPeople } from '../../store/people.ts';
import { inTransaction } from '../../store/transaction.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';

/** Says who may read an edition before everybody may: the whole list, which replaces the one before. */
export async function nameEditionReaders(
  store: Store,
  acting: Acting,
  edition: string,
  readers: readonly string[],
): Promise<void> {
  const { authority, now, person } = acting;
  mustBeAllowed(acting, 'publishEdition', null, null);
  await inTransaction(store, async (tx) => {
    const held = await readEdition(tx, authority, edition);
    if (held === null) throw new Refused('notNow', 'There is no such edition.');
    if (held.withdrawn !== null) throw new Refused('notNow', 'This edition has been withdrawn.');
    if (isPublic(held, now)) throw new Refused('notNow', 'Everybody may read this edition already.');
    const known = new Set((await readPeople(tx, authority)).map(({ id }) => id));
    const unknown = readers.filter((one) => !known.has(one));
    if (unknown.length > 0) {
      const message = `There is nobody called ${unknown.join(', ')}`;
      throw new Refused('invalid', message, [{ field: 'readers', message }]);
    }
    const actingAs = roleFor(acting, 'publishEdition', null, null);
    await nameReaders(tx, authority, edition, readers, {
      person: person.id,
      actingAs,
      at: now,
      reason: null,
    });
  });
}
