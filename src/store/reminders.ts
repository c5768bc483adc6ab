import { sql } from 'kysely';
import type { MessageContents } from '../domain/round/message.ts';
import { instant } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';

/** One measure of which somebody has been told that it is due. */
export interface Told {
  person: string;
  kind: string;
  code: string;
  /** ISO day that was said. */
  due: string;
}

/**
 * What has been told of a round so far. Until the transaction ends nobody else writes reminders for it: two workers that
 * look at one moment would tell the same twice.
 */
export async function toldOfRound(
  tx: Transaction,
  authority: string,
  period: string,
  kinds: readonly ('due' | 'reminder')[],
): Promise<Told[]> {
  const id = await authorityId(tx.db, authority);
  const key = `${id} reminders ${period}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 3))`.execute(tx.db);
  const rows = await tx.db
    .selectFrom('mail_message')
    .select(['person', 'kind', 'body'])
    .where('authority_id', '=', id)
    .where('kind', 'in', [...kinds])
    .where(sql<boolean>`split_part(once_key, ':', 2) = ${period}`)
    .execute();
  return rows.flatMap(({ person, kind, body }) =>
    (body as MessageContents['due']).items.map(({ code, due }) => ({ person, kind, code, due: due ?? '' })),
  );
}

/**
 * What has been told of commitments so far; `code` is the id of the commitment. Until the transaction ends nobody else
 * writes reminders of commitments.
 */
export async function toldOfCommitments(tx: Transaction, authority: string): Promise<Told[]> {
  const id = await authorityId(tx.db, authority);
  const key = `${id} reminders of commitments`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 3))`.execute(tx.db);
  const rows = await tx.db
    .selectFrom('mail_message')
    .select(['person', 'kind', 'body'])
    .where('authority_id', '=', id)
    .where('kind', 'in', ['commitmentDue', 'commitmentOverdue'])
    .execute();
  return rows.flatMap(({ person, kind, body }) =>
    (body as MessageContents['commitmentDue']).items.map((item) => ({
      person,
      kind,
      code: item.id,
      due: item.due,
    })),
  );
}

/** Gives up what has waited since before a moment: news that old, of a time without a mail server, is sent to nobody. */
export async function giveUpOldMessages(
  store: Pick<Store, 'db'>,
  authority: string,
  before: string,
): Promise<void> {
  await store.db
    .updateTable('mail_message')
    .set({
      state: 'failed',
      trouble: 'It could not be sent for a week, and is too old to be sent by itself now.',
    })
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('state', '=', 'waiting')
    .where('due_at', '<', instant(before))
    .execute();
}
