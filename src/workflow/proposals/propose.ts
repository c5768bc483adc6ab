import { contentProblems } from '../../domain/proposal/content-problems.ts';
import { proposalRefusal, reasonProblems } from '../../domain/proposal/guards.ts';
import type { Proposal, ProposalContent } from '../../domain/proposal/proposal.ts';
import type { Store } from '../../store/database.ts';
import { addProposalRecord, nextProposalNumber } from '../../store/proposals.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { Conflict, Refused } from '../refused.ts';
import type { Acting } from '../round/acting.ts';
import { heldFor } from './held.ts';
import { allowedAs, findProposal, readStandings, relationToMeasures } from './open-proposal.ts';

/** Which proposal, and the version of it that the person saw; null for a new one. */
export type Which = { number: number; version: number | null } | null;

/**
 * Keeps a proposal as a draft, or puts it forward: then all of it must be sound.
 *
 * @returns its number
 * @throws Conflict where somebody else has changed the draft since; Refused where it may not be done, not now, or not
 *   like this
 */
export const saveProposal = (
  store: Store,
  acting: Acting,
  which: Which,
  verb: 'save' | 'propose',
  content: ProposalContent,
): Promise<number> =>
  inTransaction(store, async (tx) => {
    const { authority, person, now } = acting;
    await openAuthority(tx, authority, now);
    const standings = await readStandings(tx, authority, content.measures);
    const known = content.measures.filter((code) => standings.directorateOf.has(code));
    if (known.length < content.measures.length || known.length === 0) {
      allowedAs(acting, 'proposeTargetChange', known.length === 0 ? 'own' : 'other', null);
      const message = 'Choose the measure';
      throw new Refused('invalid', 'There is a problem', [{ field: 'measures', message }]);
    }
    const relation = relationToMeasures(acting, known, standings);
    const actingAs = allowedAs(acting, 'proposeTargetChange', relation, null);
    const before = which === null ? null : await draftIn(tx, acting, which, verb);
    if (verb === 'propose') {
      const problems = contentProblems(content, await heldFor(tx, authority, content));
      if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    }
    const proposal = before?.number ?? (await nextProposalNumber(tx, authority));
    await addProposalRecord(
      tx,
      authority,
      {
        proposal,
        sequence: (before?.version ?? 0) + 1,
        verb,
        person: person.id,
        actingAs,
        at: now,
        reason: null,
        content,
        detail: {},
      },
      before === null ? null : contentOf(before),
    );
    return proposal;
  });

async function draftIn(
  tx: Transaction,
  acting: Acting,
  which: NonNullable<Which>,
  verb: 'save' | 'propose',
): Promise<Proposal> {
  const found = await findProposal(tx, acting, which.number);
  if (found === null) throw new Refused('notNow', 'There is no such proposal.');
  allowedAs(acting, 'proposeTargetChange', found.relation, null);
  mustBeOpen(found.proposal, verb, acting.person.id);
  if (which.version !== null && which.version !== found.proposal.version) throw new Conflict(found.proposal);
  return found.proposal;
}

export function mustBeOpen(
  proposal: Proposal,
  verb: Parameters<typeof proposalRefusal>[1]['verb'],
  person: string,
): void {
  const refusal = proposalRefusal(proposal, { verb, person });
  if (refusal !== null) throw new Refused('notNow', refusal);
}

/** What a proposal says, without where it stands. */
export const contentOf = (proposal: Proposal): ProposalContent => {
  const { kind, measures, from, values, results, meaning, comparable, reason, decider } = proposal;
  return { kind, measures, from, values, results, meaning, comparable, reason, decider };
};

/** Takes a proposal back, with a reason; what was said stays to be read. */
export const withdrawProposal = (
  store: Store,
  acting: Acting,
  number: number,
  reason: string,
): Promise<void> =>
  inTransaction(store, async (tx) => {
    await openAuthority(tx, acting.authority, acting.now);
    const found = await findProposal(tx, acting, number);
    if (found === null) throw new Refused('notNow', 'There is no such proposal.');
    const actingAs = allowedAs(acting, 'withdrawTargetChange', found.relation, null);
    mustBeOpen(found.proposal, 'withdraw', acting.person.id);
    const problems = reasonProblems(reason, 'Say why it is withdrawn', 'withdrawReason');
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    await addProposalRecord(
      tx,
      acting.authority,
      {
        proposal: number,
        sequence: found.proposal.version + 1,
        verb: 'withdraw',
        person: acting.person.id,
        actingAs,
        at: acting.now,
        reason: reason.trim(),
        content: null,
        detail: {},
      },
      null,
    );
  });
