import { sql } from 'kysely';
import type {
  ProposalContent,
  ProposalDetail,
  ProposalRecord,
  ProposalVerb,
} from '../domain/proposal/proposal.ts';
import { writeAuditEvent } from './audit.ts';
import { instant, storable } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';

type Reader = Pick<Store, 'db'>;

export interface ProposalQuestion {
  proposal?: number;
  /** ISO instant: what was recorded by then. */
  asAt?: string | null;
}

/** Everything that happened to proposals, in order within each; by number, the first made first. */
export async function readProposalRecords(
  store: Reader,
  authority: string,
  { proposal, asAt }: ProposalQuestion = {},
): Promise<Map<number, ProposalRecord[]>> {
  let query = store.db
    .selectFrom('proposal_record')
    .selectAll()
    .where('authority_id', '=', await authorityId(store.db, authority))
    .orderBy('proposal')
    .orderBy('sequence');
  if (proposal !== undefined) query = query.where('proposal', '=', proposal);
  if (asAt !== undefined && asAt !== null) query = query.where('recorded_at', '<=', instant(asAt));
  const found = new Map<number, ProposalRecord[]>();
  for (const row of await query.execute()) {
    const record: ProposalRecord = {
      proposal: row.proposal,
      sequence: row.sequence,
      verb: row.verb as ProposalVerb,
      person: row.person,
      actingAs: row.acting_as,
      at: row.recorded_at,
      reason: row.reason,
      content: row.content as ProposalContent | null,
      detail: row.detail as ProposalDetail,
    };
    const held = found.get(record.proposal);
    if (held === undefined) found.set(record.proposal, [record]);
    else held.push(record);
  }
  return found;
}

/** The number of the next proposal; the caller's transaction must hold the authority (`openAuthority`). */
export async function nextProposalNumber(tx: Transaction, authority: string): Promise<number> {
  const row = await tx.db
    .selectFrom('proposal_record')
    .select(sql<number>`coalesce(max(proposal), 0) + 1`.as('next'))
    .where('authority_id', '=', await authorityId(tx.db, authority))
    .executeTakeFirstOrThrow();
  return row.next;
}

/** Adds what happened to a proposal, with its audit event: what it held before and holds now. */
export async function addProposalRecord(
  tx: Transaction,
  authority: string,
  record: ProposalRecord,
  before: ProposalContent | null,
): Promise<string> {
  const { proposal, sequence, verb, person, actingAs, reason, content, detail } = record;
  const recorded_at = instant(record.at);
  const authority_id = await authorityId(tx.db, authority);
  const text = content === null ? null : storable(JSON.stringify(content), () => 'The proposal');
  for (const typed of textsIn([content, detail, reason])) storable(typed, () => 'The proposal');
  const event_id = await writeAuditEvent(tx, authority_id, {
    recordedAt: recorded_at,
    actor: person,
    actingAs,
    action: `proposal.${verb}`,
    object: { kind: 'proposal', id: String(proposal) },
    before: content === null ? null : before,
    after: content ?? detail,
    reason,
  });
  await tx.db
    .insertInto('proposal_record')
    .values({
      authority_id,
      proposal,
      sequence,
      verb,
      person,
      acting_as: actingAs,
      recorded_at,
      event_id,
      reason,
      content: text,
      detail: JSON.stringify(detail),
    })
    .execute();
  return event_id;
}

/** Every text in a value, however deep: a JSON text hides what PostgreSQL cannot keep behind its escapes. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => [key, ...textsIn(held)]);
}

export async function addProposalFile(
  tx: Transaction,
  authority: string,
  id: string,
  bytes: Uint8Array,
): Promise<void> {
  await tx.db
    .insertInto('proposal_file')
    .values({
      authority_id: await authorityId(tx.db, authority),
      evidence_id: id,
      bytes: Buffer.from(bytes),
    })
    .execute();
}

export async function readProposalFile(
  store: Reader,
  authority: string,
  id: string,
): Promise<Uint8Array | null> {
  const row = await store.db
    .selectFrom('proposal_file')
    .select('bytes')
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('evidence_id', '=', id)
    .executeTakeFirst();
  return row?.bytes ?? null;
}
