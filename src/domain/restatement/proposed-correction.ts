import type { ProposalEvidence } from '../proposal/proposal.ts';
import type { RestatedRole, RestatementKind } from './restatement.ts';

/**
 * What happens to a correction that somebody proposes: it is proposed, and then accepted (a restatement of its own),
 * refused or withdrawn. Only the restatement changes a figure.
 */
export type CorrectionVerb = 'propose' | 'accept' | 'refuse' | 'withdraw';

/** What is proposed: the figure as it was typed, and as it is printed. */
export interface CorrectionContent {
  measure: string;
  period: string;
  role: RestatedRole;
  /** As typed; read again when somebody accepts it. */
  figure: string;
  numerator: string;
  denominator: string;
  kind: RestatementKind;
  reason: string;
  /** As they were printed when it was proposed. */
  was: string;
  is: string;
  /** What it would do to the status, as it stood then. */
  effect: string;
  evidence: ProposalEvidence;
}

export interface CorrectionRecord {
  correction: number;
  sequence: number;
  verb: CorrectionVerb;
  person: string;
  actingAs: string;
  /** ISO instant. */
  at: string;
  /** What was said with it. */
  reason: string | null;
  /** Of the first record. */
  content: CorrectionContent | null;
  /** Of one that was accepted: the restatement, and the figure that was recorded. */
  detail: { restatement?: string; figure?: string };
}

export const correctionStates = ['proposed', 'accepted', 'refused', 'withdrawn'] as const;
export type CorrectionState = (typeof correctionStates)[number];

export const correctionStateNames: Readonly<Record<CorrectionState, string>> = {
  proposed: 'Waits for a decision',
  accepted: 'Accepted',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};

/** A proposed correction as it stands. */
export interface ProposedCorrection extends CorrectionContent {
  number: number;
  state: CorrectionState;
  proposedBy: string;
  proposedAt: string;
  /** How it ended; null while it waits. */
  ended: {
    by: string;
    at: string;
    reason: string | null;
    restatement: string | null;
    figure: string | null;
  } | null;
  version: number;
}

const ends: Readonly<Record<CorrectionVerb, CorrectionState>> = {
  propose: 'proposed',
  accept: 'accepted',
  refuse: 'refused',
  withdraw: 'withdrawn',
};

/**
 * Where a proposed correction stands after its records, which are in order; null where there are none.
 *
 * @example proposedCorrectionOf([propose, refuse])?.state // 'refused'
 */
export function proposedCorrectionOf(records: readonly CorrectionRecord[]): ProposedCorrection | null {
  const [first] = records;
  const last = records.at(-1);
  if (first === undefined || last === undefined || first.content === null) return null;
  const { by, at } = { by: last.person, at: last.at };
  const { restatement = null, figure = null } = last.detail;
  return {
    ...first.content,
    number: first.correction,
    state: ends[last.verb],
    proposedBy: first.person,
    proposedAt: first.at,
    ended: last.verb === 'propose' ? null : { by, at, reason: last.reason, restatement, figure },
    version: last.sequence,
  };
}

/**
 * Why something cannot be done to it, in words for the person who tried; null where it can. Who may do it at all is
 * the policy table's business.
 *
 * @example correctionRefusal({ state: 'refused', … }, 'accept', 'colin') // 'This correction was refused already…'
 */
export function correctionRefusal(
  { state, proposedBy }: Pick<ProposedCorrection, 'state' | 'proposedBy'>,
  verb: Exclude<CorrectionVerb, 'propose'>,
  person: string,
): string | null {
  if (state !== 'proposed') {
    return `This correction was ${state} already. If the figure is still wrong, propose another.`;
  }
  const isOwn = person === proposedBy;
  if (verb === 'withdraw') return isOwn ? null : 'Only the person who proposed it can withdraw it.';
  return isOwn ? 'You proposed this yourself, so somebody else must decide it.' : null;
}
