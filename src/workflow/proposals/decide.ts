import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { contentProblems } from '../../domain/proposal/content-problems.ts';
import { decisionProblems } from '../../domain/proposal/guards.ts';
import { plannedFacts } from '../../domain/proposal/plan.ts';
import type { Store } from '../../store/database.ts';
import { readResponsibilities, writeResponsibilities } from '../../store/people.ts';
import { addProposalRecord } from '../../store/proposals.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { type WriteSettings, writeFacts } from '../../store/write-facts.ts';
import { Conflict, Refused } from '../refused.ts';
import type { Acting } from '../round/acting.ts';
import { heldFor } from './held.ts';
import { allowedAs, findProposal } from './open-proposal.ts';
import { contentOf, mustBeOpen } from './propose.ts';

export interface DecisionGiven {
  outcome: 'approve' | 'refuse';
  by: string;
  /** ISO day; null where none was typed. */
  on: string | null;
  reference: string;
  /** What was said with it; may be empty. */
  note: string;
}

const LONGEST_NOTE = 2_000;

/**
 * Records what was decided of a proposal. An approval writes the targets, the versions of measures and the scorecards
 * that follow from it in the same transaction, each with the reference of the decision; what they replace is kept.
 *
 * @param version that of the proposal the person saw; null where it does not matter
 */
export const decideProposal = (
  store: Store,
  acting: Acting,
  number: number,
  version: number | null,
  given: DecisionGiven,
): Promise<void> =>
  inTransaction(store, async (tx) => {
    const { authority, person, now, today } = acting;
    await openAuthority(tx, authority, now);
    const found = await findProposal(tx, acting, number);
    if (found === null) throw new Refused('notNow', 'There is no such proposal.');
    const { proposal, relation } = found;
    const actingAs = allowedAs(acting, 'decideTargetChange', relation, proposal.state);
    mustBeOpen(proposal, given.outcome, person.id);
    if (version !== null && version !== proposal.version) throw new Conflict(proposal);
    const problems = decisionProblems(given, today);
    if (given.note.length > LONGEST_NOTE) {
      problems.push({ field: 'note', message: 'Use 2,000 characters or fewer' });
    }
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    const { by, on, reference, note, outcome } = given;
    const decision = { by, on: on ?? today, reference };
    if (outcome === 'approve') {
      const content = contentOf(proposal);
      const held = await heldFor(tx, authority, content);
      // Since it was put forward, a round may have been frozen or a code been taken.
      const [problem] = contentProblems(content, held);
      if (problem !== undefined) {
        const message = `This can no longer be approved as it was proposed. ${problem.message}.`;
        throw new Refused('invalid', message, [{ field: 'outcome', message }]);
      }
      const planned = plannedFacts(content, held, decision);
      const targets = planned.targets.map((target) => ({ ...target, recordedAt: now }));
      const settings = {
        recordedAt: now,
        actor: person.id,
        actingAs,
        reason: `Proposal ${number}: ${reference}`,
      };
      await writeFacts(tx, { authority: held.authority, ...planned, targets }, settings);
      const begun = planned.measures.filter(({ code }) => !held.versions.some((one) => one.code === code));
      await inheritResponsibility(tx, authority, content.measures[0] ?? '', begun, settings);
    }
    await addProposalRecord(
      tx,
      authority,
      {
        proposal: number,
        sequence: proposal.version + 1,
        verb: outcome,
        person: person.id,
        actingAs,
        at: now,
        reason: note.trim() === '' ? null : note.trim(),
        content: null,
        detail: { decision },
      },
      null,
    );
  });

/** Whoever answers for the measure that a new one comes from answers for the new one, until set-up says otherwise. */
async function inheritResponsibility(
  tx: Transaction,
  authority: string,
  from: string,
  begun: readonly MeasureVersion[],
  settings: WriteSettings,
): Promise<void> {
  const held = (await readResponsibilities(tx, authority, [from])).get(from);
  if (held === undefined || begun.length === 0) return;
  const passedOn = begun.map(({ code }) => ({ ...held, measure: code }));
  await writeResponsibilities(tx, authority, passedOn, settings);
}
