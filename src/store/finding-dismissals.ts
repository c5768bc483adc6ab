import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Dismissal } from '../domain/commentary/checks/dismissal.ts';
import type { Finding } from '../domain/commentary/checks/finding.ts';
import { writeAuditEvent } from './audit.ts';
import { instant, storable } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';

/** What somebody said to a finding: that it does not hold, or that it is to be shown again. */
export interface FindingAnswer {
  period: string;
  measure: string;
  finding: Finding;
  verb: 'dismiss' | 'restore';
  /** Asked for where it is dismissed. */
  reason: string | null;
  person: string;
  actingAs: string;
  /** ISO instant. */
  at: string;
}

/** The dismissals that stand in a period, by measure and by the key of their finding. */
export async function readDismissals(
  store: Pick<Store, 'db'>,
  authority: string,
  period: string,
  measures: readonly string[] | null = null,
): Promise<Map<string, Map<string, Dismissal>>> {
  let query = store.db
    .selectFrom('finding_dismissal')
    .distinctOn(['measure', 'finding_key'])
    .select(['measure', 'finding_key', 'verb', 'reason', 'person', 'recorded_at'])
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('period', '=', period)
    .orderBy('measure')
    .orderBy('finding_key')
    .orderBy('recorded_at', 'desc')
    .orderBy('record_id', 'desc');
  if (measures !== null) query = query.where(sql<boolean>`measure = any(${[...measures]}::text[])`);
  const standing = new Map<string, Map<string, Dismissal>>();
  for (const { measure, finding_key: key, verb, reason, person, recorded_at: at } of await query.execute()) {
    if (verb !== 'dismiss' || reason === null) continue;
    const held = standing.get(measure) ?? new Map<string, Dismissal>();
    standing.set(measure, held.set(key, { key, reason, person, at }));
  }
  return standing;
}

/** Keeps what was said, with its audit event. */
export async function addFindingAnswer(
  tx: Transaction,
  authority: string,
  { period, measure, finding, verb, reason, person, actingAs, at }: FindingAnswer,
): Promise<void> {
  const authority_id = await authorityId(tx.db, authority);
  const recorded_at = instant(at);
  if (reason !== null) storable(reason, () => 'The reason');
  const { rule, section, quote, says, severity, key } = finding;
  const shown = { rule, section, words: quote, says, severity };
  storable(quote, () => 'The words');
  const event_id = await writeAuditEvent(tx, authority_id, {
    recordedAt: recorded_at,
    actor: person,
    actingAs,
    action: `finding.${verb}`,
    object: { kind: 'update', id: `${period} ${measure}` },
    after: { key, ...shown },
    reason,
  });
  await tx.db
    .insertInto('finding_dismissal')
    .values({
      authority_id,
      period,
      measure,
      finding_key: key,
      recorded_at,
      record_id: v7(),
      event_id,
      verb,
      person,
      acting_as: actingAs,
      reason,
      finding: JSON.stringify(shown),
    })
    .execute();
}
