import { periodLabel } from '../../../domain/period/label.ts';
import { parsePeriod } from '../../../domain/period/parse.ts';
import { type ProposalState, proposalStateNames } from '../../../domain/proposal/proposal.ts';

/** Colours of the design system's tags; the word says it all. */
export const stateTag: Readonly<Record<ProposalState, { text: string; classes: string }>> = {
  draft: { text: proposalStateNames.draft, classes: 'govuk-tag--grey' },
  proposed: { text: proposalStateNames.proposed, classes: 'govuk-tag--yellow' },
  approved: { text: proposalStateNames.approved, classes: 'govuk-tag--green' },
  refused: { text: proposalStateNames.refused, classes: 'govuk-tag--red' },
  withdrawn: { text: proposalStateNames.withdrawn, classes: 'govuk-tag--grey' },
};

/** The quarter from which a change holds; a draft may not have one yet. @example 'Quarter 1, 2019-20' */
export function quarterNamed(from: string): string {
  const read = parsePeriod(from);
  return 'period' in read ? periodLabel(read.period) : 'a quarter that is not chosen yet';
}
