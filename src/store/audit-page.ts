import { sql } from 'kysely';
import type { RecordedAuditEvent } from './audit.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';

export interface AuditPageQuestion {
  authority: string;
  /** Id of whoever acted; everybody where null. */
  actor: string | null;
  /** Kind of the thing it was about; all kinds where null. */
  kind: string | null;
  /** Part of the thing's id, in any case; null for all. */
  object: string | null;
  /** Only events older than this one, by id; null from the newest. */
  before: string | null;
  limit: number;
}

/** What an event says of itself, without what the thing held before and after. */
export type AuditLine = Omit<RecordedAuditEvent, 'before' | 'after' | 'requestId' | 'batchId'>;

/** Events, newest first. */
export async function readAuditPage(
  { db }: Pick<Store, 'db'>,
  { authority, actor, kind, object, before, limit }: AuditPageQuestion,
): Promise<AuditLine[]> {
  let query = db
    .selectFrom('audit_event')
    .select([
      'event_id',
      'recorded_at',
      'written_at',
      'actor',
      'acting_as',
      'action',
      'object_kind',
      'object_id',
      'reason',
    ])
    .where('authority_id', '=', await authorityId(db, authority))
    .orderBy('event_id', 'desc')
    .limit(limit);
  if (actor !== null) query = query.where('actor', '=', actor);
  if (kind !== null) query = query.where('object_kind', '=', kind);
  if (object !== null) query = query.where(sql<boolean>`position(lower(${object}) in lower(object_id)) > 0`);
  if (before !== null) query = query.where('event_id', '<', before);
  return (await query.execute()).map((row) => ({
    id: row.event_id,
    recordedAt: row.recorded_at,
    writtenAt: row.written_at,
    actor: row.actor,
    actingAs: row.acting_as,
    action: row.action,
    object: { kind: row.object_kind, id: row.object_id },
    reason: row.reason,
  }));
}
