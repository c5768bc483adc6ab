import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { Evidence } from '../domain/round/evidence.ts';
import { writeAuditEvent } from './audit.ts';
import { instant, storable } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';
import type { WriteSettings } from './write-facts.ts';

type Reader = Pick<Store, 'db'>;

export interface NewEvidence {
  period: string;
  measure: string;
  person: string;
  title: string;
  /** A link, or a file. */
  url: string | null;
  file: { name: string; mediaType: string; bytes: Uint8Array } | null;
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
  return rows
    .filter((row) => row.kind !== 'removal' && !removed.has(row.evidence_id))
    .map((row) => ({
      id: row.evidence_id,
      title: row.title,
      url: row.url,
      file:
        row.file_name === null
          ? null
          : {
              name: row.file_name,
              mediaType: row.media_type ?? 'application/octet-stream',
              size: Number(row.size),
              sha256: row.sha256 ?? '',
            },
      person: row.person,
      at: row.recorded_at,
    }));
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
  { period, measure, person, title, url, file }: NewEvidence,
  settings: WriteSettings,
): Promise<string> {
  const recorded_at = instant(settings.recordedAt);
  const authority_id = await authorityId(tx.db, authority);
  const evidence_id = v7();
  for (const text of [title, url ?? '', file?.name ?? '']) storable(text, () => 'The evidence');
  const sha256 = file === null ? null : createHash('sha256').update(file.bytes).digest('hex');
  const event_id = await event(tx, authority_id, settings, 'evidence.add', `${period} ${measure}`, {
    title,
    url,
    file: file === null ? null : { name: file.name, size: file.bytes.length, sha256 },
  });
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
      kind: file === null ? 'link' : 'file',
      title,
      url,
      file_name: file?.name ?? null,
      media_type: file?.mediaType ?? null,
      size: file === null ? null : String(file.bytes.length),
      sha256,
      removes: null,
    })
    .execute();
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
