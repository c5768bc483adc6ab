import { parseFigure } from '../../domain/number/parse.ts';
import { sameFigure } from '../../domain/number/same-figure.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { successor } from '../../domain/period/relate.ts';
import { fieldOfTarget } from '../../domain/proposal/content-problems.ts';
import type { TargetVersion } from '../../domain/target/target.ts';
import type { Store } from '../../store/database.ts';
import { inTransaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { writeFacts } from '../../store/write-facts.ts';
import { finishedPeriods } from '../proposals/held.ts';
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
  /** Reference of the decision; needed where a target that stands is changed in its year. */
  decision?: string | null;
}

/**
 * Sets a measure's targets for a year: each that is new or different becomes a version beside the earlier ones. Once the
 * year has begun, one that stands is changed by a decision: who, which and why are needed. A period that was frozen or
 * published is left alone: what is set, for the first time too, holds from the first day after those.
 *
 * @returns how many
 */
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
    const whole = periodOf(year);
    const hasBegun = whole.start <= today;
    const finished = hasBegun ? await finishedPeriods(tx, authority) : [];
    const from = firstOpenDay(whole, finished);
    const decision = given.decision?.trim() || null;
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
        const shut = hasBegun ? shutBy(period, finished, from, before) : null;
        if (shut !== null) problems.push({ field: fieldOfTarget(period.code, role), message: shut });
        targets.push({
          measure,
          period: period.code,
          role,
          figure: read.figure,
          version: (before?.version ?? 0) + 1,
          approvedBy,
          approvedOn,
          reason,
          ...(decision === null ? {} : { decision }),
          ...(from === null || from === whole.start ? {} : { effectiveFrom: from }),
        });
      }
    }
    if (amends && reason === null) {
      problems.push({
        field: 'reason',
        message: 'Say why a target that was set is changed, or who decided it',
      });
    }
    if (amends && hasBegun) {
      const say = (field: string, message: string) => problems.push({ field, message });
      if (approvedBy === null)
        say('approvedBy', 'Say who decided to change a target of a year that has begun');
      if (decision === null) {
        say(
          'decision',
          'Enter the reference of the decision, such as CAB/18/112, or propose the change instead',
        );
      }
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

/** The first day of a year that no finished period holds, nor any before one; null where all of it is finished. */
function firstOpenDay(whole: ReportingPeriod, finished: readonly string[]): string | null {
  const inYear = finished.map(periodOf).filter(({ year }) => year === whole.code);
  const last = inYear.reduce<ReportingPeriod | null>(
    (late, one) => (late && late.end >= one.end ? late : one),
    null,
  );
  if (last === null) return whole.start;
  return last.end >= whole.end ? null : successor(last).start;
}

/** Why what was promised for a period can no longer be changed; null where it can. */
function shutBy(
  { code, end }: ReportingPeriod,
  finished: readonly string[],
  from: string | null,
  before: HeldTarget | undefined,
): string | null {
  if (!finished.includes(code) && from !== null && end >= from) return null;
  return before === undefined
    ? `${code}: the period has been frozen without a target, and stays so`
    : `${code}: the period has been frozen, so what was promised for it stays`;
}

export { fieldOfTarget } from '../../domain/proposal/content-problems.ts';
