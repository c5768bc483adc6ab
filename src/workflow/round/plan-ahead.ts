import { periodLabel } from '../../domain/period/label.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { type RoundPlan, roundStanding } from '../../domain/round/round.ts';
import type { Store } from '../../store/database.ts';
import { readRoundRecords } from '../../store/rounds.ts';
import { writeSetting } from '../../store/settings.ts';
import { inTransaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { plannedRoundSetting, plannedRounds } from '../queries/rounds-calendar.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from './acting.ts';
import { planProblems } from './change-round.ts';

/** The days of one round to come. */
export interface PlanGiven {
  period: string;
  /** null: it is not planned after all. */
  plan: RoundPlan | null;
  /** As the page had shown them, see `seenPlan`. */
  seen: string;
}

/** Plans rounds that are not open yet, all of them or none. @returns how many are different now */
export const planAhead = (store: Store, acting: Acting, given: readonly PlanGiven[]): Promise<number> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'runRound', null, null);
    const { authority, now, person } = acting;
    await openAuthority(tx, authority, now);
    const held = await plannedRounds(tx, authority);
    const problems: { field: string; message: string }[] = [];
    for (const { period, plan, seen } of given) {
      const label = periodLabel(periodOf(period));
      if (roundStanding(await readRoundRecords(tx, authority, period)) !== null) {
        throw new Refused(
          'notNow',
          `The round for ${label} is open already. Change its days on its own page.`,
        );
      }
      if (seenPlan(held.get(period) ?? null) !== seen) {
        throw new Refused(
          'notNow',
          `Somebody else has changed the days of ${label} since you opened the page. Look again first.`,
        );
      }
      for (const { field, message } of plan === null ? [] : planProblems(plan, period)) {
        problems.push({ field: fieldOf(field, period), message: `${label}: ${message}` });
      }
    }
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    const actingAs = roleFor(acting, 'runRound', null, null);
    const trail = { recordedAt: now, actor: person.id, actingAs, reason: null };
    let changed = 0;
    for (const { period, plan } of given) {
      if (plan === null && !held.has(period)) continue;
      if (await writeSetting(tx, authority, plannedRoundSetting(period), plan, trail)) changed += 1;
    }
    return changed;
  });

/** What tells a plan from every other: two people who plan the same round do not undo each other's days. */
export const seenPlan = (plan: RoundPlan | null): string =>
  plan === null
    ? ''
    : Object.entries({ ...plan, ...plan.approvalsDue, approvalsDue: null })
        .map(([name, day]) => `${name}=${day ?? ''}`)
        .sort()
        .join(' ');

/** The field of a form in which the days of several rounds are typed. */
export const fieldOf = (name: string, period: string): string => `${name}-${period.replace('/', '-')}`;
