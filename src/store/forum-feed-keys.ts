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

/** Keeps the hash of a new calendar key of a person for a forum, or stops the one there is (null). The trail holds no key. */
export async function writeForumFeedKey(
  tx: Transaction,
  authority: string,
  { person, forum, hash }: { person: string; forum: string; hash: Uint8Array | null },
  settings: WriteSettings,
): Promise<void> {
  const authority_id = await authorityId(tx.db, authority);
  const recorded_at = instant(settings.recordedAt);
  const event_id = await writeAuditEvent(tx, authority_id, {
    recordedAt: recorded_at,
    actor: settings.actor,
    actingAs: settings.actingAs ?? null,
    action: hash === null ? 'forumCalendarAddress.stop' : 'forumCalendarAddress.make',
    object: { kind: 'person', id: person },
    after: { forum },
    reason: settings.reason,
    requestId: settings.requestId ?? null,
  });
  const key_hash = hash === null ? STOPPED : Buffer.from(hash);
  await tx.db
    .insertInto('forum_feed_key')
    .values({ authority_id, person, forum, recorded_at, record_id: v7(), event_id, key_hash })
    .execute();
}

/** Since when somebody has had the address for a forum that they have now; null where they have none. */
export async function readForumFeedKeySince(
  store: Pick<Store, 'db'>,
  authority: string,
  person: string,
  forum: string,
): Promise<string | null> {
  const newest = await newestOf(store, authority, person, forum);
  return newest === undefined || newest.key_hash.length === 0 ? null : newest.recorded_at;
}

/** Whose address of which forum has this hash, as long as it is the newest of theirs; null for nobody. */
export async function readForumFeedOwner(
  store: Pick<Store, 'db'>,
  authority: string,
  hash: Uint8Array,
): Promise<{ person: Person; forum: string } | null> {
  const wanted = Buffer.from(hash);
  if (wanted.length === 0) return null;
  const row = await store.db
    .selectFrom('forum_feed_key')
    .select(['person', 'forum'])
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('key_hash', '=', wanted)
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const newest = await newestOf(store, authority, row.person, row.forum);
  if (newest === undefined || !wanted.equals(newest.key_hash)) return null;
  const person = await readPerson(store, authority, row.person);
  return person === null ? null : { person, forum: row.forum };
}

const newestOf = async (store: Pick<Store, 'db'>, authority: string, person: string, forum: string) =>
  store.db
    .selectFrom('forum_feed_key')
    .select(['key_hash', 'recorded_at'])
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('person', '=', person)
    .where('forum', '=', forum)
    .orderBy('recorded_at', 'desc')
    .orderBy('record_id', 'desc')
    .limit(1)
    .executeTakeFirst();
