import type { Person } from '../domain/organisation/person.ts';
import type { Store } from '../store/database.ts';
import { readPerson, writePeople } from '../store/people.ts';
import { inTransaction } from '../store/transaction.ts';

export const mailChoices = ['each', 'daily', 'none'] as const;

/** When somebody wants their messages. Nothing else of a person is their own to change. */
export async function chooseMail(
  store: Store,
  authority: string,
  id: string,
  mail: Person['mail'],
  { now, requestId }: { now: string; requestId: string },
): Promise<void> {
  await inTransaction(store, async (tx) => {
    const person = await readPerson(tx, authority, id);
    if (person === null) return;
    const reason = 'their own choice';
    await writePeople(tx, authority, [{ ...person, mail }], {
      recordedAt: now,
      actor: id,
      reason,
      requestId,
    });
  });
}
