import { sql } from 'kysely';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';

/** Events that come with no change of figures, targets, texts, rules or rounds. */
const HARMLESS = [
  'update.save',
  'evidence.add',
  'evidence.remove',
  'session.start',
  'session.end',
  'signIn.try',
  'signIn.refused',
  'mail.sendAgain',
] as const;

/** Longer than any transaction is open, and than the clocks of two servers differ. */
const SURELY_OVER = 24 * 60 * 60 * 1000;

/** From which event on to count: the smallest id that an event of a day ago could have. */
export const markFrom = (milliseconds: number): string => {
  const hex = (milliseconds - SURELY_OVER).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};

/**
 * A number that differs whenever anything has been recorded that a page could be worked out from: every write adds its
 * event in the same transaction, and none is ever removed, so that equal counts mean equal facts.
 */
export async function readDataMark(
  { db }: Pick<Store, 'db'>,
  authority: string,
  from: string,
): Promise<string> {
  const row = await db
    .selectFrom('audit_event')
    .select(({ fn }) => fn.countAll<string>().as('events'))
    .where('authority_id', '=', await authorityId(db, authority))
    .where('event_id', '>=', from)
    .where(sql<boolean>`action <> all(${HARMLESS}::text[])`)
    .executeTakeFirst();
  return row?.events ?? '';
}
