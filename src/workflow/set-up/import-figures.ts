import { Temporal } from 'temporal-polyfill';
import type { Facts } from '../../domain/facts.ts';
import type { Authority } from '../../domain/organisation/organisation.ts';
import { roundStanding } from '../../domain/round/round.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import type { Store } from '../../store/database.ts';
import { addJob, readJob, readJobFile } from '../../store/jobs.ts';
import { factsIn, readFacts } from '../../store/read-facts.ts';
import { removeWaitingJobs } from '../../store/remove-jobs.ts';
import { readRoundRecords } from '../../store/rounds.ts';
import { inTransaction } from '../../store/transaction.ts';
import { schemesInForce } from '../queries/schemes-in-force.ts';
import type { Delivery } from '../record-facts.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed } from '../round/acting.ts';
import {
  type Counts,
  type ImportWords,
  importIn,
  type Published,
  tryDeliveries,
} from './import-deliveries.ts';

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

/** What recording would add and change, and which published figures; all of it is taken back. */
export async function tryImport(store: Store, acting: Acting, delivery: Delivery): Promise<ImportedFile> {
  const { counts, ...published } = await tryDeliveries(store, acting, [delivery]);
  return { counts: counts[0] as Counts, ...published };
}

/** What came of one file. */
export type ImportedFile = Published & { counts: Counts };

export interface Confirmation {
  id: string;
  /** Why published figures change, where any does. */
  words: ImportWords;
}

/** Records a file that was kept, once: whoever confirms second is told. */
export const confirmImport = (
  store: Store,
  acting: Acting,
  { id, words }: Confirmation,
  delivery: Delivery,
): Promise<Counts> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'importFigures', null, null);
    const taken = await removeWaitingJobs(tx, acting.authority, { id });
    if (taken === 0) throw new Refused('notNow', 'This file has been imported already.');
    const now = await factsIn(tx, { authority: acting.authority, setUpOnly: true, periods: [] });
    // What the file says of the authority itself is what it was when the file was read.
    const facts = { ...delivery.facts, authority: now.authority satisfies Authority };
    const { counts } = await importIn(tx, acting, [{ ...delivery, facts }], words);
    return counts[0] as Counts;
  });

/** Those of some periods whose round still collects: what is imported there counts without anybody's approval. */
export async function collectingAmong(
  db: Pick<Store, 'db'>,
  authority: string,
  periods: readonly string[],
): Promise<string[]> {
  const states = await Promise.all(
    periods.map(async (period) => roundStanding(await readRoundRecords(db, authority, period))?.state),
  );
  return periods.filter((_, index) => states[index] === 'open' || states[index] === 'closed');
}

export const forgetImport = (store: Store, acting: Acting, id: string): Promise<number> => {
  mustBeAllowed(acting, 'importFigures', null, null);
  return UUID.test(id) ? removeWaitingJobs(store, acting.authority, { id }) : Promise.resolve(0);
};
