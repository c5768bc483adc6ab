import type { Subject } from '../../../domain/permission/can.ts';
import { findProposal } from '../../../workflow/proposals/open-proposal.ts';
import { actingFor } from '../../acting.ts';
import type { Asked } from '../../route.ts';

/** The number in `/target-changes/:proposal`; null for anything else. */
export const numberOf = ({ params }: Pick<Asked, 'params'>): number | null =>
  /^[1-9]\d{0,8}$/.test(params.proposal ?? '') ? Number(params.proposal) : null;

/** For routes about one proposal. */
export async function proposalSubject(asked: Asked): Promise<Subject | null> {
  const number = numberOf(asked);
  const found = number === null ? null : await findProposal(asked.store, actingFor(asked), number);
  return found === null ? null : { relation: found.relation, state: found.proposal.state };
}

export const proposalAddress = (number: number): string => `/target-changes/${number}`;
