import { sql } from 'kysely';
import { v7 } from 'uuid';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';

/** Finds or makes the authority's key, and lets one writer at a time compare and add: the others wait here. */
export async function openAuthority(tx: Transaction, code: string, createdAt: string): Promise<string> {
  await tx.db
    .insertInto('authority')
    .values({ authority_id: v7(), code, created_at: createdAt })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
  const id = await authorityId(tx.db, code);
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx.db);
  return id;
}
