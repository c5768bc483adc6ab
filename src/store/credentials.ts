import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Person } from '../domain/organisation/person.ts';
import { writeAuditEvent } from './audit.ts';
import { instant } from './canonical.ts';
import type { Store } from './database.ts';
import { readPerson } from './people.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';
import type { WriteSettings } from './write-facts.ts';

/** Keeps a new secret of a person; the audit event says that it was set, and nothing of it. */
export async function writeCredential(
  tx: Transaction,
  authority: string,
  { person, secret }: { person: string; secret: string },
  settings: WriteSettings,
): Promise<void> {
  const authority_id = await authorityId(tx.db, authority);
  const recorded_at = instant(settings.recordedAt);
  const event_id = await writeAuditEvent(tx, authority_id, {
    recordedAt: recorded_at,
    actor: settings.actor,
    actingAs: settings.actingAs ?? null,
    action: 'credential.write',
    object: { kind: 'person', id: person },
    reason: settings.reason,
    requestId: settings.requestId ?? null,
  });
  await tx.db
    .insertInto('credential')
    .values({ authority_id, person, recorded_at, record_id: v7(), event_id, secret })
    .execute();
}

/** A person with the secret that counts now, by their id; the secret is null where there is none. */
export async function readCredential(
  store: Pick<Store, 'db'>,
  authority: string,
  id: string,
): Promise<{ person: Person; secret: string | null } | null> {
  const person = await readPerson(store, authority, id);
  const row = await store.db
    .selectFrom('credential')
    .select('secret')
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('person', '=', id)
    .orderBy('recorded_at', 'desc')
    .orderBy('record_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return person === null ? null : { person, secret: row?.secret ?? null };
}

/** One try to sign in with a name and a password. */
export interface SignInAttempt {
  id: string;
  /** What stands for the name that was typed: never the name itself, which may be a password in the wrong box. */
  name: string;
  address: string;
  triedAt: string;
}

/**
 * Makes tries at one name, and tries from one address, wait for each other until the transaction ends: a hundred at
 * once must not all find that nobody has tried yet.
 */
export async function queueAttempts(tx: Transaction, authority: string, keys: readonly string[]) {
  const authority_id = await authorityId(tx.db, authority);
  for (const key of keys) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${authority_id} ${key}`}, 0))`.execute(tx.db);
  }
}

/** Notes a try as failed, which it is until it has succeeded. */
export async function addAttempt(tx: Transaction, authority: string, attempt: SignInAttempt): Promise<void> {
  await tx.db
    .insertInto('sign_in_attempt')
    .values({
      authority_id: await authorityId(tx.db, authority),
      attempt_id: attempt.id,
      name: attempt.name,
      address: attempt.address,
      tried_at: attempt.triedAt,
      succeeded: false,
    })
    .execute();
}

export async function attemptSucceeded(tx: Transaction, authority: string, id: string): Promise<void> {
  await tx.db
    .updateTable('sign_in_attempt')
    .set({ succeeded: true })
    .where('authority_id', '=', await authorityId(tx.db, authority))
    .where('attempt_id', '=', id)
    .execute();
}

/** Failures since a moment (or since the last success, for the two together), and the last of them. */
export interface Failures {
  count: number;
  last: string | null;
}

export interface AttemptsSoFar {
  /** At this name from this address, since the last success of the two. */
  together: Failures;
  byName: Failures;
  byAddress: Failures;
  /** This name has signed in from this address before. */
  known: boolean;
}

export async function readAttempts(
  tx: Transaction,
  authority: string,
  { name, address }: { name: string; address: string },
  since: string,
): Promise<AttemptsSoFar> {
  const rows = await tx.db
    .selectFrom('sign_in_attempt')
    .select(['name', 'address', 'tried_at', 'succeeded'])
    .where('authority_id', '=', await authorityId(tx.db, authority))
    .where((eb) => eb.or([eb('name', '=', name), eb('address', '=', address)]))
    .orderBy('tried_at')
    .execute();
  const both = rows.filter((row) => row.name === name && row.address === address);
  const success = both.filter((row) => row.succeeded).at(-1)?.tried_at ?? '';
  const failures = (of: typeof rows): Failures => {
    const failed = of.filter((row) => !row.succeeded && row.tried_at > since);
    return { count: failed.length, last: failed.at(-1)?.tried_at ?? null };
  };
  return {
    together: failures(both.filter((row) => row.tried_at > success)),
    byName: failures(rows.filter((row) => row.name === name)),
    byAddress: failures(rows.filter((row) => row.address === address)),
    known: success !== '',
  };
}

/** Forgets failures and successes that no longer slow anybody down. */
export async function removeAttempts(
  tx: Transaction,
  authority: string,
  { failedBefore, succeededBefore }: { failedBefore: string; succeededBefore: string },
): Promise<void> {
  await tx.db
    .deleteFrom('sign_in_attempt')
    .where('authority_id', '=', await authorityId(tx.db, authority))
    .where((eb) =>
      eb.or([
        eb.and([eb('succeeded', '=', false), eb('tried_at', '<', failedBefore)]),
        eb('tried_at', '<', succeededBefore),
      ]),
    )
    .execute();
}
