import { createHash } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { v7 } from 'uuid';
import type { Edition, EditionStanding } from '../domain/round/edition.ts';
import { writeAuditEvent } from './audit.ts';
import type { AuditHead } from './audit-head.ts';
import { canonicalJson, instant, storable } from './canonical.ts';
import type { Store } from './database.ts';
import { type EditionRecords, editionRecords, noRecords } from './edition-records.ts';
import { authorityId } from './read-authorities.ts';
import type { Schema } from './schema.ts';
import type { Transaction } from './transaction.ts';

type Reader = Pick<Store, 'db'>;

/** A file of an edition: a report in a format, a page of a measure, what went in. */
export interface EditionFile {
  /** `html`, `pdf`, `inputs`, `page`, `measures/hom-2-4`: unique within the edition. */
  format: string;
  mediaType: string;
  bytes: Uint8Array;
}

export interface StoredFile extends EditionFile {
  sha256: string;
}

export interface NewEdition extends Omit<Edition, 'chainHead' | keyof EditionRecords> {
  head: AuditHead;
  actingAs: string;
  /** What was decided when it was made: items marked provisional, warnings acknowledged, the moment of the figures. */
  decided: Record<string, unknown>;
}

const columns = [
  'edition_id',
  'report',
  'scorecard',
  'period',
  'number',
  'standing',
  'release_at',
  'corrects',
  'note',
  'title',
  'recorded_at',
  'published_by',
  'chain_head',
] as const;

type Row = Pick<Selectable<Schema['edition']>, (typeof columns)[number]> & { seal: string | null };

/** Every edition of an authority, newest first, without its bytes. */
export async function readEditions(store: Reader, authority: string): Promise<Edition[]> {
  const id = await authorityId(store.db, authority);
  const rows = await editionsOf(store, id).orderBy('recorded_at', 'desc').orderBy('number', 'desc').execute();
  const records = await editionRecords(store, id, null);
  return rows.map((row) => editionFrom(row, records.get(row.edition_id) ?? noRecords));
}

/** One edition, without its bytes; null for none. */
export async function readEdition(
  store: Reader,
  authority: string,
  edition: string,
): Promise<Edition | null> {
  if (!isEditionId(edition)) return null;
  const id = await authorityId(store.db, authority);
  const row = await editionsOf(store, id).where('edition_id', '=', edition).executeTakeFirst();
  if (row === undefined) return null;
  return editionFrom(row, (await editionRecords(store, id, edition)).get(edition) ?? noRecords);
}

const editionsOf = ({ db }: Reader, id: string) =>
  db
    .selectFrom('edition')
    .select([...columns, sql<string | null>`inputs->>'sealNumber'`.as('seal')])
    .where('authority_id', '=', id);

function editionFrom(row: Row, records: EditionRecords): Edition {
  return {
    id: row.edition_id,
    report: row.report as Edition['report'],
    scorecard: row.scorecard,
    period: row.period,
    number: row.number,
    standing: row.standing as EditionStanding,
    releaseAt: row.release_at,
    corrects: row.corrects,
    note: row.note,
    title: row.title,
    madeAt: row.recorded_at,
    madeBy: row.published_by,
    chainHead: row.chain_head === null ? null : `${row.seal ?? '?'}:${row.chain_head.toString('hex')}`,
    ...records,
  };
}

/** One file of an edition, byte for byte as it was stored; read by its primary key. */
export async function readEditionFile(
  { db }: Reader,
  authority: string,
  edition: string,
  format: string,
): Promise<StoredFile | null> {
  if (!isEditionId(edition)) return null;
  const row = await db
    .selectFrom('edition_file')
    .select(['bytes', 'sha256', 'media_type'])
    .where('authority_id', '=', await authorityId(db, authority))
    .where('edition_id', '=', edition)
    .where('format', '=', format)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { format, mediaType: row.media_type, bytes: row.bytes, sha256: row.sha256 };
}

/** Writes an edition with its files and its audit event, which carries the hash of each. */
export async function addEdition(
  tx: Transaction,
  authority: string,
  given: NewEdition,
  files: readonly EditionFile[],
): Promise<void> {
  const authority_id = await authorityId(tx.db, authority);
  const recorded_at = instant(given.madeAt);
  const hashed = files.map((file) => ({
    ...file,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
  }));
  const event_id = v7();
  const note = given.note === null ? null : storable(given.note, () => 'The note');
  await tx.db
    .insertInto('edition')
    .values({
      authority_id,
      edition_id: given.id,
      report: given.report,
      scorecard: given.scorecard,
      period: given.period,
      number: given.number,
      recorded_at,
      event_id,
      published_by: given.madeBy,
      inputs: storable(
        canonicalJson({ ...given.decided, sealNumber: given.head.sealNumber }),
        () => 'What was decided',
      ),
      standing: given.standing,
      release_at: given.releaseAt === null ? null : instant(given.releaseAt),
      corrects: given.corrects,
      note,
      chain_head: Buffer.from(given.head.hash, 'hex'),
      title: given.title,
    })
    .execute();
  for (const { format, mediaType, bytes, sha256 } of hashed) {
    await tx.db
      .insertInto('edition_file')
      .values({
        authority_id,
        edition_id: given.id,
        format,
        bytes: Buffer.from(bytes),
        sha256,
        media_type: mediaType,
      })
      .execute();
  }
  const { report, scorecard, period, number, standing, releaseAt, corrects } = given;
  await writeAuditEvent(
    tx,
    authority_id,
    {
      recordedAt: recorded_at,
      actor: given.madeBy,
      actingAs: given.actingAs,
      action: `edition.${standing}`,
      object: { kind: 'edition', id: given.id },
      after: {
        report,
        scorecard,
        period,
        number,
        standing,
        releaseAt,
        corrects,
        chainHead: `${given.head.sealNumber}:${given.head.hash}`,
        decided: given.decided,
        sha256: Object.fromEntries(hashed.map(({ format, sha256 }) => [format, sha256])),
      },
      reason: note,
    },
    event_id,
  );
}

/** Ids of editions are UUIDs; anything else in an address is nothing. */
export const isEditionId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
