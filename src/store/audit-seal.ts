import { writeAuditEvent } from './audit.ts';
import { type AuditHead, readAuditHead } from './audit-head.ts';
import { AUDIT_COLUMNS, type AuditColumns, auditRow, eventDigest, SealHash } from './audit-row.ts';
import { readSlippedIn, SLIPPED_IN } from './audit-slipped-in.ts';
import { instant } from './canonical.ts';
import { authorityId } from './read-authorities.ts';
import { readInBatches } from './read-in-batches.ts';
import type { Transaction } from './transaction.ts';

export { exportAudit } from './audit-export.ts';
export { type AuditHead, readAuditHead } from './audit-head.ts';
export { type AuditProblem, type AuditVerdict, verifyAudit } from './audit-verify.ts';

/**
 * Seals every event that no seal covers yet, in the order of their ids; one sealer of an authority at a time. An event
 * whose transaction is still open now is covered by a later seal. Nothing new: the head as it is; no event at all: null.
 */
export async function sealAudit(tx: Transaction, authority: string, now: string): Promise<AuditHead | null> {
  const sealedAt = instant(now);
  const id = await authorityId(tx.db, authority);
  // A key of its own: writers, who lock the authority itself, never wait for a seal.
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [id]);
  const slippedIn = await readSlippedIn(tx.client, id);
  try {
    const head = await sealRest(tx, id, await readAuditHead(tx, authority), sealedAt);
    if (slippedIn.length > 0) {
      await writeAuditEvent(tx, id, {
        recordedAt: sealedAt,
        actor: 'outturn',
        action: SLIPPED_IN,
        object: { kind: 'seal', id: String(head?.sealNumber) },
        after: slippedIn.map(({ eventId, why }) => ({ eventId, why })),
        reason:
          'These events were stored after an earlier seal and say that they are older than it. Either the ' +
          'clock was set back, or somebody slipped them in.',
      });
    }
    return head;
  } catch (error) {
    throw isTaken(error) ? askAgain(error) : error;
  }
}

async function sealRest(
  { client }: Transaction,
  id: string,
  last: AuditHead | null,
  sealedAt: string,
): Promise<AuditHead | null> {
  const sealNumber = (last?.sealNumber ?? 0) + 1;
  const previous = last === null ? null : Buffer.from(last.hash, 'hex');
  const hash = new SealHash(previous);
  let events = 0;
  let firstEvent = '';
  let lastEvent = '';
  let waiting: { event: string; digest: Buffer }[] = [];
  const keep = async () => {
    if (waiting.length === 0) return;
    // A transaction within the transaction: its number is younger than all that the cursor could see, which is what
    // readSlippedIn tells honest latecomers from events slipped in by.
    if (events === waiting.length) await client.query('savepoint sealing');
    await client.query(
      `insert into audit_sealed_event (authority_id, seal_number, place, event_id, digest)
       select $1, $2, $3 + row, event, digest
       from unnest($4::uuid[], $5::bytea[]) with ordinality as given (event, digest, row)`,
      [
        id,
        sealNumber,
        events - waiting.length,
        waiting.map((one) => one.event),
        waiting.map((one) => one.digest),
      ],
    );
    waiting = [];
  };
  for await (const columns of readInBatches<AuditColumns>(client, 'unsealed', UNSEALED, [id])) {
    const digest = eventDigest(auditRow(columns));
    const event = columns.present as string;
    hash.add(digest);
    events += 1;
    firstEvent ||= event;
    lastEvent = event;
    waiting.push({ event, digest });
    if (waiting.length === 2_000) await keep();
  }
  await keep();
  if (events === 0) return last;
  const whole = hash.close({ sealNumber, events, firstEvent, lastEvent, sealedAt });
  await client.query(
    `insert into audit_seal (authority_id, seal_number, first_event, last_event, events, previous_hash, hash, sealed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, sealNumber, firstEvent, lastEvent, events, previous, whole, sealedAt],
  );
  await client.query('release savepoint sealing');
  return { sealNumber, hash: whole.toString('hex') };
}

const UNSEALED = `select ${AUDIT_COLUMNS} from audit_event e
  where e.authority_id = $1 and not exists (
    select from audit_sealed_event s where s.authority_id = e.authority_id and s.event_id = e.event_id)
  order by e.event_id`;

/** Another sealer was first, and a transaction that sees the database as it was before cannot know it. */
const isTaken = (error: unknown) => (error as { code?: string }).code === '23505';

/** The whole transaction has to begin again, as after any other conflict of two writers. */
const askAgain = (cause: unknown) =>
  Object.assign(new Error('somebody else sealed the audit chain meanwhile', { cause }), { code: '40001' });
