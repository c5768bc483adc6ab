import { claimJob, finishJob, type Job, readJobFile, reportProgress } from '../store/jobs.ts';
import { Refused } from '../workflow/refused.ts';
import type { Post } from './post.ts';

/** What a piece of long work is given. */
export interface WorkInHand {
  job: Job;
  /** The file that came with it; null where none did. */
  file: Uint8Array | null;
  /** Says how far it is; throws where another worker has taken it over. */
  progress(step: string, done: number, all: number): Promise<void>;
  /** The moment, as an ISO instant. */
  now: string;
}

/** What does each kind of long work; its answer is kept as the result. A `Refused` is shown to whoever asked for it. */
export type LongWork = Readonly<Record<string, (work: WorkInHand) => Promise<unknown>>>;

/** Well within a claim (store/jobs.ts). */
const SAYS_SO_EVERY = 30_000;

/** Does all the long work that waits, one piece after another, until nothing is left or `stopping` says so. */
export async function doLongWork(
  { store, authority, log }: Pick<Post, 'store' | 'authority' | 'log'>,
  work: LongWork,
  now: () => string,
  stopping = () => false,
): Promise<void> {
  while (!stopping()) {
    const job = await claimJob(store, authority, Object.keys(work), now());
    if (job === null) return;
    const end = await doOne({ store, authority, log }, work, job, now);
    if (end !== null) await finishJob(store, authority, job, end, now());
  }
}

class TakenOver extends Error {}

type End = Parameters<typeof finishJob>[3];

async function doOne(
  { store, authority, log }: Pick<Post, 'store' | 'authority' | 'log'>,
  work: LongWork,
  job: Job,
  now: () => string,
): Promise<End | null> {
  const say = async (progress: Parameters<typeof reportProgress>[3]) => {
    if (!(await reportProgress(store, authority, job, progress, now()))) throw new TakenOver();
  };
  // A database that is away for a moment is noticed by the work itself.
  const alive = setInterval(() => say(null).catch(() => {}), SAYS_SO_EVERY);
  try {
    const result = await work[job.kind]?.({
      job,
      file: await readJobFile(store, authority, job.id),
      progress: (step, done, all) => say({ step, done, all }),
      now: now(),
    });
    return { state: 'done', result: result ?? null };
  } catch (error) {
    if (error instanceof TakenOver) {
      log(`job ${job.id} (${job.kind}) was taken over by another worker`);
      return null;
    }
    if (error instanceof Refused) {
      const problems = error.problems.length > 0 ? error.problems : [{ message: error.message }];
      return { state: 'refused', result: { problems } };
    }
    log(`job ${job.id} (${job.kind}) failed\n${error instanceof Error ? error.stack : String(error)}`);
    const message = `This could not be done, and nothing of it was kept. Give this number to whoever looks after the system: ${job.id}`;
    return { state: 'refused', result: { problems: [{ message }] } };
  } finally {
    clearInterval(alive);
  }
}
