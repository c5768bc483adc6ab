import { sql } from 'kysely';
import { writeAuditEvent } from './audit.ts';
import { instant } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';
import type { WriteSettings } from './write-facts.ts';

/** `digested`: gone into somebody's message of the day, or not wanted by them. */
export type MailState = 'waiting' | 'sent' | 'failed' | 'digested';

/** A message as it is listed: what it is about, and no more of its words. */
export interface ListedMessage {
  id: string;
  /** Person id. */
  person: string;
  subject: string;
  state: MailState;
  attempts: number;
  writtenAt: string;
  /** When it is tried next, where it waits. */
  dueAt: string;
  sentAt: string | null;
  /** What the mail server said last; null where nothing went wrong. */
  trouble: string | null;
}

const MOST = 100;

/** How many messages there are in each state. */
export async function countMessages(
  store: Pick<Store, 'db'>,
  authority: string,
): Promise<Record<MailState, number>> {
  const rows = await store.db
    .selectFrom('mail_message')
    .select(['state', sql<string>`count(*)`.as('many')])
    .where('authority_id', '=', await authorityId(store.db, authority))
    .groupBy('state')
    .execute();
  const of = (...states: string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, { many }) => sum + Number(many), 0);
  return {
    waiting: of('waiting', 'sending'),
    sent: of('sent'),
    failed: of('failed'),
    digested: of('digested'),
  };
}

/** The newest messages in one state, at most a hundred. */
export async function listMessages(
  store: Pick<Store, 'db'>,
  authority: string,
  state: MailState,
): Promise<ListedMessage[]> {
  const rows = await store.db
    .selectFrom('mail_message')
    .select(['message_id', 'person', 'subject', 'attempts', 'written_at', 'due_at', 'sent_at', 'trouble'])
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('state', 'in', state === 'waiting' ? ['waiting', 'sending'] : [state])
    .orderBy(sql`coalesce(sent_at, written_at)`, 'desc')
    .orderBy('message_id', 'desc')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    id: row.message_id,
    person: row.person,
    subject: row.subject,
    state,
    attempts: row.attempts,
    writtenAt: row.written_at,
    dueAt: row.due_at,
    sentAt: row.sent_at,
    trouble: row.trouble,
  }));
}

/** Lets failed messages (one, or all: null) be tried as if for the first time. @returns how many there were */
export async function sendFailedAgain(
  tx: Transaction,
  authority: string,
  id: string | null,
  settings: WriteSettings,
): Promise<number> {
  const authority_id = await authorityId(tx.db, authority);
  const at = instant(settings.recordedAt);
  let query = tx.db
    .updateTable('mail_message')
    .set({ state: 'waiting', attempts: 0, due_at: at })
    .where('authority_id', '=', authority_id)
    .where('state', '=', 'failed')
    .returning('message_id');
  if (id !== null) query = query.where('message_id', '=', id);
  const again = await query.execute();
  if (again.length === 0) return 0;
  await writeAuditEvent(tx, authority_id, {
    recordedAt: at,
    actor: settings.actor,
    actingAs: settings.actingAs ?? null,
    action: 'mail.sendAgain',
    object: { kind: 'mail', id: id ?? 'all' },
    after: again.map(({ message_id }) => message_id),
    reason: settings.reason,
  });
  return again.length;
}
