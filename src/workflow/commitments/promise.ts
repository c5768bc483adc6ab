import { v7 } from 'uuid';
import type { Promised } from '../../domain/commitment/commitment.ts';
import { dueProblems, wordsProblems } from '../../domain/commitment/guards.ts';
import type { Person } from '../../domain/organisation/person.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { addCommitmentRecord } from '../../store/commitments.ts';
import type { Store } from '../../store/database.ts';
import { readPeople } from '../../store/people.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { readForums } from '../queries/forums.ts';
import { Refused } from '../refused.ts';
import { type Acting, relationOf } from '../round/acting.ts';
import { allowedAs, measureFor } from './open-commitment.ts';

/** What somebody wants to be promised; the day as they typed it may be none. */
export interface Wanted extends Omit<Promised, 'due'> {
  due: string | null;
}

/** The measure that it is promised for, and the reporting period in whose round. */
export interface PromisedFor {
  measure: string;
  period: string;
}

/** Writes down what is promised for a measure. @returns the id of the commitment */
export const promiseCommitment = (
  store: Store,
  acting: Acting,
  about: PromisedFor,
  wanted: Wanted,
): Promise<string> => inTransaction(store, (tx) => promiseIn(tx, acting, about, wanted));

/** The same within a transaction of the caller's. */
export async function promiseIn(
  tx: Transaction,
  acting: Acting,
  { measure: code, period }: PromisedFor,
  wanted: Wanted,
): Promise<string> {
  const { authority, person, now, today } = acting;
  const measure = await measureFor(tx, authority, code);
  if (measure === null) throw new Refused('notNow', 'There is no such measure.');
  const actingAs = allowedAs(acting, 'makeCommitment', relationOf(acting, measure));
  const problems = [
    ...wordsProblems('what', wanted.what, 'Say what will be done'),
    ...dueProblems('due', wanted.due, today),
    ...(await ownerProblems(tx, authority, wanted.owner)),
    ...(await forumProblems(tx, authority, wanted.forum)),
  ];
  if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
  const commitment = v7();
  const promised: Promised = { ...wanted, what: wanted.what.trim(), due: wanted.due ?? '' };
  await addCommitmentRecord(tx, authority, {
    commitment,
    measure: code,
    period: periodOf(period).code,
    sequence: 1,
    verb: 'promise',
    person: person.id,
    actingAs,
    at: now,
    reason: null,
    detail: { promised },
  });
  return commitment;
}

/** Who can own a commitment: whoever works here and does not only check. */
export const canOwn = ({ active, roles }: Person): boolean =>
  active && roles.some((role) => role !== 'internalAudit' && role !== 'administrator');

export async function ownerProblems(tx: Pick<Transaction, 'db'>, authority: string, owner: string) {
  const found = (await readPeople(tx, authority)).find(({ id }) => id === owner);
  return found !== undefined && canOwn(found)
    ? []
    : [{ field: 'owner', message: 'Choose who answers for it' }];
}

export async function forumProblems(tx: Pick<Transaction, 'db'>, authority: string, forum: string | null) {
  if (forum === null || (await readForums(tx, authority)).some(({ id }) => id === forum)) return [];
  return [{ field: 'forum', message: 'Choose a forum from the list, or none' }];
}
