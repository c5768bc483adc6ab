import { sql } from 'kysely';
import type { CommitmentDetail, CommitmentRecord, CommitmentVerb } from '../domain/commitment/commitment.ts';
import { writeAuditEvent } from './audit.ts';
import { instant, storable } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';

type Reader = Pick<Store, 'db'>;

export interface CommitmentQuestion {
  /** Of these measures; of all where absent. */
  measures?: readonly string[];
  commitment?: string;
  /** ISO instant: what was recorded by then. */
  asAt?: string | null;
}

/** Every id of ours: asking for anything else is asking for nothing. */
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Everything that happened to commitments, in order within each; by the id of the commitment, oldest first. */
export async function readCommitmentRecords(
  store: Reader,
  authority: string,
  { measures, commitment, asAt }: CommitmentQuestion = {},
): Promise<Map<string, CommitmentRecord[]>> {
  if (commitment !== undefined && !ID.test(commitment)) return new Map();
  let query = store.db
    .selectFrom('commitment_record')
    .selectAll()
    .where('authority_id', '=', await authorityId(store.db, authority))
    .orderBy('commitment_id')
    .orderBy('sequence');
  if (measures !== undefined) query = query.where(sql<boolean>`measure = any(${[...measures]}::text[])`);
  if (commitment !== undefined) query = query.where('commitment_id', '=', commitment);
  if (asAt !== undefined && asAt !== null) query = query.where('recorded_at', '<=', instant(asAt));
  const found = new Map<string, CommitmentRecord[]>();
  for (const row of await query.execute()) {
    const record: CommitmentRecord = {
      commitment: row.commitment_id,
      measure: row.measure,
      period: row.period,
      sequence: row.sequence,
      verb: row.verb as CommitmentVerb,
      person: row.person,
      actingAs: row.acting_as,
      at: row.recorded_at,
      reason: row.reason,
      detail: row.detail as CommitmentDetail,
    };
    const held = found.get(record.commitment);
    if (held === undefined) found.set(record.commitment, [record]);
    else held.push(record);
  }
  return found;
}

/** Until the transaction ends nobody else acts on this commitment. */
export async function lockCommitment(tx: Transaction, authority: string, commitment: string): Promise<void> {
  const key = `${await authorityId(tx.db, authority)} commitment ${commitment}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 5))`.execute(tx.db);
}

/** Adds what happened to a commitment, with its audit event. */
export async function addCommitmentRecord(
  tx: Transaction,
  authority: string,
  record: CommitmentRecord,
): Promise<string> {
  const { commitment, measure, period, sequence, verb, person, actingAs, reason, detail } = record;
  const recorded_at = instant(record.at);
  const authority_id = await authorityId(tx.db, authority);
  const { promised } = detail;
  for (const text of [promised?.what, promised?.source?.words, detail.note, detail.outcome]) {
    if (text !== undefined) storable(text, () => 'The commitment');
  }
  const event_id = await writeAuditEvent(tx, authority_id, {
    recordedAt: recorded_at,
    actor: person,
    actingAs,
    action: `commitment.${verb}`,
    object: { kind: 'commitment', id: commitment },
    after: { measure, period, ...detail },
    reason,
  });
  await tx.db
    .insertInto('commitment_record')
    .values({
      authority_id,
      commitment_id: commitment,
      sequence,
      measure,
      period,
      verb,
      person,
      acting_as: actingAs,
      recorded_at,
      event_id,
      reason: reason === null ? null : storable(reason, () => 'The reason'),
      detail: JSON.stringify(detail),
    })
    .execute();
  return event_id;
}
