import type { Commitment, CommitmentDetail, CommitmentVerb } from '../../domain/commitment/commitment.ts';
import {
  commitmentRefusal,
  dueProblems,
  type FieldProblem,
  wordsProblems,
} from '../../domain/commitment/guards.ts';
import type { Action } from '../../domain/permission/action.ts';
import { addCommitmentRecord } from '../../store/commitments.ts';
import type { Store } from '../../store/database.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { Conflict, Refused } from '../refused.ts';
import type { Acting } from '../round/acting.ts';
import { addGiven, evidenceProblems, type GivenProof } from './evidence.ts';
import { allowedAs, openCommitment } from './open-commitment.ts';
import { forumProblems, ownerProblems } from './promise.ts';

/** What is done to a commitment, as it was typed. */
export type CommitmentChange =
  | { verb: 'note'; note: string }
  | { verb: 'amend'; due: string | null; owner: string; forum: string | null; reason: string }
  | { verb: 'discharge'; outcome: string; proof: GivenProof }
  | { verb: 'drop'; reason: string }
  | { verb: 'reopen'; reason: string };

const actionOf: Readonly<Record<Exclude<CommitmentVerb, 'promise'>, Action>> = {
  note: 'changeCommitment',
  amend: 'changeCommitment',
  discharge: 'changeCommitment',
  drop: 'dropCommitment',
  reopen: 'changeCommitment',
};

/** What may be asked of the policy table for each verb. */
export const actionFor = (verb: Exclude<CommitmentVerb, 'promise'>): Action => actionOf[verb];

/**
 * Says how a commitment goes, moves its day, discharges, drops or reopens it: one record with its audit event.
 *
 * @param version that of the commitment the person saw; null where it does not matter
 * @throws Conflict where somebody else has acted since; Refused where it may not be done, not now, or not like this
 */
export const changeCommitment = (
  store: Store,
  acting: Acting,
  id: string,
  version: number | null,
  change: CommitmentChange,
): Promise<number> =>
  inTransaction(store, async (tx) => {
    const { commitment, relation } = await openCommitment(tx, acting, id);
    const actingAs = allowedAs(acting, actionOf[change.verb], relation);
    const refusal = commitmentRefusal(commitment, change.verb);
    if (refusal !== null) throw new Refused('notNow', refusal);
    if (version !== null && version !== commitment.version) throw new Conflict(commitment);
    const problems = await problemsOf(tx, acting, commitment, change);
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    const sequence = commitment.version + 1;
    await addCommitmentRecord(tx, acting.authority, {
      commitment: id,
      measure: commitment.measure,
      period: commitment.period,
      sequence,
      verb: change.verb,
      person: acting.person.id,
      actingAs,
      at: acting.now,
      reason: 'reason' in change ? change.reason.trim() : null,
      detail: await detailOf(tx, acting, actingAs, commitment, change),
    });
    return sequence;
  });

async function problemsOf(
  tx: Transaction,
  { authority, today }: Acting,
  commitment: Commitment,
  change: CommitmentChange,
): Promise<FieldProblem[]> {
  switch (change.verb) {
    case 'note':
      return wordsProblems('note', change.note, 'Say how it goes');
    case 'amend':
      return [
        ...dueProblems('due', change.due, today),
        ...(change.owner === commitment.owner ? [] : await ownerProblems(tx, authority, change.owner)),
        ...(change.forum === commitment.forum ? [] : await forumProblems(tx, authority, change.forum)),
        ...(isSame(commitment, change)
          ? [{ field: 'due', message: 'Change the day, who answers for it, or the forum' }]
          : []),
        ...wordsProblems('reason', change.reason, 'Say why it changes'),
      ];
    case 'discharge':
      return [
        ...wordsProblems('outcome', change.outcome, 'Say what came of it'),
        ...evidenceProblems(change.proof),
      ];
    case 'drop':
      return wordsProblems('reason', change.reason, 'Say why it is given up');
    case 'reopen':
      return wordsProblems('reason', change.reason, 'Say why it is open again');
  }
}

const isSame = (
  { due, owner, forum }: Commitment,
  change: { due: string | null; owner: string; forum: string | null },
): boolean => due === change.due && owner === change.owner && forum === change.forum;

async function detailOf(
  tx: Transaction,
  acting: Acting,
  actingAs: string,
  { id, due, owner, forum }: Commitment,
  change: CommitmentChange,
): Promise<CommitmentDetail> {
  switch (change.verb) {
    case 'note':
      return { note: change.note.trim() };
    case 'amend':
      return {
        ...(change.due === null || change.due === due ? {} : { due: change.due }),
        ...(change.owner === owner ? {} : { owner: change.owner }),
        ...(change.forum === forum ? {} : { forum: change.forum }),
      };
    case 'discharge': {
      const evidence = await addGiven(tx, acting, actingAs, id, change.proof);
      return { outcome: change.outcome.trim(), evidence };
    }
    default:
      return {};
  }
}
