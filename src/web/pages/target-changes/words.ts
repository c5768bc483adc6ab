import { type ProposalState, proposalStateNames } from '../../../domain/proposal/proposal.ts';

/** Colours of the design system's tags; the word says it all. */
export const stateTag: Readonly<Record<ProposalState, { text: string; classes: string }>> = {
  draft: { text: proposalStateNames.draft, classes: 'govuk-tag--grey' },
  proposed: { text: proposalStateNames.proposed, classes: 'govuk-tag--yellow' },
  approved: { text: proposalStateNames.approved, classes: 'govuk-tag--green' },
  refused: { text: proposalStateNames.refused, classes: 'govuk-tag--red' },
  withdrawn: { text: proposalStateNames.withdrawn, classes: 'govuk-tag--grey' },
};
