import { isAddress } from '../mail/address.ts';
import { MailTrouble } from '../mail/mailer.ts';
import { letterFor } from '../mail/messages/letter-for.ts';
import {
  claimMessage,
  messageFailed,
  messageNotWanted,
  messageSent,
  type WrittenMessage,
} from '../store/mail-messages.ts';
import { readPeople } from '../store/people.ts';
import type { Post } from './post.ts';

/** A message that ended its sender this often is not tried again. */
const MOST_ATTEMPTS = 10;

/**
 * Sends all that is due, one message after the other, until nothing is left or `stopping` says so. A message is marked as
 * sent when the mail server has taken it: whoever dies between the two leaves it to be sent again, under the same
 * Message-ID.
 */
export async function deliverMail(post: Post, now: () => string, stopping = () => false): Promise<number> {
  const { store, authority, mailer, log } = post;
  const people = new Map((await readPeople(store, authority)).map((one) => [one.id, one]));
  const daily = [...people.values()]
    .filter(({ mail, active }) => active && mail === 'daily')
    .map(({ id }) => id);
  let sent = 0;
  while (!stopping()) {
    const message = await claimMessage(store, authority, daily, now());
    if (message === null) break;
    const person = people.get(message.person);
    if (person?.mail === 'none' || person?.active === false) {
      await messageNotWanted(store, authority, message);
      continue;
    }
    const why = refusal(message, person?.email);
    if (why !== null) {
      await messageFailed(store, authority, message, why, now(), { final: true });
      log(`mail ${message.id} failed: ${why}`);
      continue;
    }
    try {
      const { subject, text, html } = letterFor(message, post.pages);
      const to = { name: person?.name ?? '', address: person?.email ?? '' };
      await mailer.send({ id: message.id, to, subject, text, html });
      await messageSent(store, authority, message, now());
      sent += 1;
    } catch (error) {
      const trouble = error instanceof MailTrouble ? error : unforeseen(error);
      const final = trouble.reach === 'message';
      await messageFailed(store, authority, message, trouble.message, now(), { final });
      log(`mail ${message.id} not sent (attempt ${message.attempts}): ${trouble.message}`);
      // The others would fare no better, and each would lose an attempt by it.
      if (trouble.reach === 'server') break;
    }
  }
  return sent;
}

function refusal(message: WrittenMessage, email: string | undefined): string | null {
  if (email === undefined) return `There is nobody called ${JSON.stringify(message.person)} here.`;
  if (!isAddress(email)) return `${JSON.stringify(email)} is not an e-mail address. Correct it in "People".`;
  if (message.attempts > MOST_ATTEMPTS) return 'Sending this message stopped the program again and again.';
  return null;
}

/** Something of ours: another attempt with the same words would end the same way. */
const unforeseen = (error: unknown): MailTrouble =>
  new MailTrouble(`Outturn could not write this message out (${String(error).slice(0, 200)}).`, 'message');
