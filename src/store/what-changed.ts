import { sql } from 'kysely';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';

type Reader = Pick<Store, 'db'>;

/** One entry of the trail, as far as it tells what a write was about. */
export interface Written {
  event: string;
  action: string;
  /** The kinds of facts that came with it; of other actions none. */
  kinds: readonly string[];
}

/** The smallest id that an event of a moment (milliseconds) could have: the ids are in the order of their making. */
export const firstEventOf = (milliseconds: number): string => {
  const hex = milliseconds.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};

/**
 * How many events there are from one on. Every write adds its event in the same transaction and none is ever removed,
 * so that an equal count means that nothing has been recorded since. 0 for an authority that is not held.
 */
export async function countEvents({ db }: Reader, authority: string, from: string): Promise<number> {
  const { rows } = await sql<{ events: string }>`select count(*) as events from audit_event
    where authority_id = (select authority_id from authority where code = ${authority}) and event_id >= ${from}`.execute(
    db,
  );
  return Number(rows[0]?.events ?? 0);
}

/** How many of them a public page may show: of editions, settings, and the authority itself. */
export async function countPublicEvents({ db }: Reader, authority: string, from: string): Promise<number> {
  const { rows } = await sql<{ events: string }>`select count(*) as events from audit_event
    where authority_id = (select authority_id from authority where code = ${authority}) and event_id >= ${from}
      and (action like 'edition.%' or action = 'setting.write'
        or (action = 'facts.write' and after ? 'authority'))`.execute(db);
  return Number(rows[0]?.events ?? 0);
}

/** The events themselves, in no order. */
export async function readWritten({ db }: Reader, authority: string, from: string): Promise<Written[]> {
  const { rows } = await sql<{ event: string; action: string; kinds: string[] | null }>`
    select event_id as event, action,
      case when action = 'facts.write' then array(select jsonb_object_keys(after)) end as kinds
    from audit_event
    where authority_id = ${await authorityId(db, authority)} and event_id >= ${from}`.execute(db);
  return rows.map(({ event, action, kinds }) => ({ event, action, kinds: kinds ?? [] }));
}

/**
 * Of some periods, or of all where null, the measures whose figures, texts, promises or published statuses were written
 * with one of the events.
 */
export async function readTouchedMeasures(
  { db }: Reader,
  authority: string,
  events: readonly string[],
  periods: readonly string[] | null,
): Promise<string[]> {
  const id = await authorityId(db, authority);
  const touched = (table: string) => sql`select measure from ${sql.table(table)}
    where authority_id = ${id} and event_id = any(${events}::uuid[])
      and (${periods}::text[] is null or period = any(${periods}::text[]))`;
  const { rows } = await sql<{ measure: string }>`
    ${touched('observation')} union ${touched('target_version')} union ${touched('statement')}
    union ${touched('commentary')}`.execute(db);
  return rows.map(({ measure }) => measure);
}

/** Of which measures something that they are judged by was written, and where that was figures alone, of which periods. */
export interface Touched {
  /** Promises or published statuses were written, and maybe figures. */
  anew: ReadonlySet<string>;
  /** Figures only: their periods, by measure. */
  figures: ReadonlyMap<string, readonly string[]>;
}

/**
 * What was written with one of the events of some measures in some periods, texts left aside; of those that look
 * further back, in their earlier periods too.
 */
export async function readTouched(
  { db }: Reader,
  authority: string,
  events: readonly string[],
  {
    measures,
    periods,
    further,
  }: {
    measures: readonly string[];
    periods: readonly string[];
    further: ReadonlyMap<string, readonly string[]>;
  },
): Promise<Touched> {
  const asked = [...new Set([...periods, ...[...further.values()].flat()])];
  const id = await authorityId(db, authority);
  const touched = (kind: 'observation' | 'target_version' | 'statement') => sql`select distinct
      ${kind} as kind, measure, period from ${sql.table(kind)}
    where authority_id = ${id} and event_id = any(${events}::uuid[])
      and period = any(${asked}::text[]) and measure = any(${measures}::text[])`;
  const { rows: written } = await sql<{ kind: string; measure: string; period: string }>`
    ${touched('observation')} union all ${touched('target_version')} union all ${touched('statement')}`.execute(
    db,
  );
  const all = new Set(periods);
  const rows = written.filter(
    ({ measure, period }) => all.has(period) || further.get(measure)?.includes(period) === true,
  );
  const anew = new Set(rows.filter(({ kind }) => kind !== 'observation').map(({ measure }) => measure));
  const figures = new Map<string, string[]>();
  for (const { measure, period } of rows) {
    if (anew.has(measure)) continue;
    const held = figures.get(measure);
    if (held === undefined) figures.set(measure, [period]);
    else held.push(period);
  }
  return { anew, figures };
}

/** The periods of the figures that were written with one of the events. */
export async function readTouchedPeriods(
  { db }: Reader,
  authority: string,
  events: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ period: string }>`select distinct period from observation
    where authority_id = ${await authorityId(db, authority)} and event_id = any(${events}::uuid[])`.execute(
    db,
  );
  return rows.map(({ period }) => period);
}
