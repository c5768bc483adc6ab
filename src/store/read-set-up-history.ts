import type { Recorded } from '../domain/facts.ts';
import type { MeasureVersion } from '../domain/measure/measure.ts';
import type { TargetVersion } from '../domain/target/target.ts';
import type { Store } from './database.ts';
import { measureFrom } from './facts/measures.ts';
import { targetFrom } from './facts/targets.ts';
import { authorityId } from './read-authorities.ts';

type Reader = Pick<Store, 'db'>;

/** By whose act something was recorded: null where the trail does not say. */
export interface RecordedBy {
  by: { actor: string; actingAs: string | null; reason: string | null } | null;
}

const byOf = (row: { actor: string | null; acting_as: string | null; why: string | null }) => ({
  by: row.actor === null ? null : { actor: row.actor, actingAs: row.acting_as, reason: row.why },
});

/** Everything that was ever recorded of what a measure is: its versions and the corrections of each, oldest first. */
export async function readDefinitionHistory(
  { db }: Reader,
  authority: string,
  measure: string,
): Promise<(Recorded<MeasureVersion> & RecordedBy)[]> {
  const rows = await db
    .selectFrom('measure_version as v')
    .leftJoin('audit_event as e', (join) =>
      join.onRef('e.authority_id', '=', 'v.authority_id').onRef('e.event_id', '=', 'v.event_id'),
    )
    .selectAll('v')
    .select(['e.actor', 'e.acting_as', 'e.reason as why'])
    .where('v.authority_id', '=', await authorityId(db, authority))
    .where('v.code', '=', measure)
    .orderBy('v.recorded_at')
    .orderBy('v.revision_id')
    .execute();
  return rows.map((row) => ({ ...measureFrom(row), recordedAt: row.recorded_at, ...byOf(row) }));
}

/** Every version of everything that a measure was ever promised, with by whose act, oldest first and then by period. */
export async function readTargetActs(
  { db }: Reader,
  authority: string,
  measure: string,
): Promise<(Recorded<TargetVersion> & RecordedBy)[]> {
  const rows = await db
    .selectFrom('target_version as t')
    .leftJoin('audit_event as e', (join) =>
      join.onRef('e.authority_id', '=', 't.authority_id').onRef('e.event_id', '=', 't.event_id'),
    )
    .selectAll('t')
    .select(['e.actor', 'e.acting_as', 'e.reason as why'])
    .where('t.authority_id', '=', await authorityId(db, authority))
    .where('t.measure', '=', measure)
    .orderBy('t.recorded_at')
    .orderBy('t.period')
    .orderBy('t.role')
    .orderBy('t.version')
    .execute();
  return rows.map((row) => ({ ...targetFrom(row), ...byOf(row) }));
}
