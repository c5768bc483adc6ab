import { instant } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';
import { writeVersion } from './versioned.ts';
import type { WriteSettings } from './write-facts.ts';

/** Keeps a setting of an authority's (report headings, gates…) as a new version; false where nothing changed. */
export function writeSetting(
  tx: Transaction,
  authority: string,
  name: string,
  value: unknown,
  settings: WriteSettings,
): Promise<boolean> {
  const object = { kind: 'setting', id: name };
  return writeVersion(
    tx,
    authority,
    { table: 'setting_version', key: { name }, column: 'value', value, object },
    settings,
  );
}

/** An authority's settings by name, as known at a moment. */
export async function readSettings(
  store: Pick<Store, 'db'>,
  question: { authority: string; asAt?: string },
): Promise<Record<string, unknown>> {
  let query = store.db
    .selectFrom('setting_version')
    .distinctOn('name')
    .select(['name', 'value'])
    .where('authority_id', '=', await authorityId(store.db, question.authority))
    .orderBy('name')
    .orderBy('recorded_at', 'desc')
    .orderBy('revision_id', 'desc');
  if (question.asAt !== undefined) query = query.where('recorded_at', '<=', instant(question.asAt));
  const rows = await query.execute();
  return Object.fromEntries(rows.map((row) => [row.name, row.value]));
}
