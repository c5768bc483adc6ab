import { Temporal } from 'temporal-polyfill';
import type { Facts } from '../../domain/facts.ts';
import type { Authority } from '../../domain/organisation/organisation.ts';
import { roundStanding } from '../../domain/round/round.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import type { Store } from '../../store/database.ts';
import { addJob, readJob, readJobFile } from '../../store/jobs.ts';
import { StoreProblem } from '../../store/problem.ts';
import { factsIn, readFacts } from '../../store/read-facts.ts';
import { removeWaitingJobs } from '../../store/remove-jobs.ts';
import { readRoundRecords } from '../../store/rounds.ts';
import { inTransaction } from '../../store/transaction.ts';
import { schemesInForce } from '../queries/schemes-in-force.ts';
import { type Delivery, recordFactsIn } from '../record-facts.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed } from '../round/acting.ts';

/** What was said of a file when it was chosen. */
export interface ImportChoice {
  kind: string;
  /** The name the person knows the file by. */
  name: string;
  /** The reporting period of updates that state none. */
  period: string | null;
  newDirectorates: boolean;
  /** Headings of the file -> ours; '' for a column that is left out. */
  headings: Readonly<Record<string, string>>;
}

export interface KeptImport extends ImportChoice {
  id: string;
  bytes: Uint8Array;
}

const KIND = 'importToConfirm';
const KEPT_HOURS = 24;
/** Past every scheme's first day: the version in force last. */
const LATEST = '9999-12-31';
type Counts = Awaited<ReturnType<typeof recordFactsIn>>[number];

/** Keeps a file until somebody has seen what it would change and confirms it: for a day. @returns its id */
export const keepImport = (
  store: Store,
  acting: Acting,
  choice: ImportChoice,
  bytes: Uint8Array,
): Promise<string> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'importFigures', null, null);
    const { authority, now, person } = acting;
    const before = Temporal.Instant.from(now).subtract({ hours: KEPT_HOURS }).toString();
    await removeWaitingJobs(tx, authority, { kind: KIND, writtenBefore: before });
    return addJob(tx, authority, { kind: KIND, person: person.id, input: choice, file: bytes }, now);
  });

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A file that waits to be confirmed; null where there is none, or it has been imported. */
export async function readKeptImport(store: Store, acting: Acting, id: string): Promise<KeptImport | null> {
  mustBeAllowed(acting, 'importFigures', null, null);
  if (!UUID.test(id)) return null;
  const job = await readJob(store, acting.authority, id);
  if (job === null || job.kind !== KIND || job.state !== 'waiting') return null;
  const bytes = await readJobFile(store, acting.authority, id);
  return bytes === null ? null : { ...(job.input as ImportChoice), id, bytes };
}

/** What a file is checked against: all that is set up, and the scheme in force. */
export async function heldForImport(
  store: Store,
  authority: string,
): Promise<{ held: Facts; scheme: StatusScheme }> {
  const held = await readFacts(store, { authority, setUpOnly: true });
  return { held, scheme: (await schemesInForce(store, held.authority, LATEST)).status };
}

/** What recording would add and change; all of it is taken back. */
export async function tryImport(store: Store, acting: Acting, delivery: Delivery): Promise<Counts> {
  mustBeAllowed(acting, 'importFigures', null, null);
  let counts: Counts | undefined;
  try {
    await inTransaction(store, async (tx) => {
      [counts] = await recordFactsIn(tx, [delivery], contextOf(acting, delivery));
      throw new TakenBack();
    });
  } catch (error) {
    if (error instanceof StoreProblem && error.code === 'unusableFact') {
      throw new Refused('invalid', error.message);
    }
    if (!(error instanceof TakenBack)) throw error;
  }
  if (counts === undefined) throw new Error('nothing was tried');
  return counts;
}

class TakenBack extends Error {}

export interface Confirmation {
  id: string;
  /** Reporting periods whose figures the file holds. */
  periods: readonly string[];
  /** Why, where figures of a finished round change. */
  reason: string | null;
}

/** Records a file that was kept, once: whoever confirms second is told. */
export const confirmImport = (
  store: Store,
  acting: Acting,
  { id, periods, reason }: Confirmation,
  delivery: Delivery,
): Promise<Counts> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'importFigures', null, null);
    const { finished } = await roundsAmong(tx, acting.authority, periods);
    if (finished.length > 0 && reason === null) {
      const message = `Say why figures of ${finished.join(', ')} change: the round is finished`;
      throw new Refused('invalid', 'There is a problem', [{ field: 'reason', message }]);
    }
    const taken = await removeWaitingJobs(tx, acting.authority, { id });
    if (taken === 0) throw new Refused('notNow', 'This file has been imported already.');
    const now = await factsIn(tx, { authority: acting.authority, setUpOnly: true, periods: [] });
    // What the file says of the authority itself is what it was when the file was read.
    const facts = { ...delivery.facts, authority: now.authority satisfies Authority };
    const context = contextOf(acting, delivery, reason);
    const [counts] = await recordFactsIn(tx, [{ ...delivery, facts }], context);
    if (counts === undefined) throw new Error('nothing was recorded');
    return counts;
  });

/** The rounds that figures of these periods belong to: those that still collect, and those that are frozen or published. */
export async function roundsAmong(
  db: Pick<Store, 'db'>,
  authority: string,
  periods: readonly string[],
): Promise<{ collecting: string[]; finished: string[] }> {
  const collecting: string[] = [];
  const finished: string[] = [];
  for (const period of periods) {
    const round = roundStanding(await readRoundRecords(db, authority, period));
    if (round === null) continue;
    const isFinished = round.state === 'frozen' || round.state === 'published';
    (isFinished ? finished : collecting).push(period);
  }
  return { collecting, finished };
}

export const forgetImport = (store: Store, acting: Acting, id: string): Promise<number> => {
  mustBeAllowed(acting, 'importFigures', null, null);
  return UUID.test(id) ? removeWaitingJobs(store, acting.authority, { id }) : Promise.resolve(0);
};

const contextOf = ({ person, now }: Acting, { file }: Delivery, reason: string | null = null) => ({
  actor: person.id,
  reason: `import of ${file?.name ?? 'a file'}${reason === null ? '' : `: ${reason}`}`,
  recordedAt: now,
});
