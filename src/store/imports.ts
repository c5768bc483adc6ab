import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { writeAuditEvent } from './audit.ts';
import { canonicalJson, instant, storable } from './canonical.ts';
import type { Store } from './database.ts';
import { StoreProblem } from './problem.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';
import { openAuthority } from './write-authority.ts';

/** One file taken in: kept byte for byte beside what became of it. */
export interface ImportedFile {
  /** From `newBatchId`: the facts that came with the file name it. */
  batchId: string;
  recordedAt: string;
  /** `improvement-report`, `updates`, `measures`… */
  kind: string;
  fileName: string;
  bytes: Uint8Array;
  importedBy: string;
  counts: unknown;
  warnings: unknown;
  reason: string | null;
}

export interface ImportBatch extends Omit<ImportedFile, 'bytes' | 'reason'> {
  sha256: string;
  size: number;
}

export const newBatchId = (): string => v7();

/** Records an import and its audit event, in the transaction that writes its facts. */
export async function recordImport(
  tx: Transaction,
  authority: string,
  file: ImportedFile,
): Promise<ImportBatch> {
  const { bytes, reason, ...kept } = file;
  const recordedAt = instant(file.recordedAt);
  const id = await openAuthority(tx, authority, recordedAt);
  const batch = {
    ...kept,
    recordedAt,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.byteLength,
  };
  const eventId = await writeAuditEvent(tx, id, {
    recordedAt,
    actor: file.importedBy,
    action: 'import',
    object: { kind: 'import', id: file.batchId },
    after: { kind: file.kind, fileName: file.fileName, sha256: batch.sha256, counts: file.counts },
    reason,
    batchId: file.batchId,
  });
  await tx.db
    .insertInto('import_batch')
    .values({
      authority_id: id,
      batch_id: file.batchId,
      recorded_at: recordedAt,
      event_id: eventId,
      kind: file.kind,
      file_name: storable(file.fileName, () => 'The file name'),
      sha256: batch.sha256,
      size: String(batch.size),
      imported_by: file.importedBy,
      counts: canonicalJson(file.counts),
      warnings: canonicalJson(file.warnings),
    })
    .execute();
  await tx.db
    .insertInto('import_file')
    .values({ authority_id: id, batch_id: file.batchId, bytes: Buffer.from(bytes) })
    .execute();
  return batch;
}

/** An authority's imports, newest first. */
export async function readImportBatches(
  store: Store,
  question: { authority: string },
): Promise<ImportBatch[]> {
  const rows = await store.db
    .selectFrom('import_batch')
    .selectAll()
    .where('authority_id', '=', await authorityId(store.db, question.authority))
    .orderBy('recorded_at', 'desc')
    .orderBy('batch_id', 'desc')
    .execute();
  return rows.map((row) => ({
    batchId: row.batch_id,
    recordedAt: row.recorded_at,
    kind: row.kind,
    fileName: row.file_name,
    importedBy: row.imported_by,
    counts: row.counts,
    warnings: row.warnings,
    sha256: row.sha256,
    size: Number(row.size),
  }));
}

/** The bytes of an imported file, checked against the hash taken when it came in. */
export async function readImportFile(
  store: Store,
  question: { authority: string; batchId: string },
): Promise<Uint8Array> {
  const id = await authorityId(store.db, question.authority);
  const row = await store.db
    .selectFrom('import_file as f')
    .innerJoin('import_batch as b', (join) =>
      join.onRef('b.authority_id', '=', 'f.authority_id').onRef('b.batch_id', '=', 'f.batch_id'),
    )
    .select(['f.bytes', 'b.sha256', 'b.file_name'])
    .where('f.authority_id', '=', id)
    .where('f.batch_id', '=', question.batchId)
    .executeTakeFirst();
  if (!row) throw new StoreProblem('unusableFact', `There is no import ${question.batchId}.`);
  if (createHash('sha256').update(row.bytes).digest('hex') !== row.sha256) {
    throw new StoreProblem(
      'damagedBackup',
      `The kept file ${row.file_name} no longer has the hash it came in with.`,
    );
  }
  return row.bytes;
}
