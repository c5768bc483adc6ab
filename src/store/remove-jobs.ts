import { instant } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';

/**
 * Removes pieces of work that nobody has begun, with their files: one by its id, or all of a kind written before a
 * moment. @returns how many there were: of two who remove one at the same time, one is told 1
 */
export async function removeWaitingJobs(
  { db }: Pick<Store, 'db'>,
  authority: string,
  which: { id: string } | { kind: string; writtenBefore: string },
): Promise<number> {
  const authority_id = await authorityId(db, authority);
  let wanted = db
    .selectFrom('job')
    .select('job_id')
    .where('authority_id', '=', authority_id)
    .where('state', '=', 'waiting');
  wanted =
    'id' in which
      ? wanted.where('job_id', '=', which.id)
      : wanted.where('kind', '=', which.kind).where('written_at', '<', instant(which.writtenBefore));
  const ids = (await wanted.forUpdate().execute()).map(({ job_id }) => job_id);
  if (ids.length === 0) return 0;
  await db
    .deleteFrom('job_file')
    .where('authority_id', '=', authority_id)
    .where('job_id', 'in', ids)
    .execute();
  const { numDeletedRows } = await db
    .deleteFrom('job')
    .where('authority_id', '=', authority_id)
    .where('job_id', 'in', ids)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
