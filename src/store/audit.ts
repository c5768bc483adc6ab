import { v7 } from 'uuid';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';

/** Who did what to which object, and why; written in the same transaction as the change. */
export interface AuditEvent {
  /** ISO instant. */
  recordedAt: string;
  actor: string;
  /** The role in which they acted, as it was then. */
  actingAs?: string | null;
  /** A verb of ours: `facts.write`, `import`, `setting.write`. */
  action: string;
  object: { kind: string; id: string };
  before?: unknown;
  after?: unknown;
  reason: string | null;
  requestId?: string | null;
  batchId?: string | null;
}

export interface RecordedAuditEvent extends Required<AuditEvent> {
  id: string;
  /** When the database wrote it, whatever the caller's clock said. */
  writtenAt: string;
}

/** Adds one event; give `eventId` where rows that it explains already name it. */
export async function writeAuditEvent(
  tx: Transaction,
  authority_id: string,
  event: AuditEvent,
  eventId: string = v7(),
): Promise<string> {
  const json = (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value));
  await tx.db
    .insertInto('audit_event')
    .values({
      authority_id,
      event_id: eventId,
      recorded_at: event.recordedAt,
      actor: event.actor,
      acting_as: event.actingAs ?? null,
      action: event.action,
      object_kind: event.object.kind,
      object_id: event.object.id,
      before: json(event.before),
      after: json(event.after),
      reason: event.reason,
      request_id: event.requestId ?? null,
      batch_id: event.batchId ?? null,
    })
    .execute();
  return eventId;
}

export interface AuditQuestion {
  authority: string;
  /** Only events about this kind of object, or this one. */
  object?: { kind: string; id?: string };
  limit?: number;
}

/** The events of an authority in the order they were written, oldest first; the newest `limit` of them. */
export async function readAuditTrail(store: Store, question: AuditQuestion): Promise<RecordedAuditEvent[]> {
  const authority_id = await authorityId(store.db, question.authority);
  let query = store.db
    .selectFrom('audit_event')
    .selectAll()
    .where('authority_id', '=', authority_id)
    .orderBy('event_id', 'desc');
  if (question.object) query = query.where('object_kind', '=', question.object.kind);
  if (question.object?.id !== undefined) query = query.where('object_id', '=', question.object.id);
  if (question.limit !== undefined) query = query.limit(question.limit);
  const rows = await query.execute();
  return rows.reverse().map((row) => ({
    id: row.event_id,
    recordedAt: row.recorded_at,
    writtenAt: row.written_at,
    actor: row.actor,
    actingAs: row.acting_as,
    action: row.action,
    object: { kind: row.object_kind, id: row.object_id },
    before: row.before,
    after: row.after,
    reason: row.reason,
    requestId: row.request_id,
    batchId: row.batch_id,
  }));
}
