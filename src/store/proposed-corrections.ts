import { sql } from 'kysely';
import type {
  CorrectionContent,
  CorrectionRecord,
  CorrectionVerb,
} from '../domain/restatement/proposed-correction.ts';
import { writeAuditEvent } from './audit.ts';
import { instant, storable } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';

type Reader = Pick<Store, 'db'>;

export interface CorrectionQuestion {
  correction?: number;
  /** Of this measure. */
  measure?: string;
  /** Of this period. */
  period?: string;
}

/** Everything that happened to proposed corrections, in order within each; by number, the first made first. */
export async function readCorrectionRecords(
  { db }: Reader,
  authority: string,
  { correction, measure, period }: CorrectionQuestion = {},
): Promise<Map<number, CorrectionRecord[]>> {
  let query = db
    .selectFrom('correction_record')
    .selectAll()
    .where('authority_id', '=', await authorityId(db, authority))
    .orderBy('correction')
    .orderBy('sequence');
  if (correction !== undefined) query = query.where('correction', '=', correction);
  if (measure !== undefined) query = query.where('measure', '=', measure);
  if (period !== undefined) query = query.where('period', '=', period);
  const found = new Map<number, CorrectionRecord[]>();
  for (const row of await query.execute()) {
    const record: CorrectionRecord = {
      correction: row.correction,
      sequence: row.sequence,
      verb: row.verb as CorrectionVerb,
      person: row.person,
      actingAs: row.acting_as,
      at: row.recorded_at,
      reason: row.reason,
      content: row.content as CorrectionContent | null,
      detail: row.detail as CorrectionRecord['detail'],
    };
    const held = found.get(record.correction);
    if (held === undefined) found.set(record.correction, [record]);
    else held.push(record);
  }
  return found;
}

/** The number of the next one; the caller's transaction must hold the authority (`openAuthority`). */
export async function nextCorrectionNumber(tx: Transaction, authority: string): Promise<number> {
  const row = await tx.db
    .selectFrom('correction_record')
    .select(sql<number>`coalesce(max(correction), 0) + 1`.as('next'))
    .where('authority_id', '=', await authorityId(tx.db, authority))
    .executeTakeFirstOrThrow();
  return row.next;
}

/** Adds what happened to a proposed correction, with its audit event in the trail of the figure. */
export async function addCorrectionRecord(
  tx: Transaction,
  authority: string,
  of: { measure: string; period: string },
  record: CorrectionRecord,
): Promise<void> {
  const { correction, sequence, verb, person, actingAs, reason, content, detail } = record;
  const recorded_at = instant(record.at);
  const authority_id = await authorityId(tx.db, authority);
  for (const text of [reason, content?.reason, content?.figure, content?.evidence.title]) {
    if (typeof text === 'string') storable(text, () => 'The correction');
  }
  const event_id = await writeAuditEvent(tx, authority_id, {
    recordedAt: recorded_at,
    actor: person,
    actingAs,
    action: `correction.${verb}`,
    object: { kind: 'update', id: `${of.period} ${of.measure}` },
    before: null,
    after: { correction, ...(content ?? detail) },
    reason: reason ?? content?.reason ?? null,
  });
  await tx.db
    .insertInto('correction_record')
    .values({
      authority_id,
      correction,
      sequence,
      measure: of.measure,
      period: of.period,
      verb,
      person,
      acting_as: actingAs,
      recorded_at,
      event_id,
      reason,
      content: content === null ? null : JSON.stringify(content),
      detail: JSON.stringify(detail),
    })
    .execute();
}
