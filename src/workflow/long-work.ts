import type { Store } from '../store/database.ts';
import { beginJob, finishJob, type Job, readJob, reportProgress } from '../store/jobs.ts';
import { Refused } from './refused.ts';
import type { Acting } from './round/acting.ts';

/** Says how far long work is: what it does now, and how many of how many steps are done. */
export type SayProgress = (step: string, done: number, all: number) => Promise<void>;

/** Where the result of long work is looked at, and what is said there. */
export interface WorkResult {
  to: string;
  notice: string;
}

export interface WorkAsked {
  /** What it is, in words that follow "This is": `the report being made`. */
  title: string;
  /** Where the person came from, for when it is refused. */
  back: string;
  work(say: SayProgress): Promise<WorkResult>;
}

export interface WorkBegun {
  id: string;
  /** Ends with the result, or as the work itself does. */
  ended: Promise<WorkResult>;
}

/** The moment, which goes on while the work does. */
type Clock = () => string;

/**
 * Begins long work of this process and writes down how far it is, so that its page can say so. Work is one transaction:
 * where the process ends in the middle, nothing of it was done, and the page says that.
 */
export async function beginWork(
  store: Store,
  { authority, person }: Pick<Acting, 'authority' | 'person'>,
  { title, back, work }: WorkAsked,
  clock: Clock,
): Promise<WorkBegun> {
  const asked = { kind: 'inHand', person: person.id, input: { title, back } };
  const job = await beginJob(store, authority, asked, clock());
  const say: SayProgress = async (step, done, all) => {
    await reportProgress(store, authority, job, { step, done, all }, clock());
  };
  const ended = work(say).then(
    async (result) => {
      await finishJob(store, authority, job, { state: 'done', result }, clock());
      return result;
    },
    async (error: unknown) => {
      await finishJob(
        store,
        authority,
        job,
        { state: 'refused', result: { problems: problemsOf(error) } },
        clock(),
      );
      throw error;
    },
  );
  return { id: job.id, ended };
}

const problemsOf = (error: unknown): string[] => {
  if (!(error instanceof Refused)) return ['This could not be done, and nothing of it was kept. Try again.'];
  return error.problems.length === 0 ? [error.message] : error.problems.map(({ message }) => message);
};

/** Long work as its page shows it. */
export interface WorkInHand {
  title: string;
  back: string;
  step: string;
  done: number;
  all: number;
  state: 'running' | 'interrupted' | 'done' | 'refused';
  result: WorkResult | null;
  problems: readonly string[];
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Somebody's own long work; null for nobody's, and for somebody else's. */
export async function workInHand(
  store: Pick<Store, 'db'>,
  { authority, person, now }: Pick<Acting, 'authority' | 'person' | 'now'>,
  id: string,
): Promise<WorkInHand | null> {
  const job = UUID.test(id) ? await readJob(store, authority, id) : null;
  if (job === null || job.kind !== 'inHand' || job.person !== person.id) return null;
  const { title, back } = job.input as Pick<WorkAsked, 'title' | 'back'>;
  const { problems = [] } = job.state === 'refused' ? (job.result as { problems: string[] }) : {};
  return {
    title,
    back,
    step: job.step,
    done: job.done,
    all: job.all,
    state: stateOf(job, now),
    result: job.state === 'done' ? (job.result as WorkResult) : null,
    problems,
  };
}

function stateOf({ state, claimedUntil }: Job, now: string): WorkInHand['state'] {
  if (state === 'done' || state === 'refused') return state;
  return claimedUntil !== null && claimedUntil < now ? 'interrupted' : 'running';
}
