import { sql } from 'kysely';
import type { MeasureVersion } from '../domain/measure/measure.ts';
import type { OrganisationUnit } from '../domain/organisation/organisation.ts';
import type { Store } from './database.ts';
import { measureFrom } from './facts/measures.ts';
import { organisationUnitFrom } from './facts/organisation.ts';
import { authorityId } from './read-authorities.ts';

type Reader = Pick<Store, 'db'>;

/** The versions of measures as now known, by code and the day they begin; of some measures, or of all where null. */
export async function readMeasureVersions(
  { db }: Reader,
  authority: string,
  codes: readonly string[] | null = null,
): Promise<MeasureVersion[]> {
  let query = db
    .selectFrom('measure_version')
    .distinctOn(['code', 'valid_from'])
    .selectAll()
    .where('authority_id', '=', await authorityId(db, authority))
    .orderBy('code')
    .orderBy('valid_from')
    .orderBy('recorded_at', 'desc')
    .orderBy('revision_id', 'desc');
  if (codes !== null) query = query.where(sql<boolean>`code = any(${codes}::text[])`);
  return (await query.execute()).map(measureFrom);
}

/** The code of every measure that there ever was. */
export async function readMeasureCodes({ db }: Reader, authority: string): Promise<string[]> {
  const rows = await db
    .selectFrom('measure_version')
    .select('code')
    .distinct()
    .where('authority_id', '=', await authorityId(db, authority))
    .execute();
  return rows.map(({ code }) => code);
}

/** Directorates and services, each version with the days it holds. */
export async function readUnits({ db }: Reader, authority: string): Promise<OrganisationUnit[]> {
  const rows = await db
    .selectFrom('organisation_unit_version')
    .distinctOn(['code', 'valid_from'])
    .selectAll()
    .where('authority_id', '=', await authorityId(db, authority))
    .orderBy('code')
    .orderBy('valid_from')
    .orderBy('recorded_at', 'desc')
    .orderBy('revision_id', 'desc')
    .execute();
  return rows.map(organisationUnitFrom);
}
