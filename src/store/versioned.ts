import type { Kysely } from 'kysely';
import { v7 } from 'uuid';
import { writeAuditEvent } from './audit.ts';
import { canonicalJson, digestOf, instant, storable } from './canonical.ts';
import type { Transaction } from './transaction.ts';
import { openAuthority } from './write-authority.ts';
import type { WriteSettings } from './write-facts.ts';

/** A value kept as versions of JSON: a setting, a version of a scheme, the words of a cover report. */
export interface VersionedValue {
  table: 'setting_version' | 'scheme_version' | 'cover_version';
  /** Its key columns after authority_id, with their values. */
  key: Record<string, string>;
  /** Columns beside the value. */
  beside?: Record<string, string>;
  column: 'value' | 'content';
  value: unknown;
  object: { kind: string; id: string };
}

/** Adds a version where the value differs from the newest one, with its audit event; answers whether it did. */
export async function writeVersion(
  tx: Transaction,
  authority: string,
  given: VersionedValue,
  settings: WriteSettings,
): Promise<boolean> {
  const recorded_at = instant(settings.recordedAt);
  const authority_id = await openAuthority(tx, authority, recorded_at);
  const text = storable(canonicalJson(given.value), () => `The ${given.object.kind} ${given.object.id}`);
  const digest = Buffer.from(digestOf([text, ...Object.values(given.beside ?? {})]), 'hex');
  // One code path for two tables of the same shape: the types of either cannot be known here.
  const db = tx.db as unknown as Kysely<Record<string, Record<string, unknown>>>;
  let query = db
    .selectFrom(given.table)
    .select(['digest', given.column])
    .where('authority_id', '=', authority_id)
    .orderBy('recorded_at', 'desc')
    .orderBy('revision_id', 'desc')
    .limit(1);
  for (const [name, held] of Object.entries(given.key)) query = query.where(name, '=', held);
  const newest = await query.executeTakeFirst();
  if (newest && digest.equals(newest.digest as Buffer)) return false;
  const event_id = await writeAuditEvent(tx, authority_id, {
    recordedAt: recorded_at,
    actor: settings.actor,
    actingAs: settings.actingAs ?? null,
    action: `${given.object.kind}.write`,
    object: given.object,
    before: newest?.[given.column] ?? null,
    after: given.value,
    reason: settings.reason,
    requestId: settings.requestId ?? null,
    batchId: settings.batchId ?? null,
  });
  const row = {
    authority_id,
    recorded_at,
    revision_id: v7(),
    digest,
    event_id,
    ...given.key,
    ...given.beside,
  };
  await db
    .insertInto(given.table)
    .values({ ...row, [given.column]: text })
    .execute();
  return true;
}
