import { can } from '../../domain/permission/can.ts';
import {
  type ProposedCorrection,
  proposedCorrectionOf,
} from '../../domain/restatement/proposed-correction.ts';
import type { Store } from '../../store/database.ts';
import { type CorrectionQuestion, readCorrectionRecords } from '../../store/proposed-corrections.ts';
import type { Acting } from '../round/acting.ts';

export { findCorrection } from '../restatements/open-correction.ts';

/** Proposed corrections as they stand, the newest first. */
export async function proposedCorrections(
  db: Pick<Store, 'db'>,
  authority: string,
  question: CorrectionQuestion = {},
): Promise<ProposedCorrection[]> {
  const records = await readCorrectionRecords(db, authority, question);
  return [...records.values()].flatMap((each) => proposedCorrectionOf(each) ?? []).reverse();
}

/** What waits for somebody's decision, and what they proposed themselves: what waits, and what was answered lately. */
export interface OwnCorrections {
  toDecide: readonly ProposedCorrection[];
  proposed: readonly ProposedCorrection[];
}

const LATELY_DAYS = 28;

export async function ownCorrections(db: Pick<Store, 'db'>, acting: Acting): Promise<OwnCorrections> {
  const { authority, person, actors, now } = acting;
  const all = await proposedCorrections(db, authority);
  const decides = can(actors, 'restateFigure', { relation: 'other', state: 'approved' });
  const lately = new Date(Date.parse(now) - LATELY_DAYS * 86_400_000).toISOString();
  return {
    toDecide: decides
      ? all.filter(({ state, proposedBy }) => state === 'proposed' && proposedBy !== person.id)
      : [],
    proposed: all.filter(
      ({ proposedBy, ended }) => proposedBy === person.id && (ended === null || ended.at >= lately),
    ),
  };
}
