import { parseFigure } from '../../domain/number/parse.ts';
import { sameFigure } from '../../domain/number/same-figure.ts';
import type { TargetRole, TargetVersion } from '../../domain/target/target.ts';
import type { Store } from '../../store/database.ts';
import { inTransaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { writeFacts } from '../../store/write-facts.ts';
import { readSetUp } from '../queries/set-up.ts';
import {
  type HeldTarget,
  promisedPeriods,
  promisedRoles,
  targetSlot,
  targetsOfYear,
} from '../queries/targets-of-year.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';

export interface TargetsGiven {
  measure: string;
  year: string;
  /** What was typed, by `targetSlot`; one that is not given stays, one that is given blank cannot take back what is held. */
  values: Readonly<Record<string, string>>;
  approvedBy: string | null;
  approvedOn: string | null;
  reason: string | null;
}

/** Sets a measure's targets for a year: each that is new or different becomes a version beside the earlier ones. @returns how many */
export const setTargets = (store: Store, acting: Acting, given: TargetsGiven): Promise<number> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeTargets', null, null);
    const { authority, now, today } = acting;
    await openAuthority(tx, authority, now);
    const setUp = await readSetUp(tx, authority, today);
    const { measure, year, approvedBy, approvedOn, reason } = given;
    const version = setUp.versions.findLast(({ code }) => code === measure);
    if (version === undefined) throw new Refused('notNow', 'There is no such measure.');
    const held = (await targetsOfYear(tx, authority, year)).get(measure) ?? new Map<string, HeldTarget>();
    const problems: { field: string; message: string }[] = [];
    const targets: TargetVersion[] = [];
    let amends = false;
    for (const period of promisedPeriods(version, year, held)) {
      for (const role of promisedRoles(version)) {
        const slot = targetSlot(period.code, role);
        const typed = given.values[slot]?.trim();
        if (typed === undefined) continue;
        const before = held.get(slot);
        if (typed === '' && before !== undefined) {
          const message = `${period.code}: a target that was set cannot be left blank. Type the new one`;
          problems.push({ field: fieldOfTarget(period.code, role), message });
        }
        if (typed === '') continue;
        const read = parseFigure(typed, version.unit);
        if ('problem' in read) {
          const message = `${period.code}: ${read.problem}`;
          problems.push({ field: fieldOfTarget(period.code, role), message });
          continue;
        }
        if (before !== undefined && sameFigure(before.figure, read.figure)) continue;
        if (before !== undefined) amends = true;
        targets.push({
          measure,
          period: period.code,
          role,
          figure: read.figure,
          version: (before?.version ?? 0) + 1,
          approvedBy,
          approvedOn,
          reason,
        });
      }
    }
    if (amends && reason === null) {
      problems.push({
        field: 'reason',
        message: 'Say why a target that was set is changed, or who decided it',
      });
    }
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    const recorded = targets.map((target) => ({ ...target, recordedAt: now }));
    const actingAs = roleFor(acting, 'changeTargets', null, null);
    await writeFacts(
      tx,
      { authority: setUp.authority, targets: recorded },
      { recordedAt: now, actor: acting.person.id, actingAs, reason },
    );
    return targets.length;
  });

/** The field of a form: a period's code without what an id cannot hold. */
export const fieldOfTarget = (period: string, role: TargetRole): string =>
  `${role}-${period.replace('/', '-')}`;
