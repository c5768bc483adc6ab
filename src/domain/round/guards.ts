import type { RoundStanding, RoundState, RoundVerb } from './round.ts';
import { nextLevel } from './standing.ts';
import type { UpdateStanding, UpdateState, UpdateVerb } from './update.ts';

/** Which verbs an update takes in which state: the one table. */
const updateVerbs: Readonly<Record<UpdateState, readonly UpdateVerb[]>> = {
  awaited: ['save', 'submit'],
  draft: ['save', 'submit'],
  submitted: ['save', 'submit', 'withdraw', 'sendBack', 'approve'],
  sentBack: ['save', 'submit'],
  approved: ['sendBack', 'reopen'],
};

/** Which verbs a round takes in which state. */
const roundVerbs: Readonly<Record<RoundState, readonly RoundVerb[]>> = {
  open: ['plan', 'extend', 'nudge', 'exempt', 'close'],
  closed: ['plan', 'extend', 'nudge', 'exempt', 'openAgain', 'freeze'],
  frozen: ['plan', 'exempt', 'nudge', 'reopenMeasure', 'freeze', 'publish', 'rollOver'],
  published: ['publish', 'rollOver', 'reopenMeasure', 'freeze'],
};

export interface UpdateAttempt {
  verb: UpdateVerb;
  person: string;
  /** True for the performance team, who may enter after the round has closed. */
  isPerformanceTeam: boolean;
  measure: string;
  /** The day where the authority is. */
  today: string;
}

/**
 * Why something cannot be done to an update now, in words for the person who tried; null where it can.
 * Who may do it at all is the policy table's business.
 *
 * @example updateRefusal(round, approved, { verb: 'save', … }, levels) // 'This update has been approved…'
 */
export function updateRefusal(
  round: RoundStanding,
  update: UpdateStanding,
  attempt: UpdateAttempt,
  levels: readonly string[],
): string | null {
  const { verb, person, measure } = attempt;
  const reopened = round.reopened.has(measure);
  if (!round.measures.includes(measure)) return 'This measure is not collected in this round.';
  if ((round.state === 'frozen' || round.state === 'published') && !reopened) {
    return 'The round has been frozen, so nothing in it can change. Ask the performance team to reopen this measure.';
  }
  if (!updateVerbs[update.state].includes(verb)) return refusals[update.state];
  const entering = verb === 'save' || verb === 'submit' || verb === 'withdraw';
  const extension = round.extensions.get(measure);
  const extended = extension !== undefined && attempt.today <= extension.until;
  const open = round.state === 'open' || extended || reopened || update.state === 'sentBack';
  if (entering && !open && !attempt.isPerformanceTeam) {
    return 'The round has closed. Ask the performance team for an extension, or to enter it for you.';
  }
  if (verb === 'save' && update.state === 'submitted' && update.approvedBy.length > 0) {
    return 'Approval has begun, so this can no longer be changed. Ask the approver to send it back.';
  }
  if (verb === 'approve' && update.authors.includes(person)) {
    return 'You typed some of this update, so somebody else must approve it.';
  }
  if (verb === 'approve' && nextLevel(update, levels) === null) return refusals[update.state];
  return null;
}

const refusals: Readonly<Record<UpdateState, string>> = {
  awaited: 'Nothing has been entered yet.',
  draft: 'This update has not been submitted yet.',
  submitted: 'This update is with its approver.',
  sentBack: 'This update has been sent back and not been submitted again yet.',
  approved: 'This update has been approved. To change it, ask the approver to send it back.',
};

/** Why something cannot be done to a round now; null where it can. */
export function roundRefusal(round: RoundStanding | null, verb: RoundVerb): string | null {
  if (round === null) return verb === 'open' ? null : 'There is no round for this period. Open one first.';
  if (verb === 'open') return 'The round for this period is open already.';
  if (verb === 'rollOver' && round.rolledOver) return 'This year has been rolled over already.';
  if (roundVerbs[round.state].includes(verb)) return null;
  return `${roundRefusals[round.state]}`;
}

const roundRefusals: Readonly<Record<RoundState, string>> = {
  open: 'The round is open: close it first.',
  closed: 'The round is closed and not yet frozen: freeze it first, or open it again.',
  frozen: 'The round is frozen. Reopen single measures, with a reason, or publish.',
  published: 'The round has been published. A correction is a new edition.',
};
