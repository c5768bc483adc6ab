import { type Selectable, sql } from 'kysely';
import { v7 } from 'uuid';
import { type Message, messageSubject } from '../domain/round/message.ts';
import { canonicalJson, instant } from './canonical.ts';
import type { Store } from './database.ts';
import { minutesAfter } from './later.ts';
import { authorityId } from './read-authorities.ts';
import type { Schema } from './schema.ts';
import type { Transaction } from './transaction.ts';

export type NewMessage = Message & {
  /** Id of the person it goes to. */
  person: string;
  /** A second message with the same key is not written. */
  onceKey: string;
  /** Not sent before; at once where absent. */
  dueAt?: string;
};

export type WrittenMessage = Message & {
  id: string;
  person: string;
  onceKey: string;
  subject: string;
  writtenAt: string;
  attempts: number;
};

/** A message that has not got through, and why; `failed` is no longer tried. */
export interface TroubledMessage {
  id: string;
  person: string;
  kind: string;
  subject: string;
  state: 'waiting' | 'failed';
  attempts: number;
  writtenAt: string;
  /** When it is tried next. */
  dueAt: string;
  trouble: string;
}

/** Longer than a mail server may take (see mail/mailer.ts): nobody else tries meanwhile. */
const CLAIM_MINUTES = 5;
/** Minutes until the next attempt after the first, second… that failed: two days. After the last, somebody has to look. */
const BACK_OFF = [1, 5, 30, 120, 480, 720, 1440] as const;

/** Writes a message down, in the transaction of what it is about; false where one with this key is there already. */
export async function writeMessage(
  tx: Transaction,
  authority: string,
  message: NewMessage,
  now: string,
): Promise<boolean> {
  const written = await tx.db
    .insertInto('mail_message')
    .values({
      authority_id: await authorityId(tx.db, authority),
      message_id: v7(),
      person: message.person,
      kind: message.kind,
      once_key: message.onceKey,
      subject: messageSubject(message),
      body: canonicalJson(message.content),
      written_at: instant(now),
      due_at: instant(message.dueAt ?? now),
      state: 'waiting',
      attempts: 0,
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'once_key']).doNothing())
    .returning('message_id')
    .executeTakeFirst();
  return written !== undefined;
}

/**
 * Takes the oldest message that is due, or whose sender has said nothing for too long; null for none. Those who want
 * one message a day (`daily`) get nothing but their digest. Two who ask at one moment never get the same one.
 */
export async function claimMessage(
  store: Pick<Store, 'db'>,
  authority: string,
  daily: readonly string[],
  now: string,
): Promise<WrittenMessage | null> {
  const id = await authorityId(store.db, authority);
  const at = instant(now);
  const { rows } = await sql<Selectable<Schema['mail_message']>>`
    update mail_message set state = 'sending', claimed_until = ${minutesAfter(now, CLAIM_MINUTES)},
      attempts = attempts + 1
    where authority_id = ${id} and message_id = (
      select message_id from mail_message
      where authority_id = ${id}
        and ((state = 'waiting' and due_at <= ${at}) or (state = 'sending' and claimed_until < ${at}))
        and (kind = 'digest' or person <> all(${[...daily]}))
      order by due_at, message_id limit 1 for update skip locked)
    returning *`.execute(store.db);
  return rows[0] === undefined ? null : messageFrom(rows[0]);
}

type Sending = Pick<WrittenMessage, 'id' | 'attempts'>;

/** The mail server has it. */
export const messageSent = (
  store: Pick<Store, 'db'>,
  authority: string,
  message: Sending,
  now: string,
): Promise<void> =>
  settle(store, authority, message, { state: 'sent', sent_at: instant(now), trouble: null });

/** It did not get through: tried again later, or no more where it was the last attempt or another would not help. */
export function messageFailed(
  store: Pick<Store, 'db'>,
  authority: string,
  message: Sending,
  trouble: string,
  now: string,
  { final = false } = {},
): Promise<void> {
  const pause = final ? undefined : BACK_OFF[message.attempts - 1];
  return settle(
    store,
    authority,
    message,
    pause === undefined
      ? { state: 'failed', trouble }
      : { state: 'waiting', trouble, due_at: minutesAfter(now, pause) },
  );
}

/** Not sent, because the person wants no mail; kept, so that it can be seen that it was not. */
export const messageNotWanted = (
  store: Pick<Store, 'db'>,
  authority: string,
  message: Sending,
): Promise<void> =>
  settle(store, authority, message, { state: 'digested', trouble: 'This person gets no mail.' });

async function settle(
  store: Pick<Store, 'db'>,
  authority: string,
  message: Sending,
  columns: { state: string; sent_at?: string; due_at?: string; trouble: string | null },
): Promise<void> {
  await store.db
    .updateTable('mail_message')
    .set({ ...columns, claimed_until: null })
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('message_id', '=', message.id)
    .where('state', '=', 'sending')
    .where('attempts', '=', message.attempts)
    .execute();
}

/** What waits for a person, oldest first, kept from other senders until the transaction ends. */
export async function takeWaiting(
  tx: Transaction,
  authority: string,
  person: string,
  now: string,
): Promise<WrittenMessage[]> {
  const rows = await tx.db
    .selectFrom('mail_message')
    .selectAll()
    .where('authority_id', '=', await authorityId(tx.db, authority))
    .where('person', '=', person)
    .where('state', '=', 'waiting')
    .where('kind', '<>', 'digest')
    .where('due_at', '<=', instant(now))
    .orderBy('message_id')
    .forUpdate()
    .execute();
  return rows.map(messageFrom);
}

/** These have gone into a digest. */
export async function messagesDigested(
  tx: Transaction,
  authority: string,
  ids: readonly string[],
): Promise<void> {
  await tx.db
    .updateTable('mail_message')
    .set({ state: 'digested' })
    .where('authority_id', '=', await authorityId(tx.db, authority))
    .where('message_id', 'in', [...ids])
    .execute();
}

/** What has not got through, failed ones first, for those who look after the system. */
export async function readTroubledMessages(
  store: Pick<Store, 'db'>,
  authority: string,
): Promise<TroubledMessage[]> {
  const rows = await store.db
    .selectFrom('mail_message')
    .selectAll()
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('state', 'in', ['waiting', 'failed'])
    .where('trouble', 'is not', null)
    .orderBy('state')
    .orderBy('message_id')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.message_id,
    person: row.person,
    kind: row.kind,
    subject: row.subject,
    state: row.state as TroubledMessage['state'],
    attempts: row.attempts,
    writtenAt: row.written_at,
    dueAt: row.due_at,
    trouble: row.trouble ?? '',
  }));
}

const messageFrom = (row: Selectable<Schema['mail_message']>): WrittenMessage => ({
  ...({ kind: row.kind, content: row.body } as Message),
  id: row.message_id,
  person: row.person,
  onceKey: row.once_key,
  subject: row.subject,
  writtenAt: row.written_at,
  attempts: row.attempts,
});
