import { v7 } from 'uuid';
import type { Withdrawal } from '../domain/round/edition.ts';
import { writeAuditEvent } from './audit.ts';
import { instant, storable } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';

/** What happened to an edition after it was made. */
export interface EditionRecords {
  readers: readonly string[];
  withdrawn: Withdrawal | null;
  /** The instant at which the end of its embargo was noticed; null while it has not been. */
  releasedAt: string | null;
}

export const noRecords: EditionRecords = { readers: [], withdrawn: null, releasedAt: null };

/** Of every edition to which something happened. Of readers the last list counts. */
export async function editionRecords(
  { db }: Pick<Store, 'db'>,
  authority_id: string,
  edition: string | null,
): Promise<Map<string, EditionRecords>> {
  let query = db
    .selectFrom('edition_record')
    .select(['edition_id', 'verb', 'person', 'recorded_at', 'reason', 'detail'])
    .where('authority_id', '=', authority_id)
    .orderBy('recorded_at')
    .orderBy('record_id');
  if (edition !== null) query = query.where('edition_id', '=', edition);
  const found = new Map<string, EditionRecords>();
  for (const row of await query.execute()) {
    const held = found.get(row.edition_id) ?? noRecords;
    const { recorded_at: at, person: by, reason } = row;
    const change: Readonly<Record<string, Partial<EditionRecords>>> = {
      readers: { readers: (row.detail as { people?: string[] }).people ?? [] },
      withdraw: { withdrawn: { at, by, reason: reason ?? '' } },
      release: { releasedAt: at },
    };
    found.set(row.edition_id, { ...held, ...change[row.verb] });
  }
  return found;
}

interface By {
  person: string;
  actingAs: string;
  at: string;
  reason: string | null;
}

/** Says who may read an edition before everybody may; the whole list each time. */
export async function nameReaders(
  tx: Transaction,
  authority: string,
  edition: string,
  people: readonly string[],
  by: By,
): Promise<void> {
  const authority_id = await authorityId(tx.db, authority);
  const before = (await editionRecords(tx, authority_id, edition)).get(edition);
  await addRecord(tx, authority_id, edition, 'readers', by, {
    action: 'edition.readers',
    before: before === undefined ? null : { people: before.readers },
    after: { people },
  });
}

/** Takes an edition from its readers; its bytes stay. */
export async function withdraw(tx: Transaction, authority: string, edition: string, by: By): Promise<void> {
  const authority_id = await authorityId(tx.db, authority);
  await addRecord(tx, authority_id, edition, 'withdraw', by, {
    action: 'edition.withdrawn',
    before: null,
    after: { withdrawn: true },
  });
}

/** Notes that an embargo has ended, so that it is told once. */
export async function noteRelease(
  tx: Transaction,
  authority: string,
  edition: string,
  by: By & { releaseAt: string; told: readonly string[] },
): Promise<void> {
  const authority_id = await authorityId(tx.db, authority);
  const { releaseAt, told } = by;
  await addRecord(tx, authority_id, edition, 'release', by, {
    action: 'edition.released',
    before: null,
    after: { releaseAt, told },
  });
}

async function addRecord(
  tx: Transaction,
  authority_id: string,
  edition_id: string,
  verb: 'readers' | 'withdraw' | 'release',
  by: By,
  event: { action: string; before: object | null; after: object },
): Promise<void> {
  const recorded_at = instant(by.at);
  const reason = by.reason === null ? null : storable(by.reason, () => 'The reason');
  const event_id = await writeAuditEvent(tx, authority_id, {
    recordedAt: recorded_at,
    actor: by.person,
    actingAs: by.actingAs,
    object: { kind: 'edition', id: edition_id },
    ...event,
    reason,
  });
  await tx.db
    .insertInto('edition_record')
    .values({
      authority_id,
      edition_id,
      record_id: v7(),
      verb,
      person: by.person,
      recorded_at,
      event_id,
      reason,
      detail: JSON.stringify(event.after),
    })
    .execute();
}
