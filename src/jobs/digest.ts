import { Temporal } from 'temporal-polyfill';
import { letterFor } from '../mail/messages/letter-for.ts';
import type { PageAddresses } from '../mail/page-addresses.ts';
import { messagesDigested, takeWaiting, type WrittenMessage, writeMessage } from '../store/mail-messages.ts';
import { readPeople } from '../store/people.ts';
import { inTransaction } from '../store/transaction.ts';
import type { Post } from './post.ts';

const EIGHT = 8;

/**
 * From eight o'clock where the authority is, puts what waits for each person who wants one message a day into that one
 * message. What is written later in the day waits for the next.
 */
export async function makeDigests(post: Post, timeZone: string, now: string): Promise<void> {
  const { store, authority, pages } = post;
  const there = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
  if (there.hour < EIGHT) return;
  const day = there.toPlainDate().toString();
  const people = await readPeople(store, authority);
  for (const { id } of people.filter(({ mail, active }) => mail === 'daily' && active)) {
    await inTransaction(store, async (tx) => {
      const waiting = await takeWaiting(tx, authority, id, now);
      if (waiting.length === 0) return;
      const entries = waiting.map((message) => entryOf(message, pages));
      const content = { day, entries };
      const digest = { kind: 'digest', content, person: id, onceKey: `digest:${id}:${day}` } as const;
      if (!(await writeMessage(tx, authority, digest, now))) return;
      await messagesDigested(
        tx,
        authority,
        waiting.map((message) => message.id),
      );
    });
  }
}

/** One message that cannot be put into words must not keep back the others. */
function entryOf(message: WrittenMessage, pages: PageAddresses): { subject: string; text: string } {
  try {
    const { subject, text } = letterFor(message, pages);
    return { subject, text };
  } catch {
    return { subject: message.subject, text: 'Outturn could not write this message out. Look at your work.' };
  }
}
