import type { Decision, Proposal, ProposalState, ProposalVerb } from './proposal.ts';

/** Which verbs a proposal takes in which state: the one table. */
const verbsIn: Readonly<Record<ProposalState, readonly ProposalVerb[]>> = {
  draft: ['save', 'propose', 'attach', 'detach', 'withdraw'],
  proposed: ['attach', 'detach', 'approve', 'refuse', 'withdraw'],
  approved: [],
  refused: [],
  withdrawn: [],
};

const refusals: Readonly<Record<ProposalState, string>> = {
  draft: 'This is still a draft. Propose it first.',
  proposed: 'This has been proposed and waits for its decision. Withdraw it to propose something else.',
  approved: 'This has been approved. To change it again, make another proposal.',
  refused: 'This has been refused. Make another proposal.',
  withdrawn: 'This has been withdrawn. Make another proposal.',
};

export interface ProposalAttempt {
  verb: ProposalVerb;
  /** Person id. */
  person: string;
}

/**
 * Why something cannot be done to a proposal now, in words for the person who tried; null where it can. Who may do it at
 * all is the policy table's business.
 *
 * Nobody decides what they proposed. What a forum decided is recorded by the performance team, and then the one who
 * records it decides nothing: a minute of the forum does.
 *
 * @example proposalRefusal({ state: 'refused', … }, { verb: 'approve', person: 'c.webb' }) // 'This has been refused…'
 */
export function proposalRefusal(
  proposal: Pick<Proposal, 'state' | 'proposedBy' | 'writtenBy' | 'decider'>,
  { verb, person }: ProposalAttempt,
): string | null {
  const { state, proposedBy, writtenBy, decider } = proposal;
  if (!verbsIn[state].includes(verb)) return refusals[state];
  const decides = verb === 'approve' || verb === 'refuse';
  if (decides && decider.kind === 'person' && (person === proposedBy || person === writtenBy)) {
    return 'You proposed this, and no forum decides it, so somebody else must record the decision.';
  }
  return null;
}

/** What may be done to a proposal now, by somebody who may do anything. */
export const proposalVerbs = (
  proposal: Pick<Proposal, 'state' | 'proposedBy' | 'writtenBy' | 'decider'>,
  person: string,
): ProposalVerb[] =>
  verbsIn[proposal.state].filter((verb) => proposalRefusal(proposal, { verb, person }) === null);

export interface FieldProblem {
  field: string;
  message: string;
}

const LONGEST_NAME = 200;
const LONGEST_REASON = 2_000;

/** What is wrong with a decision as it was typed: who, when and where it can be looked up are all needed. */
export function decisionProblems(
  { by, on, reference }: Omit<Decision, 'on'> & { on: string | null },
  today: string,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const say = (field: string, message: string) => problems.push({ field, message });
  if (by === '') say('by', 'Say who decided');
  else if (by.length > LONGEST_NAME) say('by', `Use ${LONGEST_NAME} characters or fewer`);
  if (on === null) say('on', 'Enter the day of the decision');
  else if (on > today) say('on', 'The day of the decision must not be in the future');
  if (reference === '') say('reference', 'Enter the reference of the decision, such as CAB/18/112');
  else if (reference.length > LONGEST_NAME) say('reference', `Use ${LONGEST_NAME} characters or fewer`);
  return problems;
}

/** What is wrong with a reason. */
export function reasonProblems(reason: string, missing: string, field = 'reason'): FieldProblem[] {
  if (reason.trim() === '') return [{ field, message: missing }];
  if (reason.length <= LONGEST_REASON) return [];
  return [{ field, message: 'Use 2,000 characters or fewer' }];
}
