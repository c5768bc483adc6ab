import { sql } from 'kysely';
import type { Person } from '../domain/organisation/person.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';

/** One sign-in that is still open; the token itself is held by the browser alone. */
export interface SessionRow {
  tokenHash: Buffer;
  person: string;
  csrf: string;
  createdAt: string;
  seenAt: string;
  expiresAt: string;
  /** The browser, as it calls itself. */
  agent: string;
  /** `local`, `oidc` or `demonstration`. */
  how: string;
}

type Reader = Pick<Store, 'db'>;

export async function addSession(tx: Transaction, authority: string, row: SessionRow): Promise<void> {
  await tx.db
    .insertInto('session')
    .values({
      authority_id: await authorityId(tx.db, authority),
      token_hash: row.tokenHash,
      person: row.person,
      csrf: row.csrf,
      created_at: row.createdAt,
      seen_at: row.seenAt,
      expires_at: row.expiresAt,
      agent: row.agent,
      how: row.how,
    })
    .execute();
}

/**
 * A session with its person as they are now, in one round trip, because every request asks this; null for a token
 * that belongs to nobody. Whether the session has ended is for the caller to say.
 */
export async function findSession(
  { db }: Reader,
  authority: string,
  tokenHash: Buffer,
): Promise<{ session: SessionRow; person: Person | null } | null> {
  const row = await db
    .selectFrom('session as s')
    .innerJoin('authority as a', 'a.authority_id', 's.authority_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('person_version as v')
          .selectAll()
          .whereRef('v.authority_id', '=', 's.authority_id')
          .whereRef('v.person', '=', 's.person')
          .orderBy('v.recorded_at', 'desc')
          .orderBy('v.revision_id', 'desc')
          .limit(1)
          .as('p'),
      (join) => join.onTrue(),
    )
    .select(['s.token_hash', 's.person', 's.csrf', 's.created_at', 's.seen_at', 's.expires_at'])
    .select(['s.agent', 's.how', 'p.name', 'p.email', 'p.roles', 'p.directorate', 'p.post', 'p.level'])
    .select(['p.subject', 'p.mail', 'p.active'])
    .where('a.code', '=', authority)
    .where('s.token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { name, email, roles, mail, active } = row;
  if (name === null || email === null || mail === null || active === null) {
    return { session: sessionFrom(row), person: null };
  }
  const person: Person = {
    id: row.person,
    name,
    email,
    roles: roles as Person['roles'],
    directorate: row.directorate,
    post: row.post,
    level: row.level,
    subject: row.subject,
    mail: mail as Person['mail'],
    active,
  };
  return { session: sessionFrom(row), person };
}

/** The sessions of a person, the one used last first. */
export async function sessionsOf({ db }: Reader, authority: string, person: string): Promise<SessionRow[]> {
  const rows = await db
    .selectFrom('session')
    .selectAll()
    .where('authority_id', '=', await authorityId(db, authority))
    .where('person', '=', person)
    .orderBy('seen_at', 'desc')
    .execute();
  return rows.map(sessionFrom);
}

export async function touchSession(
  { db }: Reader,
  authority: string,
  tokenHash: Buffer,
  at: string,
): Promise<void> {
  await db
    .updateTable('session')
    .set({ seen_at: at })
    .where('authority_id', '=', await authorityId(db, authority))
    .where('token_hash', '=', tokenHash)
    .execute();
}

/** Removes one session, or all of a person's, or those that were over by a moment; and says whose they were. */
export async function removeSessions(
  { db }: Reader,
  authority: string,
  which: { tokenHash: Buffer } | { person: string } | { overBy: string; idleSince: string },
): Promise<{ person: string; how: string }[]> {
  const query = db
    .deleteFrom('session')
    .where('authority_id', '=', await authorityId(db, authority))
    .returning(['person', 'how']);
  if ('tokenHash' in which) return query.where('token_hash', '=', which.tokenHash).execute();
  if ('person' in which) return query.where('person', '=', which.person).execute();
  return query.where(sql<boolean>`(expires_at < ${which.overBy} or seen_at < ${which.idleSince})`).execute();
}

const sessionFrom = (row: {
  token_hash: Buffer;
  person: string;
  csrf: string;
  created_at: string;
  seen_at: string;
  expires_at: string;
  agent: string;
  how: string;
}): SessionRow => ({
  tokenHash: row.token_hash,
  person: row.person,
  csrf: row.csrf,
  createdAt: row.created_at,
  seenAt: row.seen_at,
  expiresAt: row.expires_at,
  agent: row.agent,
  how: row.how,
});
