import { v7 } from 'uuid';
import type { Evidence } from '../domain/round/evidence.ts';
import { attachmentColumns, attachmentFrom, type NewAttachment } from './attachment.ts';
import { writeAuditEvent } from './audit.ts';
import { instant } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';
import type { WriteSettings } from './write-facts.ts';

type Reader = Pick<Store, 'db'>;

export interface NewEvidence extends NewAttachment {
  period: string;
  measure: string;
  person: string;
}

/** What stands behind a measure's figures in a period, oldest first; what was taken away is not among it. */
export async function readEvidence(
  store: Reader,
  authority: string,
  period: string,
  measure: string,
): Promise<Evidence[]> {
  const rows = await store.db
    .selectFrom('evidence')
    .selectAll()
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('period', '=', period)
    .where('measure', '=', measure)
    .orderBy('recorded_at')
    .orderBy('evidence_id')
    .execute();
  const removed = new Set(rows.flatMap(({ removes }) => removes ?? []));
  return rows.filter((row) => row.kind !== 'removal' && !removed.has(row.evidence_id)).map(attachmentFrom);
}

export async function readEvidenceBytes(
  store: Reader,
  authority: string,
  id: string,
): Promise<Uint8Array | null> {
  const row = await store.db
    .selectFrom('evidence_file')
    .select('bytes')
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('evidence_id', '=', id)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

/** Adds a file or a link, with an event that holds the hash of the file. */
export async function addEvidence(
  tx: Transaction,
  authority: string,
  { period, measure, person, ...attachment }: NewEvidence,
  settings: WriteSettings,
): Promise<string> {
  const recorded_at = instant(settings.recordedAt);
  const authority_id = await authorityId(tx.db, authority);
  const evidence_id = v7();
  const { columns, told } = attachmentColumns(attachment);
  const object = `${period} ${measure}`;
  const event_id = await event(tx, authority_id, settings, 'evidence.add', object, told);
  await tx.db
    .insertInto('evidence')
    .values({
      authority_id,
      evidence_id,
      period,
      measure,
      recorded_at,
      event_id,
      person,
      ...columns,
      removes: null,
    })
    .execute();
  const { file } = attachment;
  if (file !== null) {
    await tx.db
      .insertInto('evidence_file')
      .values({ authority_id, evidence_id, bytes: Buffer.from(file.bytes) })
      .execute();
  }
  return evidence_id;
}

/** Takes evidence off the list; it is kept, and the trail says who took it off. */
export async function removeEvidence(
  tx: Transaction,
  authority: string,
  which: { period: string; measure: string; person: string; evidence: Evidence },
  settings: WriteSettings,
): Promise<void> {
  const { period, measure, person, evidence } = which;
  const recorded_at = instant(settings.recordedAt);
  const authority_id = await authorityId(tx.db, authority);
  const object = `${period} ${measure}`;
  const event_id = await event(tx, authority_id, settings, 'evidence.remove', object, {
    title: evidence.title,
  });
  const nothing = { url: null, file_name: null, media_type: null, size: null, sha256: null };
  await tx.db
    .insertInto('evidence')
    .values({
      authority_id,
      evidence_id: v7(),
      period,
      measure,
      recorded_at,
      event_id,
      person,
      kind: 'removal',
      title: evidence.title,
      ...nothing,
      removes: evidence.id,
    })
    .execute();
}

const event = (
  tx: Transaction,
  authority_id: string,
  settings: WriteSettings,
  action: string,
  id: string,
  after: unknown,
): Promise<string> =>
  writeAuditEvent(tx, authority_id, {
    recordedAt: instant(settings.recordedAt),
    actor: settings.actor,
    actingAs: settings.actingAs ?? null,
    action,
    object: { kind: 'update', id },
    after,
    reason: settings.reason,
    requestId: settings.requestId ?? null,
  });
