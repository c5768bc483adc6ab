import { v7 } from 'uuid';
import type { Evidence } from '../domain/round/evidence.ts';
import { attachmentColumns, attachmentFrom, type NewAttachment } from './attachment.ts';
import { writeAuditEvent } from './audit.ts';
import { instant } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';

export interface NewCommitmentEvidence extends NewAttachment {
  commitment: string;
  person: string;
  actingAs: string;
  /** ISO instant. */
  at: string;
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
  return rows.map(attachmentFrom);
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
  { commitment, person, actingAs, at, ...attachment }: NewCommitmentEvidence,
): Promise<string> {
  const recorded_at = instant(at);
  const authority_id = await authorityId(tx.db, authority);
  const evidence_id = v7();
  const { columns, told } = attachmentColumns(attachment);
  const event_id = await writeAuditEvent(tx, authority_id, {
    recordedAt: recorded_at,
    actor: person,
    actingAs,
    action: 'evidence.add',
    object: { kind: 'commitment', id: commitment },
    after: told,
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
      ...columns,
    })
    .execute();
  const { file } = attachment;
  if (file !== null) {
    await tx.db
      .insertInto('commitment_evidence_file')
      .values({ authority_id, evidence_id, bytes: Buffer.from(file.bytes) })
      .execute();
  }
  return evidence_id;
}
