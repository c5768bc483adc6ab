import {
  AUDIT_COLUMNS,
  type AuditColumns,
  type AuditRow,
  auditRow,
  eventDigest,
  inUtc,
} from './audit-row.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import { readInBatches } from './read-in-batches.ts';

/** A line of an export; hashes and digests in hexadecimal. `docs/audit.md` says how to work the chain out from them. */
export type AuditLine =
  | { line: 'chain'; version: 1; authority: string }
  /**
   * `digest` is what the seal keeps; `event` is null where it has been removed since. `seal` and `place` are null for an
   * event that no seal covers yet.
   */
  | { line: 'event'; seal: number | null; place: number | null; digest: string; event: AuditRow | null }
  | {
      line: 'seal';
      sealNumber: number;
      events: number;
      firstEvent: string;
      lastEvent: string;
      sealedAt: string;
      previousHash: string | null;
      hash: string;
    };

/** Every event in the order of the chain, each seal after the events that it covers; as they were at one moment. */
export async function* exportAudit(store: Store, authority: string): AsyncGenerator<string> {
  const id = await authorityId(store.db, authority);
  const client = await store.pool.connect();
  // A reader who stops early leaves the transaction open, so its connection is closed.
  let ended = false;
  try {
    await client.query('begin isolation level repeatable read read only');
    yield written({ line: 'chain', version: 1, authority });
    for await (const row of readInBatches<LineColumns>(client, 'lines', LINES, [id]))
      yield written(lineOf(row));
    await client.query('commit');
    ended = true;
  } finally {
    client.release(!ended);
  }
}

const written = (line: AuditLine): string => `${JSON.stringify(line)}\n`;

interface LineColumns extends AuditColumns {
  seal_number: string | null;
  place: number | null;
  digest: Buffer | null;
  first_event: string;
  last_event: string;
  events: string;
  previous_hash: Buffer | null;
  hash: Buffer | null;
  sealed_at: string;
}

// A seal stands as a row without an event after the last of its own; events without a seal come at the end.
const LINES = `
  select s.seal_number, s.place, s.digest, ${AUDIT_COLUMNS},
    null::uuid as first_event, null::uuid as last_event, null::bigint as events, null::bytea as previous_hash,
    null::bytea as hash, null::text as sealed_at, e.event_id as in_order
  from (select * from audit_event where authority_id = $1) e
  full join (select * from audit_sealed_event where authority_id = $1) s on s.event_id = e.event_id
  union all
  select z.seal_number, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
    z.first_event, z.last_event, z.events, z.previous_hash, z.hash, z.sealed_at::text, null
  from audit_seal z where z.authority_id = $1
  order by seal_number nulls last, place nulls last, in_order`;

function lineOf(row: LineColumns): AuditLine {
  if (row.hash === null) {
    const event = row.present === null ? null : auditRow(row);
    const digest = row.digest ?? (event === null ? Buffer.alloc(0) : eventDigest(event));
    const seal = row.seal_number === null ? null : Number(row.seal_number);
    return { line: 'event', seal, place: row.place, digest: digest.toString('hex'), event };
  }
  return {
    line: 'seal',
    sealNumber: Number(row.seal_number),
    events: Number(row.events),
    firstEvent: row.first_event,
    lastEvent: row.last_event,
    sealedAt: inUtc(row.sealed_at),
    previousHash: row.previous_hash?.toString('hex') ?? null,
    hash: row.hash.toString('hex'),
  };
}
