import type { Kysely } from 'kysely';
import type { Authority } from '../domain/organisation/organisation.ts';
import type { Store } from './database.ts';
import { authorityFrom } from './facts/authority.ts';
import { StoreProblem } from './problem.ts';
import type { Schema } from './schema.ts';

/** Every authority as it is now known, by code. */
export async function listAuthorities(store: Pick<Store, 'db'>): Promise<Authority[]> {
  const rows = await store.db
    .selectFrom('authority as a')
    .innerJoin('authority_version as v', 'v.authority_id', 'a.authority_id')
    .distinctOn('a.authority_id')
    .selectAll('v')
    .select('a.code')
    .orderBy('a.authority_id')
    .orderBy('v.recorded_at', 'desc')
    .orderBy('v.revision_id', 'desc')
    .execute();
  return rows.map((row) => authorityFrom(row.code, row)).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Keys that are held for good: an authority is never removed, and its key never changes. By database, not by transaction. */
const known = new WeakMap<Kysely<Schema>, Map<string, string>>();

/** The key of an authority's rows. @throws StoreProblem naming the authorities that are held. */
export async function authorityId(db: Kysely<Schema>, code: string): Promise<string> {
  const before = known.get(db)?.get(code);
  if (before !== undefined) return before;
  const found = await db
    .selectFrom('authority')
    .select('authority_id')
    .where('code', '=', code)
    .executeTakeFirst();
  if (found) {
    // What a transaction sees may be taken back with it.
    if (!db.isTransaction) known.set(db, (known.get(db) ?? new Map()).set(code, found.authority_id));
    return found.authority_id;
  }
  const held = await db.selectFrom('authority').select('code').orderBy('code').execute();
  throw new StoreProblem(
    'unknownAuthority',
    held.length === 0
      ? `There is no authority ${JSON.stringify(code)}: the database is empty.`
      : `There is no authority ${JSON.stringify(code)}. The database holds ${held.map((one) => one.code).join(', ')}.`,
  );
}
