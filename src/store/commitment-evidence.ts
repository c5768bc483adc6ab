import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { Evidence } from '../domain/round/evidence.ts';
import { writeAuditEvent } from './audit.ts';
import { instant, storable } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';

export interface NewCommitmentEvidence {
  commitment: string;
  person: string;
  actingAs: string;
  /** ISO instant. */
  at: string;
  title: string;
  /** A link, or a file. */
  url: string | null;
  file: { name: string; mediaType: string; bytes: Uint8Array } | null;
}

/** What shows that a commitment was done, oldest first. */
export async function readCommitmentEvidence(
  store: Pick<Store, 'db'>,
  authority: string,
  commitment: string,
): Promise<Evidence[]> {
  const rows = await store.db
    .selectFrom('commitment_evidence')
    .selectAll()
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('commitment_id', '=', commitment)
    .orderBy('recorded_at')
    .orderBy('evidence_id')
    .execute();
  return rows.map((row) => ({
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

export async function readCommitmentEvidenceBytes(
  store: Pick<Store, 'db'>,
  authority: string,
  id: string,
): Promise<Uint8Array | null> {
  const row = await store.db
    .selectFrom('commitment_evidence_file')
    .select('bytes')
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('evidence_id', '=', id)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

/** Adds a file or a link, with an event that holds the hash of the file. @returns its id */
export async function addCommitmentEvidence(
  tx: Transaction,
  authority: string,
  { commitment, person, actingAs, at, title, url, file }: NewCommitmentEvidence,
): Promise<string> {
  const recorded_at = instant(at);
  const authority_id = await authorityId(tx.db, authority);
  const evidence_id = v7();
  for (const text of [title, url ?? '', file?.name ?? '']) storable(text, () => 'The evidence');
  const sha256 = file === null ? null : createHash('sha256').update(file.bytes).digest('hex');
  const size = file === null ? null : file.bytes.length;
  const event_id = await writeAuditEvent(tx, authority_id, {
    recordedAt: recorded_at,
    actor: person,
    actingAs,
    action: 'evidence.add',
    object: { kind: 'commitment', id: commitment },
    after: { title, url, file: file === null ? null : { name: file.name, size, sha256 } },
    reason: null,
  });
  await tx.db
    .insertInto('commitment_evidence')
    .values({
      authority_id,
      evidence_id,
      commitment_id: commitment,
      recorded_at,
      event_id,
      person,
      kind: file === null ? 'link' : 'file',
      title,
      url,
      file_name: file?.name ?? null,
      media_type: file?.mediaType ?? null,
      size: size === null ? null : String(size),
      sha256,
    })
    .execute();
  if (file !== null) {
    await tx.db
      .insertInto('commitment_evidence_file')
      .values({ authority_id, evidence_id, bytes: Buffer.from(file.bytes) })
      .execute();
  }
  return evidence_id;
}
