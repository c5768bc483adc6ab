import type { ProposalEvidence } from '../../domain/proposal/proposal.ts';
import type { ProposedCorrection } from '../../domain/restatement/proposed-correction.ts';
import { MOST_REASON, type RestatementKind } from '../../domain/restatement/restatement.ts';
import type { Store } from '../../store/database.ts';
import { readProposalFile } from '../../store/proposals.ts';
import {
  addCorrectionRecord,
  nextCorrectionNumber,
  readCorrectionRecords,
} from '../../store/proposed-corrections.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { evidenceProblems, keepEvidence } from '../proposals/evidence.ts';
import { allowedAs } from '../proposals/open-proposal.ts';
import { subjectOf } from '../queries/measure-in-hand.ts';
import { Refused } from '../refused.ts';
import type { Acting } from '../round/acting.ts';
import type { GivenEvidence } from '../round/evidence.ts';
import { findCorrection, mustBeOpen } from './open-correction.ts';
import type { GivenRestatement } from './read-restatement.ts';
import { weighIn } from './restate-figure.ts';
import { tellAnswered, tellProposed } from './tell-correction.ts';

/**
 * Proposes another figure for a published one, with why and what shows it. Nothing changes: whoever may restate figures
 * is told, and accepts or refuses it.
 *
 * @returns its number
 * @throws Refused with every problem of what was typed, each with its field
 */
export const proposeCorrection = (
  store: Store,
  acting: Acting,
  given: GivenRestatement,
  evidence: GivenEvidence,
): Promise<number> =>
  inTransaction(store, async (tx) => {
    const { authority, person, now } = acting;
    await openAuthority(tx, authority, now);
    const { measure, period, role } = given;
    const beside = evidenceProblems(evidence);
    const weighed = await weighIn(tx, acting, given, 'proposeCorrection').catch((error: unknown) => {
      // Everything that is wrong is said at once.
      if (error instanceof Refused && error.kind === 'invalid')
        throw new Refused('invalid', 'There is a problem', [...error.problems, ...beside]);
      throw error;
    });
    const { restatement } = weighed;
    if (beside.length > 0) throw new Refused('invalid', 'There is a problem', beside);
    const waiting = [...(await readCorrectionRecords(tx, authority, { measure, period })).values()].some(
      (records) => records.length === 1 && records[0]?.content?.role === role,
    );
    if (waiting) {
      const message =
        'A correction of this figure waits for a decision already. Withdraw it, or wait for the answer';
      throw new Refused('invalid', 'There is a problem', [{ field: 'figure', message }]);
    }
    const number = await nextCorrectionNumber(tx, authority);
    const content = {
      measure,
      period,
      role,
      figure: given.figure.trim(),
      numerator: given.numerator.trim(),
      denominator: given.denominator.trim(),
      kind: given.kind as RestatementKind,
      reason: restatement.reason,
      was: restatement.was.display,
      is: restatement.is.display,
      effect: restatement.effect,
      evidence: await keepEvidence(tx, authority, evidence),
    };
    await addCorrectionRecord(tx, authority, content, {
      correction: number,
      sequence: 1,
      verb: 'propose',
      person: person.id,
      actingAs: restatement.actingAs,
      at: now,
      reason: null,
      content,
      detail: {},
    });
    await tellProposed(tx, acting, { ...content, number });
    return number;
  });

/** Refuses one with a reason, and tells whoever proposed it. The figure stays as it is. */
export const refuseCorrection = (
  store: Store,
  acting: Acting,
  number: number,
  reason: string,
): Promise<void> => answer(store, acting, number, 'refuse', reason, 'Say why it is refused, in a sentence');

/** Takes back one's own, with a reason. */
export const withdrawCorrection = (
  store: Store,
  acting: Acting,
  number: number,
  reason: string,
): Promise<void> =>
  answer(store, acting, number, 'withdraw', reason, 'Say why you withdraw it, in a sentence');

const actionOf = { refuse: 'restateFigure', withdraw: 'proposeCorrection' } as const;

const answer = (
  store: Store,
  acting: Acting,
  number: number,
  verb: 'refuse' | 'withdraw',
  typed: string,
  lacking: string,
): Promise<void> =>
  inTransaction(store, async (tx) => {
    await openAuthority(tx, acting.authority, acting.now);
    const found = await findCorrection(tx, acting.authority, number);
    const actingAs = allowedAs(acting, actionOf[verb], ...(await standing(tx, acting, found)));
    const open = await mustBeOpen(tx, acting, number, verb);
    const reason = typed.trim();
    const message =
      reason === '' ? lacking : reason.length > MOST_REASON ? `Use ${MOST_REASON} characters or fewer` : null;
    if (message !== null) throw new Refused('invalid', 'There is a problem', [{ field: 'answer', message }]);
    await addCorrectionRecord(tx, acting.authority, open, {
      correction: number,
      sequence: open.version + 1,
      verb,
      person: acting.person.id,
      actingAs,
      at: acting.now,
      reason,
      content: null,
      detail: {},
    });
    if (verb === 'refuse')
      await tellAnswered(tx, acting, open, { accepted: false, is: open.is, answer: reason });
  });

async function standing(tx: Transaction, acting: Acting, found: ProposedCorrection | null) {
  const subject = found === null ? null : await subjectOf(tx, acting, found.measure, found.period);
  return [subject?.relation ?? 'other', subject?.state ?? null] as const;
}

/** The document beside a proposed correction with its bytes; null where it is a link. */
export async function openCorrectionEvidence(
  store: Store,
  authority: string,
  number: number,
): Promise<{ file: NonNullable<ProposalEvidence['file']>; bytes: Uint8Array } | null> {
  const evidence = (await findCorrection(store, authority, number))?.evidence;
  if (evidence === undefined || evidence.file === null) return null;
  const bytes = await readProposalFile(store, authority, evidence.id);
  return bytes === null ? null : { file: evidence.file, bytes };
}
