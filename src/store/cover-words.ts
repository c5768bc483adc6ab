import { type CoverWords, noCoverWords } from '../domain/commentary/cover.ts';
import { instant } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';
import { writeVersion } from './versioned.ts';
import type { WriteSettings } from './write-facts.ts';

/** Which cover report: that of a scorecard, by its code, in a period. */
export interface CoverOf {
  authority: string;
  period: string;
  scorecard: string;
}

/** Keeps the words of a cover report as a new version; false where nothing changed. */
export function writeCoverWords(
  tx: Transaction,
  { authority, period, scorecard }: CoverOf,
  value: CoverWords,
  settings: WriteSettings,
): Promise<boolean> {
  const object = { kind: 'cover', id: `${period} ${scorecard}` };
  const key = { period, scorecard };
  return writeVersion(
    tx,
    authority,
    { table: 'cover_version', key, column: 'content', value, object },
    settings,
  );
}

/** The words as they were last saved, by a moment where one is given, and which version they are. */
export async function readCoverWords(
  store: Pick<Store, 'db'>,
  { authority, period, scorecard, asAt }: CoverOf & { asAt?: string | null },
): Promise<{ words: CoverWords; version: string | null }> {
  let query = store.db
    .selectFrom('cover_version')
    .select(['content', 'revision_id'])
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('period', '=', period)
    .where('scorecard', '=', scorecard)
    .orderBy('recorded_at', 'desc')
    .orderBy('revision_id', 'desc')
    .limit(1);
  if (asAt) query = query.where('recorded_at', '<=', instant(asAt));
  const row = await query.executeTakeFirst();
  return row === undefined
    ? { words: noCoverWords, version: null }
    : { words: row.content as unknown as CoverWords, version: row.revision_id };
}
