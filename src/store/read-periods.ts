import { sql } from 'kysely';
import type { RoundVerb } from '../domain/round/round.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';

/** Codes of the periods for which any figure is recorded. */
export async function readFigurePeriods(store: Pick<Store, 'db'>, authority: string): Promise<string[]> {
  const id = await authorityId(store.db, authority);
  // From one period to the next by the index: a hundred steps where a million rows would be read.
  const { rows } = await sql<{ period: string }>`
    with recursive each(period) as (
      select min(period) from observation where authority_id = ${id}
      union all
      select (select min(o.period) from observation o where o.authority_id = ${id} and o.period > each.period)
      from each where each.period is not null
    )
    select period from each where period is not null`.execute(store.db);
  return rows.map((row) => row.period);
}

/** By period, the last thing that changed the state of its round. */
export async function readLastRoundVerbs(
  store: Pick<Store, 'db'>,
  authority: string,
  among: readonly RoundVerb[],
): Promise<Map<string, RoundVerb>> {
  const rows = await store.db
    .selectFrom('round_record')
    .distinctOn('period')
    .select(['period', 'verb'])
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where(sql<boolean>`verb = any(${among}::text[])`)
    .orderBy('period')
    .orderBy('sequence', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.period, row.verb as RoundVerb]));
}

/** What can be recorded about a period, and how many of each there are. */
export interface HeldForPeriod {
  what: 'observation' | 'target_version' | 'commentary' | 'statement' | 'round_record' | 'edition';
  period: string;
  count: number;
}

/** Everything recorded about any period, counted; every version of a thing counts. */
export async function countByPeriod({ db }: Pick<Store, 'db'>, authority: string): Promise<HeldForPeriod[]> {
  const id = await authorityId(db, authority);
  const tables = [
    'observation',
    'target_version',
    'commentary',
    'statement',
    'round_record',
    'edition',
  ] as const;
  const held: HeldForPeriod[] = [];
  for (const what of tables) {
    const { rows } = await sql<{ period: string; count: number }>`
      select period, count(*)::int as count from ${sql.table(what)}
      where authority_id = ${id} group by period order by period`.execute(db);
    held.push(...rows.map((row) => ({ ...row, what })));
  }
  return held;
}
