import type { Commentary, Observation, Recorded } from '../domain/facts.ts';
import type { TargetVersion } from '../domain/target/target.ts';
import type { Store } from './database.ts';
import { commentaryFrom } from './facts/commentaries.ts';
import { observationFrom } from './facts/observations.ts';
import { targetFrom } from './facts/targets.ts';
import { authorityId } from './read-authorities.ts';

type Reader = Pick<Store, 'db'>;

/** The texts of a measure in every period, as now known. */
export async function readTexts(
  { db }: Reader,
  authority: string,
  measure: string,
): Promise<Recorded<Commentary>[]> {
  const rows = await db
    .selectFrom('commentary')
    .distinctOn(['period', 'part'])
    .selectAll()
    .where('authority_id', '=', await authorityId(db, authority))
    .where('measure', '=', measure)
    .orderBy('period')
    .orderBy('part')
    .orderBy('recorded_at', 'desc')
    .orderBy('revision_id', 'desc')
    .execute();
  return rows.map(commentaryFrom);
}

/** Every version of everything that a measure was ever promised, oldest first. */
export async function readTargetHistory(
  { db }: Reader,
  authority: string,
  measure: string,
): Promise<Recorded<TargetVersion>[]> {
  const rows = await db
    .selectFrom('target_version')
    .selectAll()
    .where('authority_id', '=', await authorityId(db, authority))
    .where('measure', '=', measure)
    .orderBy('recorded_at')
    .orderBy('revision_id')
    .execute();
  return rows.map(targetFrom);
}

/** A figure as it was recorded: by whose act, and from which file. */
export interface RecordedFigure extends Recorded<Observation> {
  by: { actor: string; actingAs: string | null; reason: string | null } | null;
  file: { name: string; sha256: string; importedBy: string; importedAt: string } | null;
}

/** Every version of every figure of a measure in a period, oldest first. */
export const readFigureHistory = async (
  reader: Reader,
  authority: string,
  period: string,
  measure: string,
): Promise<RecordedFigure[]> => recordedFigures(reader, authority, measure, { period });

/** Every version of every forecast of a measure, in all periods, oldest first. */
export const readForecastHistory = async (
  reader: Reader,
  authority: string,
  measure: string,
): Promise<RecordedFigure[]> => recordedFigures(reader, authority, measure, { role: 'forecast' });

async function recordedFigures(
  { db }: Reader,
  authority: string,
  measure: string,
  only: { period: string } | { role: 'forecast' },
): Promise<RecordedFigure[]> {
  const rows = await db
    .selectFrom('observation as o')
    .leftJoin('audit_event as e', (join) =>
      join.onRef('e.authority_id', '=', 'o.authority_id').onRef('e.event_id', '=', 'o.event_id'),
    )
    .leftJoin('import_batch as b', (join) =>
      join.onRef('b.authority_id', '=', 'o.authority_id').onRef('b.batch_id', '=', 'o.batch_id'),
    )
    .selectAll('o')
    .select([
      'e.actor',
      'e.acting_as',
      'e.reason as why',
      'b.file_name',
      'b.sha256',
      'b.imported_by',
      'b.recorded_at as imported_at',
    ])
    .where('o.authority_id', '=', await authorityId(db, authority))
    .where('o.measure', '=', measure)
    .where('period' in only ? 'o.period' : 'o.role', '=', 'period' in only ? only.period : only.role)
    .orderBy('o.recorded_at')
    .orderBy('o.revision_id')
    .execute();
  return rows.map((row) => ({
    ...observationFrom(row),
    by: row.actor === null ? null : { actor: row.actor, actingAs: row.acting_as, reason: row.why },
    file:
      row.file_name === null
        ? null
        : {
            name: row.file_name,
            sha256: row.sha256 ?? '',
            importedBy: row.imported_by ?? '',
            importedAt: row.imported_at ?? '',
          },
  }));
}
