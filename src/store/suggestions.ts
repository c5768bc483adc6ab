import { sql } from 'kysely';
import { v7 } from 'uuid';
import { writeAuditEvent } from './audit.ts';
import { instant, storable } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';

/** What somebody said to a sentence that looks like a promise. */
export interface SuggestionAnswer {
  measure: string;
  period: string;
  /** See `suggestionKey` of the domain. */
  key: string;
  words: string;
  answer: 'confirmed' | 'declined';
  person: string;
  actingAs: string;
  /** ISO instant. */
  at: string;
  /** The commitment that it became; null where somebody said no. */
  commitment: string | null;
}

/** The sentences that have been answered, by measure: they are not asked again. */
export async function readAnswered(
  store: Pick<Store, 'db'>,
  authority: string,
  measures: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows = await store.db
    .selectFrom('suggestion_answer')
    .select(['measure', 'words_key'])
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where(sql<boolean>`measure = any(${[...measures]}::text[])`)
    .execute();
  const answered = new Map<string, Set<string>>();
  for (const { measure, words_key } of rows) {
    answered.set(measure, (answered.get(measure) ?? new Set()).add(words_key));
  }
  return answered;
}

/** Keeps an answer, with its audit event. */
export async function addAnswer(tx: Transaction, authority: string, given: SuggestionAnswer): Promise<void> {
  const { measure, period, key, words, answer, person, actingAs, commitment } = given;
  const authority_id = await authorityId(tx.db, authority);
  const recorded_at = instant(given.at);
  storable(words, () => 'The sentence');
  const event_id = await writeAuditEvent(tx, authority_id, {
    recordedAt: recorded_at,
    actor: person,
    actingAs,
    action: answer === 'confirmed' ? 'suggestion.confirm' : 'suggestion.decline',
    object: { kind: 'measure', id: measure },
    after: { period, words, commitment },
    reason: null,
  });
  await tx.db
    .insertInto('suggestion_answer')
    .values({
      authority_id,
      measure,
      words_key: key,
      recorded_at,
      record_id: v7(),
      event_id,
      period,
      person,
      answer,
      words,
      commitment_id: commitment,
    })
    .execute();
}
