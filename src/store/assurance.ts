import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Assurance, AssuranceResult, TestedFigure } from '../domain/assurance/assurance.ts';
import { writeAuditEvent } from './audit.ts';
import { instant, storable } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';
import type { WriteSettings } from './write-facts.ts';

type Reader = Pick<Store, 'db'>;

/** Figures of one period that internal audit tests. */
export interface Sample {
  id: string;
  period: string;
  /** Code of the scorecard that it was drawn from. */
  scorecard: string;
  /** By which it can be drawn again; null where the measures were chosen. */
  seed: string | null;
  /** Codes, in the order in which they were drawn or chosen. */
  measures: readonly string[];
  reason: string | null;
  person: string;
  at: string;
}

/** A result with who recorded it, and in which sample. */
export interface RecordedAssurance extends Assurance {
  sample: string;
  person: string;
  recordedAt: string;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Every sample, the newest first. */
export async function readSamples(store: Reader, authority: string): Promise<Sample[]> {
  const rows = await store.db
    .selectFrom('assurance_sample')
    .selectAll()
    .where('authority_id', '=', await authorityId(store.db, authority))
    .orderBy('recorded_at', 'desc')
    .orderBy('sample_id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.sample_id,
    period: row.period,
    scorecard: row.scorecard,
    seed: row.seed,
    measures: row.measures as unknown as string[],
    reason: row.reason,
    person: row.person,
    at: row.recorded_at,
  }));
}

export async function readSample(store: Reader, authority: string, id: string): Promise<Sample | null> {
  if (!ID.test(id)) return null;
  return (await readSamples(store, authority)).find((each) => each.id === id) ?? null;
}

/** Every result of a period, oldest first; of every period where none is given. */
export async function readAssurance(
  store: Reader,
  authority: string,
  { period, sample }: { period?: string; sample?: string } = {},
): Promise<RecordedAssurance[]> {
  let query = store.db
    .selectFrom('assurance_result')
    .selectAll()
    .where('authority_id', '=', await authorityId(store.db, authority))
    .orderBy('recorded_at')
    .orderBy('record_id');
  if (period !== undefined) query = query.where('period', '=', period);
  if (sample !== undefined) query = query.where('sample_id', '=', sample);
  return (await query.execute()).map((row) => ({
    sample: row.sample_id,
    measure: row.measure,
    period: row.period,
    result: row.result as AssuranceResult,
    found: row.found,
    note: row.note,
    testedOn: row.tested_on,
    person: row.person,
    recordedAt: row.recorded_at,
  }));
}

/** What reports print: no names and no notes. By a moment where one is given, of some periods. */
export async function readTested(
  db: Store['db'],
  authority_id: string,
  { periods, asAt }: { periods: readonly string[] | undefined; asAt: string | null },
): Promise<TestedFigure[]> {
  let query = db
    .selectFrom('assurance_result')
    .select(['measure', 'period', 'result', 'tested_on', 'recorded_at'])
    .where('authority_id', '=', authority_id)
    .orderBy('recorded_at')
    .orderBy('record_id');
  if (periods !== undefined) query = query.where(sql<boolean>`period = any(${[...periods]}::text[])`);
  if (asAt !== null) query = query.where('recorded_at', '<=', instant(asAt));
  return (await query.execute()).map((row) => ({
    measure: row.measure,
    period: row.period,
    result: row.result as AssuranceResult,
    testedOn: row.tested_on,
    recordedAt: row.recorded_at,
  }));
}

/** When the figure of a measure in a period was recorded, each time; its forecasts are no such figure. */
export async function figureRecorded(
  db: Store['db'],
  authority_id: string,
  { measure, period, asAt }: { measure: string; period: string; asAt: string | null },
): Promise<string[]> {
  let query = db
    .selectFrom('observation')
    .select('recorded_at')
    .where('authority_id', '=', authority_id)
    .where('measure', '=', measure)
    .where('period', '=', period)
    .where('role', '!=', 'forecast');
  if (asAt !== null) query = query.where('recorded_at', '<=', instant(asAt));
  return (await query.execute()).map((row) => row.recorded_at);
}

/** Keeps a sample with its event. */
export async function addSample(
  tx: Transaction,
  authority: string,
  sample: Sample,
  settings: WriteSettings,
): Promise<void> {
  const authority_id = await authorityId(tx.db, authority);
  const recorded_at = instant(settings.recordedAt);
  const { id, period, scorecard, seed, measures } = sample;
  const event_id = await writeAuditEvent(tx, authority_id, {
    recordedAt: recorded_at,
    actor: settings.actor,
    actingAs: settings.actingAs ?? null,
    action: 'assurance.sample',
    object: { kind: 'assurance', id: `${period} ${scorecard}` },
    after: { sample: id, seed, measures },
    reason: settings.reason,
  });
  await tx.db
    .insertInto('assurance_sample')
    .values({
      authority_id,
      sample_id: id,
      period,
      scorecard,
      seed,
      measures: storable(JSON.stringify(measures), () => 'The sample'),
      reason: settings.reason,
      person: settings.actor,
      recorded_at,
      event_id,
    })
    .execute();
}

/** Keeps the result of a test with its event; one before it stays in the trail. */
export async function addAssurance(
  tx: Transaction,
  authority: string,
  sample: string,
  { measure, period, result, found, note, testedOn }: Assurance,
  settings: WriteSettings,
): Promise<void> {
  const authority_id = await authorityId(tx.db, authority);
  const recorded_at = instant(settings.recordedAt);
  const event_id = await writeAuditEvent(tx, authority_id, {
    recordedAt: recorded_at,
    actor: settings.actor,
    actingAs: settings.actingAs ?? null,
    action: 'assurance.result',
    object: { kind: 'update', id: `${period} ${measure}` },
    after: { sample, result, found, note, testedOn },
    reason: settings.reason,
  });
  await tx.db
    .insertInto('assurance_result')
    .values({
      authority_id,
      period,
      measure,
      recorded_at,
      record_id: v7(),
      sample_id: sample,
      event_id,
      person: settings.actor,
      result,
      found,
      note: storable(note, () => `The note about ${measure}`),
      tested_on: testedOn,
    })
    .execute();
}
