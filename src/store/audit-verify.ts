import type pg from 'pg';
import { type AuditProblem, ahead, checkSeal, type SealedEntry, type SealRow } from './audit-check-seal.ts';
import { type AuditHead, readAuditHead } from './audit-head.ts';
import { AUDIT_COLUMNS, type AuditColumns, auditRow, eventDigest } from './audit-row.ts';
import { readSlippedIn, SLIPPED_IN } from './audit-slipped-in.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import { readInBatches } from './read-in-batches.ts';
import { inTransaction, type Transaction } from './transaction.ts';

export type { AuditProblem } from './audit-check-seal.ts';

/** What a check of the whole chain found. */
export interface AuditVerdict {
  intact: boolean;
  /** The last seal there is; null where nothing has been sealed. */
  head: AuditHead | null;
  events: number;
  seals: number;
  /** Events that no seal covers yet: the newest ones. A change of these cannot be noticed until they are sealed. */
  unsealed: number;
  /** Seals that took in events which claimed to be older than they were; the trail names them (`audit.slippedIn`). */
  slippedIn: number;
  /** The first bad entry in the order of the chain; null where the chain is intact. */
  problem: AuditProblem | null;
}

/**
 * Works the whole chain out anew from the events, and compares. A head that was printed somewhere else (in an edition)
 * also tells whether the end of the chain has been cut off, which nothing within the database can.
 */
export async function verifyAudit(
  store: Store,
  authority: string,
  expected: AuditHead | null = null,
): Promise<AuditVerdict> {
  // One snapshot for all: a seal that is made meanwhile is not seen in part.
  return inTransaction(store, (tx) => verifyAuditIn(tx, authority, expected), {
    isolation: 'repeatable read',
    readOnly: true,
  });
}

/** The same, as the caller's transaction sees the chain. */
export async function verifyAuditIn(
  tx: Transaction,
  authority: string,
  expected: AuditHead | null = null,
): Promise<AuditVerdict> {
  const id = await authorityId(tx.db, authority);
  const { rows } = await tx.client.query<Record<'events' | 'seals' | 'unsealed' | 'slipped_in', string>>(
    COUNTS,
    [id],
  );
  const [counts] = rows;
  const problem = (await firstBad(tx.client, id, expected)) ?? (await firstSlippedIn(tx.client, id));
  return {
    intact: problem === null,
    head: await readAuditHead(tx, authority),
    events: Number(counts?.events),
    seals: Number(counts?.seals),
    unsealed: Number(counts?.unsealed),
    slippedIn: Number(counts?.slipped_in),
    problem,
  };
}

const COUNTS = `select
  (select count(*) from audit_event where authority_id = $1) as events,
  (select count(*) from audit_event where authority_id = $1 and action = '${SLIPPED_IN}') as slipped_in,
  (select count(*) from audit_seal where authority_id = $1) as seals,
  (select count(*) from audit_event e where e.authority_id = $1 and not exists (
    select from audit_sealed_event s where s.authority_id = e.authority_id and s.event_id = e.event_id)) as unsealed`;

async function firstBad(
  client: pg.ClientBase,
  id: string,
  expected: AuditHead | null,
): Promise<AuditProblem | null> {
  const seals = ahead(readInBatches<SealRow>(client, 'seals', SEALS, [id]));
  const entries = ahead(entriesOf(client, id));
  try {
    let previous: Buffer | null = null;
    let number = 1;
    for (; (await seals.peek()) ?? (await entries.peek()); number++) {
      const next = await seals.peek();
      const seal = next !== null && Number(next.seal_number) === number ? next : null;
      const problem = await checkSeal(number, seal, previous, entries);
      if (seal === null || problem !== null) return problem;
      if (number === expected?.sealNumber && seal.hash.toString('hex') !== expected.hash.toLowerCase()) {
        return otherHead(expected, seal.hash);
      }
      previous = seal.hash;
      await seals.next();
    }
    const last = number - 1;
    return expected !== null && expected.sealNumber > last ? cutOff(expected, last) : null;
  } finally {
    await entries.end();
    await seals.end();
  }
}

const SEALS = `select seal_number, first_event, last_event, events, previous_hash, hash, sealed_at::text
  from audit_seal where authority_id = $1 order by seal_number`;

// The place that an entry has by the order of ids, to be compared with the place that it says it has. Entries beyond
// the number that the seal counts are ranked apart: they have been added, and must not put the others out of order.
const ENTRIES = `
  select s.seal_number, s.place, s.event_id, s.digest, ${AUDIT_COLUMNS},
    row_number() over (
      partition by s.seal_number, s.place > coalesce(z.events, 0) order by s.event_id) as rank
  from audit_sealed_event s
  left join audit_event e on e.authority_id = s.authority_id and e.event_id = s.event_id
  left join audit_seal z on z.authority_id = s.authority_id and z.seal_number = s.seal_number
  where s.authority_id = $1
  order by s.seal_number, s.place`;

interface EntryColumns extends AuditColumns {
  seal_number: string;
  place: number;
  event_id: string;
  digest: Buffer;
  rank: string;
}

async function* entriesOf(client: pg.ClientBase, id: string): AsyncGenerator<SealedEntry> {
  for await (const row of readInBatches<EntryColumns>(client, 'entries', ENTRIES, [id])) {
    yield {
      sealNumber: Number(row.seal_number),
      place: row.place,
      rank: Number(row.rank),
      eventId: row.event_id,
      digest: row.digest,
      actual: row.present === null ? null : eventDigest(auditRow(row)),
      what:
        row.present === null ? '' : `${row.action} of ${row.object_kind} ${row.object_id} by ${row.actor}`,
    };
  }
}

const otherHead = (expected: AuditHead, hash: Buffer): AuditProblem => ({
  kind: 'otherHead',
  sealNumber: expected.sealNumber,
  place: null,
  eventId: null,
  sentence:
    `Seal ${expected.sealNumber} is ${hash.toString('hex')}, and the head that was kept is ${expected.hash}. ` +
    'The chain fits together, so it has been made anew up to here: compare it with an earlier backup.',
});

const cutOff = (expected: AuditHead, last: number): AuditProblem => ({
  kind: 'cutOff',
  sealNumber: last + 1,
  place: null,
  eventId: null,
  sentence:
    `The chain ends at seal ${last}, and the head that was kept is seal ${expected.sealNumber}: ` +
    `seals ${last + 1} to ${expected.sealNumber} have been removed with their events.`,
});

async function firstSlippedIn(client: pg.ClientBase, id: string): Promise<AuditProblem | null> {
  const [first] = await readSlippedIn(client, id);
  if (first === undefined) return null;
  return {
    kind: 'added',
    sealNumber: null,
    place: null,
    eventId: first.eventId,
    sentence: `Event ${first.eventId} was added after sealing: ${first.why}. A clock that was set back does this too.`,
  };
}
