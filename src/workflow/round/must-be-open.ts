import { relationsFor } from '../../domain/permission/can.ts';
import { updateRefusal } from '../../domain/round/guards.ts';
import type { UpdateVerb } from '../../domain/round/update.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, relationOf } from './acting.ts';
import type { OpenUpdate } from './open-update.ts';

/** Refuses what the state of the round or the update forbids, and what the policy table has no row for. */
export function mustBeOpen(
  open: OpenUpdate,
  acting: Acting,
  verb: UpdateVerb,
  action: 'enterUpdate' | 'submitUpdate' | 'withdrawUpdate' | 'sendBackUpdate' | 'approveUpdate',
): void {
  const { round, update, measure } = open;
  const attempt = {
    verb,
    person: acting.person.id,
    isPerformanceTeam: acting.actors.includes('performanceTeam'),
    measure: measure.code,
    today: acting.today,
  };
  // Who may never do it learns nothing of where the update stands; who may at other times is told what is in the way.
  if (!relationsFor(acting.actors, action).includes(relationOf(acting, measure))) {
    mustBeAllowed(acting, action, measure, update.state);
  }
  const refusal = updateRefusal(
    round,
    update,
    attempt,
    open.levels.map(({ id }) => id),
  );
  if (refusal !== null) throw new Refused('notNow', refusal);
  mustBeAllowed(acting, action, measure, update.state);
}
