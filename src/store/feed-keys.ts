import { v7 } from 'uuid';
import type { Person } from '../domain/organisation/person.ts';
import { writeAuditEvent } from './audit.ts';
import { instant } from './canonical.ts';
import type { Store } from './database.ts';
import { readPerson } from './people.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';
import type { WriteSettings } from './write-facts.ts';

/** What stands where a hash stands: the address has been stopped. No key has an empty hash. */
const STOPPED = Buffer.alloc(0);

/** Keeps the hash of a new calendar key of a person, or stops the one there is (null). The trail says that, and no key. */
export async function writeFeedKey(
  tx: Transaction,
  authority: string,
  { person, hash }: { person: string; hash: Uint8Array | null },
  settings: WriteSettings,
): Promise<void> {
  const authority_id = await authorityId(tx.db, authority);
  const recorded_at = instant(settings.recordedAt);
  const event_id = await writeAuditEvent(tx, authority_id, {
    recordedAt: recorded_at,
    actor: settings.actor,
    actingAs: settings.actingAs ?? null,
    action: hash === null ? 'calendarAddress.stop' : 'calendarAddress.make',
    object: { kind: 'person', id: person },
    reason: settings.reason,
    requestId: settings.requestId ?? null,
  });
  const key_hash = hash === null ? STOPPED : Buffer.from(hash);
  await tx.db
    .insertInto('feed_key')
    .values({ authority_id, person, recorded_at, record_id: v7(), event_id, key_hash })
    .execute();
}

/** Since when somebody has had the calendar address that they have now; null where they have none. */
export async function readFeedKeySince(
  store: Pick<Store, 'db'>,
  authority: string,
  person: string,
): Promise<string | null> {
  const newest = await newestOf(store, authority, person);
  return newest === undefined || newest.key_hash.length === 0 ? null : newest.recorded_at;
}

/** Whose calendar address has this hash, as long as it is the newest of theirs; null for nobody. */
export async function readFeedOwner(
  store: Pick<Store, 'db'>,
  authority: string,
  hash: Uint8Array,
): Promise<Person | null> {
  const wanted = Buffer.from(hash);
  if (wanted.length === 0) return null;
  const row = await store.db
    .selectFrom('feed_key')
    .select('person')
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('key_hash', '=', wanted)
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const newest = await newestOf(store, authority, row.person);
  if (newest === undefined || !wanted.equals(newest.key_hash)) return null;
  return readPerson(store, authority, row.person);
}

const newestOf = async (store: Pick<Store, 'db'>, authority: string, person: string) =>
  store.db
    .selectFrom('feed_key')
    .select(['key_hash', 'recorded_at'])
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('person', '=', person)
    .orderBy('recorded_at', 'desc')
    .orderBy('record_id', 'desc')
    .limit(1)
    .executeTakeFirst();
