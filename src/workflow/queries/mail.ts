import type { Store } from '../../store/database.ts';
import { countMessages, type ListedMessage, listMessages, type MailState } from '../../store/mail-list.ts';
import { readPeople } from '../../store/people.ts';

export type { MailState } from '../../store/mail-list.ts';

/** A message with the person it goes to, as the performance team sees it. */
export interface MailLine extends ListedMessage {
  name: string;
  email: string;
}

/** How many messages are in each state, and the newest of one. */
export async function mailInState(
  db: Pick<Store, 'db'>,
  authority: string,
  state: MailState,
): Promise<{ counts: Record<MailState, number>; lines: MailLine[] }> {
  const [counts, messages, people] = await Promise.all([
    countMessages(db, authority),
    listMessages(db, authority, state),
    readPeople(db, authority),
  ]);
  const byId = new Map(people.map((one) => [one.id, one]));
  const lines = messages.map((message) => {
    const person = byId.get(message.person);
    return { ...message, name: person?.name ?? message.person, email: person?.email ?? '' };
  });
  return { counts, lines };
}
