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

/** A version of a setting, with who recorded it and why. */
export interface SettingAct {
  value: unknown;
  recordedAt: string;
  actor: string;
  actingAs: string | null;
  reason: string | null;
}

/** Every version of one setting, oldest first. */
export async function readSettingActs(
  { db }: Pick<Store, 'db'>,
  authority: string,
  name: string,
): Promise<SettingAct[]> {
  const rows = await db
    .selectFrom('setting_version as s')
    .innerJoin('audit_event as e', (join) =>
      join.onRef('e.authority_id', '=', 's.authority_id').onRef('e.event_id', '=', 's.event_id'),
    )
    .select(['s.value', 's.recorded_at', 'e.actor', 'e.acting_as', 'e.reason'])
    .where('s.authority_id', '=', await authorityId(db, authority))
    .where('s.name', '=', name)
    .orderBy('s.recorded_at')
    .orderBy('s.revision_id')
    .execute();
  return rows.map(({ value, recorded_at, actor, acting_as, reason }) => ({
    value,
    recordedAt: recorded_at,
    actor,
    actingAs: acting_as,
    reason,
  }));
}
