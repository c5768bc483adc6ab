import { sql } from 'kysely';
import type { Facts } from '../domain/facts.ts';
import type { MeasureVersion } from '../domain/measure/measure.ts';
import type { OrganisationUnit } from '../domain/organisation/organisation.ts';
import { readCharts } from './charts.ts';
import type { Store } from './database.ts';
import { authorityFrom } from './facts/authority.ts';
import { measureFrom } from './facts/measures.ts';
import { organisationUnitFrom } from './facts/organisation.ts';
import { scorecardFrom } from './facts/scorecards.ts';
import { StoreProblem } from './problem.ts';
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

/** What says how the figures of an authority are to be read, as now known. */
export type AuthoritySetUp = Pick<
  Facts,
  'authority' | 'organisation' | 'scorecards' | 'charts' | 'chartRules'
>;

/** @throws StoreProblem for an authority that is not held */
export async function readAuthoritySetUp({ db }: Reader, authority: string): Promise<AuthoritySetUp> {
  const id = await authorityId(db, authority);
  const version = await db
    .selectFrom('authority_version')
    .selectAll()
    .where('authority_id', '=', id)
    .orderBy('recorded_at', 'desc')
    .orderBy('revision_id', 'desc')
    .executeTakeFirst();
  if (version === undefined) {
    throw new StoreProblem('unknownAuthority', `Nothing is known about ${authority}.`);
  }
  const scorecards = await db
    .selectFrom('scorecard_version')
    .distinctOn(['code', 'valid_from'])
    .selectAll()
    .where('authority_id', '=', id)
    .orderBy('code')
    .orderBy('valid_from')
    .orderBy('recorded_at', 'desc')
    .orderBy('revision_id', 'desc')
    .execute();
  return {
    authority: authorityFrom(authority, version),
    organisation: await readUnits({ db }, authority),
    scorecards: scorecards.map(scorecardFrom),
    ...(await readCharts({ db }, authority)),
  };
}
