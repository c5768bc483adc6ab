import { createHash } from 'node:crypto';
import type { Authority } from '../../domain/organisation/organisation.ts';
import type { CommitmentItem } from '../../domain/round/message.ts';
import { workingDaysBefore } from '../../domain/round/working-days.ts';
import type { Store } from '../../store/database.ts';
import { writeMessage } from '../../store/mail-messages.ts';
import { readAbsences, readPeople } from '../../store/people.ts';
import { toldOfCommitments } from '../../store/reminders.ts';
import { inTransaction } from '../../store/transaction.ts';
import { type CommitmentLine, readCommitments } from '../queries/commitments.ts';
import { DUE_DAYS, dayOfReminding } from '../round/day-of-reminding.ts';
import { recipients } from '../round/recipients.ts';

type Kind = 'commitmentDue' | 'commitmentOverdue';

/**
 * Writes, on working days from eight o'clock where the authority is, to those whose commitments are due within five
 * working days, and once more when their day has passed. Of one commitment and day nobody is told twice; whoever is
 * away, their deputy is told instead.
 */
export async function remindOfCommitments(
  store: Store,
  { code: authority, timeZone }: Pick<Authority, 'code' | 'timeZone'>,
  now: string,
): Promise<void> {
  const today = dayOfReminding(now, timeZone);
  if (today === null) return;
  await inTransaction(store, async (tx) => {
    const told = await toldOfCommitments(tx, authority);
    const known = new Set(told.map(({ kind, person, code, due }) => [kind, person, code, due].join('\n')));
    const people = new Map((await readPeople(tx, authority)).map((one) => [one.id, one]));
    const absences = await readAbsences(tx, authority);
    const found = new Map<string, { kind: Kind; person: string; items: CommitmentItem[] }>();
    for (const line of await readCommitments(tx, authority, today)) {
      const kind = kindOf(line, today);
      if (kind === null) continue;
      for (const { person, inPlaceOf } of recipients([line.owner], absences, today)) {
        if (known.has([kind, person, line.id, line.due].join('\n'))) continue;
        if (people.get(person)?.active !== true) continue;
        const held = found.get(`${kind} ${person}`) ?? { kind, person, items: [] };
        held.items.push(itemOf(line, inPlaceOf === null ? null : (people.get(inPlaceOf)?.name ?? inPlaceOf)));
        found.set(`${kind} ${person}`, held);
      }
    }
    for (const { kind, person, items } of found.values()) {
      const onceKey = `${kind}:${person}:${today}:${keyOf(items)}`;
      await writeMessage(tx, authority, { kind, content: { items }, person, onceKey }, now);
    }
  });
}

function kindOf({ state, due, overdue }: CommitmentLine, today: string): Kind | null {
  if (state !== 'open') return null;
  if (overdue) return 'commitmentOverdue';
  return today >= workingDaysBefore(due, DUE_DAYS) ? 'commitmentDue' : null;
}

const itemOf = (
  { id, what, measure, measureTitle, due, forumName }: CommitmentLine,
  inPlaceOf: string | null,
): CommitmentItem => ({
  id,
  what,
  measure,
  title: measureTitle,
  due,
  ...(forumName === null ? {} : { forum: forumName }),
  ...(inPlaceOf === null ? {} : { inPlaceOf }),
});

const keyOf = (items: readonly CommitmentItem[]): string =>
  createHash('sha256')
    .update(JSON.stringify(items.map(({ id, due }) => [id, due])))
    .digest('hex')
    .slice(0, 16);
