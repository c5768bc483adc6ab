import { sql } from 'kysely';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';

/**
 * Lets whatever changes a round happen one after another, so that a freeze is a wall: an update that is being saved
 * is either before it or refused. `alone` for verbs of the round itself; updates of one measure wait for each other
 * alone, and share the round. `together` for many measures of a round at once, which is not finished by that.
 */
export async function lockRound(
  tx: Transaction,
  authority: string,
  period: string,
  measure: string | 'alone' | 'together',
): Promise<void> {
  const id = await authorityId(tx.db, authority);
  const round = `${id} round ${period}`;
  if (measure === 'alone') {
    await sql`select pg_advisory_xact_lock(hashtextextended(${round}, 1))`.execute(tx.db);
    return;
  }
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${round}, 1))`.execute(tx.db);
  if (measure === 'together') return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${round} ${measure}`}, 2))`.execute(tx.db);
}
