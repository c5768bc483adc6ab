import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { canonicalJson, instant } from './canonical.ts';
import type { Store } from './database.ts';
import { minutesAfter } from './later.ts';
import { authorityId } from './read-authorities.ts';
import type { Schema } from './schema.ts';
import type { Transaction } from './transaction.ts';

/** Long work that somebody asked for: an import, a report in six formats. */
export interface Job {
  id: string;
  kind: string;
  /** Who asked for it. */
  person: string;
  input: unknown;
  state: 'waiting' | 'running' | 'done' | 'refused';
  /** What it is doing, in words, and how far it is. */
  step: string;
  done: number;
  all: number;
  result: unknown;
  writtenAt: string;
  finishedAt: string | null;
  /** Until when whoever works on it is believed to live; null where nobody does. */
  claimedUntil: string | null;
  /** Times that it was begun: also tells a worker that came back from one that took over. */
  attempts: number;
}

export interface NewJob {
  kind: string;
  person: string;
  input: unknown;
  /** A file that the work needs. */
  file?: Uint8Array;
}

/** How long a worker that says nothing keeps a job; one that lives says so oftener. */
const CLAIM_MINUTES = 2;
/** Work that has ended its worker this often is what ends it. */
const MOST_ATTEMPTS = 3;

/** Asks for a piece of long work, in the caller's transaction; answers its id. */
export async function addJob(tx: Transaction, authority: string, job: NewJob, now: string): Promise<string> {
  const authority_id = await authorityId(tx.db, authority);
  const job_id = v7();
  await tx.db
    .insertInto('job')
    .values({
      authority_id,
      job_id,
      kind: job.kind,
      person: job.person,
      input: canonicalJson(job.input),
      state: 'waiting',
      step: '',
      done_steps: 0,
      all_steps: 0,
      written_at: instant(now),
      attempts: 0,
    })
    .execute();
  if (job.file !== undefined) {
    const bytes = Buffer.from(job.file);
    await tx.db.insertInto('job_file').values({ authority_id, job_id, bytes }).execute();
  }
  return job_id;
}

/** Writes down a piece of long work that whoever asks for it begins at once; answers it, claimed. */
export async function beginJob(
  store: Pick<Store, 'db'>,
  authority: string,
  job: Omit<NewJob, 'file'>,
  now: string,
): Promise<Job> {
  const row = await store.db
    .insertInto('job')
    .values({
      authority_id: await authorityId(store.db, authority),
      job_id: v7(),
      kind: job.kind,
      person: job.person,
      input: canonicalJson(job.input),
      state: 'running',
      step: '',
      done_steps: 0,
      all_steps: 0,
      written_at: instant(now),
      claimed_until: minutesAfter(now, CLAIM_MINUTES),
      attempts: 1,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return jobFrom(row);
}

/**
 * Takes the oldest job that waits, or whose worker has said nothing for too long; null for none. Two who ask at one
 * moment never get the same one.
 */
export async function claimJob(
  store: Pick<Store, 'db'>,
  authority: string,
  kinds: readonly string[],
  now: string,
): Promise<Job | null> {
  if (kinds.length === 0) return null;
  const id = await authorityId(store.db, authority);
  const { rows } = await sql<Selectable<Schema['job']>>`
    update job set state = 'running', claimed_until = ${minutesAfter(now, CLAIM_MINUTES)}, attempts = attempts + 1
    where authority_id = ${id} and job_id = (
      select job_id from job
      where authority_id = ${id} and kind = any(${[...kinds]})
        and (state = 'waiting' or (state = 'running' and claimed_until < ${instant(now)}))
      order by written_at, job_id limit 1 for update skip locked)
    returning *`.execute(store.db);
  const [row] = rows;
  if (row === undefined) return null;
  const job = jobFrom(row);
  if (job.attempts <= MOST_ATTEMPTS) return job;
  const message = `This work stopped the program ${MOST_ATTEMPTS} times and was given up. Nothing of it was kept.`;
  await finishJob(store, authority, job, { state: 'refused', result: { problems: [{ message }] } }, now);
  return claimJob(store, authority, kinds, now);
}

/** Says how far a job is, and keeps it; false where another worker has taken it over. */
export async function reportProgress(
  store: Pick<Store, 'db'>,
  authority: string,
  job: Job,
  progress: { step: string; done: number; all: number } | null,
  now: string,
): Promise<boolean> {
  const said =
    progress === null
      ? {}
      : { step: progress.step, done_steps: Math.trunc(progress.done), all_steps: Math.trunc(progress.all) };
  return change(store, authority, job, { ...said, claimed_until: minutesAfter(now, CLAIM_MINUTES) });
}

/** Ends a job with its result; false where another worker has taken it over. */
export async function finishJob(
  store: Pick<Store, 'db'>,
  authority: string,
  job: Job,
  end: { state: 'done' | 'refused'; result: unknown },
  now: string,
): Promise<boolean> {
  return change(store, authority, job, {
    state: end.state,
    result: canonicalJson(end.result ?? null),
    finished_at: instant(now),
    claimed_until: null,
  });
}

async function change(
  store: Pick<Store, 'db'>,
  authority: string,
  job: Job,
  columns: Partial<Record<'state' | 'result' | 'finished_at' | 'claimed_until' | 'step', string | null>> & {
    done_steps?: number;
    all_steps?: number;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await store.db
    .updateTable('job')
    .set(columns as never)
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('job_id', '=', job.id)
    .where('state', '=', 'running')
    .where('attempts', '=', job.attempts)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** One job as it stands; null for none. */
export async function readJob(store: Pick<Store, 'db'>, authority: string, id: string): Promise<Job | null> {
  const row = await store.db
    .selectFrom('job')
    .selectAll()
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('job_id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : jobFrom(row);
}

/** The file that came with a job; null for none. */
export async function readJobFile(
  store: Pick<Store, 'db'>,
  authority: string,
  id: string,
): Promise<Uint8Array | null> {
  const row = await store.db
    .selectFrom('job_file')
    .select('bytes')
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('job_id', '=', id)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

const jobFrom = (row: Selectable<Schema['job']>): Job => ({
  id: row.job_id,
  kind: row.kind,
  person: row.person,
  input: row.input,
  state: row.state as Job['state'],
  step: row.step,
  done: row.done_steps,
  all: row.all_steps,
  result: row.result,
  claimedUntil: row.claimed_until,
  writtenAt: row.written_at,
  finishedAt: row.finished_at,
  attempts: row.attempts,
});
