import { sql } from 'kysely';
import type { RoundDetail, RoundRecord, RoundVerb } from '../domain/round/round.ts';
import type { UpdateContent, UpdateDetail, UpdateRecord, UpdateVerb } from '../domain/round/update.ts';
import { writeAuditEvent } from './audit.ts';
import { instant, storable } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';

type Reader = Pick<Store, 'db'>;

/** Everything that happened to a round, in order; empty where there is none. */
export const readRoundRecords = (store: Reader, authority: string, period: string): Promise<RoundRecord[]> =>
  roundRecords(store, authority, period);

/** The same of every round, by period. */
export async function readAllRoundRecords(
  store: Reader,
  authority: string,
): Promise<Map<string, RoundRecord[]>> {
  const byPeriod = new Map<string, RoundRecord[]>();
  for (const record of await roundRecords(store, authority, null)) {
    const held = byPeriod.get(record.period);
    if (held === undefined) byPeriod.set(record.period, [record]);
    else held.push(record);
  }
  return byPeriod;
}

async function roundRecords(store: Reader, authority: string, period: string | null): Promise<RoundRecord[]> {
  let query = store.db
    .selectFrom('round_record')
    .selectAll()
    .where('authority_id', '=', await authorityId(store.db, authority))
    .orderBy('period')
    .orderBy('sequence');
  if (period !== null) query = query.where('period', '=', period);
  return (await query.execute()).map((row) => ({
    period: row.period,
    sequence: row.sequence,
    verb: row.verb as RoundVerb,
    person: row.person,
    actingAs: row.acting_as,
    at: row.recorded_at,
    reason: row.reason,
    detail: row.detail as RoundDetail,
  }));
}

/** Codes of the periods that have a round, latest first. */
export async function readRoundPeriods(store: Reader, authority: string): Promise<string[]> {
  const rows = await store.db
    .selectFrom('round_record')
    .select('period')
    .distinct()
    .where('authority_id', '=', await authorityId(store.db, authority))
    .execute();
  return rows
    .map((row) => row.period)
    .sort()
    .reverse();
}

/** What happened to the updates of a round, of some measures where they are named; in order within each measure. */
export async function readUpdateRecords(
  store: Reader,
  authority: string,
  period: string,
  measures: string | readonly string[] | null = null,
): Promise<UpdateRecord[]> {
  let query = store.db
    .selectFrom('update_record')
    .selectAll()
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('period', '=', period)
    .orderBy('measure')
    .orderBy('sequence');
  if (measures !== null) query = query.where(sql<boolean>`measure = any(${[measures].flat()}::text[])`);
  return (await query.execute()).map((row) => ({
    period: row.period,
    measure: row.measure,
    sequence: row.sequence,
    verb: row.verb as UpdateVerb,
    person: row.person,
    actingAs: row.acting_as,
    at: row.recorded_at,
    reason: row.reason,
    content: row.content as UpdateContent | null,
    detail: row.detail as UpdateDetail,
  }));
}

/** Adds what happened to a round, with its audit event; the round must be locked (`lockRound`) by this transaction. */
export async function addRoundRecord(tx: Transaction, authority: string, record: RoundRecord): Promise<void> {
  const { period, sequence, verb, person, actingAs, reason, detail } = record;
  const recorded_at = instant(record.at);
  const authority_id = await authorityId(tx.db, authority);
  const event_id = await writeAuditEvent(tx, authority_id, {
    recordedAt: recorded_at,
    actor: person,
    actingAs,
    action: `round.${verb}`,
    object: { kind: 'round', id: period },
    after: detail,
    reason,
  });
  await tx.db
    .insertInto('round_record')
    .values({
      authority_id,
      period,
      sequence,
      verb,
      person,
      acting_as: actingAs,
      recorded_at,
      event_id,
      reason: reason === null ? null : storable(reason, () => 'The reason'),
      detail: JSON.stringify(detail),
    })
    .execute();
}

/** Adds what happened to an update, with its audit event: what the form held before and holds now. */
export async function addUpdateRecord(
  tx: Transaction,
  authority: string,
  record: UpdateRecord,
  before: UpdateContent | null,
): Promise<string> {
  const { period, measure, sequence, verb, person, actingAs, reason, detail, content } = record;
  const recorded_at = instant(record.at);
  const authority_id = await authorityId(tx.db, authority);
  const text = content === null ? null : storable(JSON.stringify(content), () => 'The update');
  for (const typed of content === null ? [] : [...Object.values(content), ...Object.values(content.texts)]) {
    if (typeof typed === 'string') storable(typed, () => 'The update');
  }
  const event_id = await writeAuditEvent(tx, authority_id, {
    recordedAt: recorded_at,
    actor: person,
    actingAs,
    action: `update.${verb}`,
    object: { kind: 'update', id: `${period} ${measure}` },
    before: content === null ? null : before,
    after: content ?? detail,
    reason,
  });
  await tx.db
    .insertInto('update_record')
    .values({
      authority_id,
      period,
      measure,
      sequence,
      verb,
      person,
      acting_as: actingAs,
      recorded_at,
      event_id,
      reason: reason === null ? null : storable(reason, () => 'The reason'),
      content: text,
      detail: JSON.stringify(detail),
    })
    .execute();
  return event_id;
}
