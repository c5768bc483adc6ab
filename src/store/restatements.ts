import { type Selectable, sql } from 'kysely';
import type { PrintedFigure, Restatement } from '../domain/restatement/restatement.ts';
import { writeAuditEvent } from './audit.ts';
import { instant, storable } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Schema } from './schema.ts';
import type { Transaction } from './transaction.ts';

type Reader = Pick<Store, 'db'>;

export interface RestatementQuestion {
  /** Of these measures; of all where absent. */
  measures?: readonly string[];
  /** Of these periods; of all where absent. */
  periods?: readonly string[];
  /** ISO instant: what was recorded by then. */
  asAt?: string | null;
}

/** Every restatement there is, oldest first. */
export async function readRestatements(
  { db }: Reader,
  authority: string,
  { measures, periods, asAt }: RestatementQuestion = {},
): Promise<Restatement[]> {
  let query = db
    .selectFrom('restatement')
    .selectAll()
    .where('authority_id', '=', await authorityId(db, authority))
    .orderBy('recorded_at')
    .orderBy('restatement_id');
  if (measures !== undefined) query = query.where(sql<boolean>`measure = any(${[...measures]}::text[])`);
  if (periods !== undefined) query = query.where(sql<boolean>`period = any(${[...periods]}::text[])`);
  if (asAt !== undefined && asAt !== null) query = query.where('recorded_at', '<=', instant(asAt));
  return (await query.execute()).map(restatementFrom);
}

const restatementFrom = (row: Selectable<Schema['restatement']>): Restatement => ({
  id: row.restatement_id,
  measure: row.measure,
  period: row.period,
  role: row.role as Restatement['role'],
  verb: row.verb as Restatement['verb'],
  kind: row.kind as Restatement['kind'],
  reason: row.reason,
  was: row.was as PrintedFigure,
  is: row.becomes as PrintedFigure,
  waitsFor: row.waits_for,
  effect: row.effect,
  note: row.note,
  person: row.person,
  actingAs: row.acting_as,
  at: row.recorded_at,
});

/** Adds one, with its audit event; the figure itself is written beside it as a fact. */
export async function addRestatement(tx: Transaction, authority: string, given: Restatement): Promise<void> {
  const { measure, period, role, verb, kind, reason, was, is, waitsFor, effect, note } = given;
  const recorded_at = instant(given.at);
  const authority_id = await authorityId(tx.db, authority);
  for (const text of [reason, waitsFor, note, was.display, is.display]) {
    if (text !== null) storable(text, () => 'The restatement');
  }
  const event_id = await writeAuditEvent(tx, authority_id, {
    recordedAt: recorded_at,
    actor: given.person,
    actingAs: given.actingAs,
    action: `figure.${verb}`,
    object: { kind: 'update', id: `${period} ${measure}` },
    before: was,
    after: { role, kind, ...is, waitsFor, effect },
    reason,
  });
  await tx.db
    .insertInto('restatement')
    .values({
      authority_id,
      restatement_id: given.id,
      measure,
      period,
      role,
      verb,
      kind,
      recorded_at,
      event_id,
      person: given.person,
      acting_as: given.actingAs,
      reason,
      was: JSON.stringify(was),
      becomes: JSON.stringify(is),
      waits_for: waitsFor,
      effect,
      note,
    })
    .execute();
}
