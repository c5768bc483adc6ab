import type { Recorded } from '../facts.ts';
import type { TypedFigure } from '../number/figure.ts';
import { sameFigure } from '../number/same-figure.ts';
import type { ReportingPeriod } from '../period/period.ts';
import { isYearEnd, yearOf } from '../period/relate.ts';
import { judgedRoles, type TargetRole, type TargetVersion, targetRoles } from './target.ts';

/** Promises by what they are called; a role without one is absent. */
export type Targets = Partial<Record<TargetRole, Recorded<TargetVersion>>>;

/** Promises for a period and for the end of its year. */
export interface PeriodAndYear {
  periodTargets: Targets;
  yearTargets: Targets;
}

/** What a measure is promised in a period: what is in force, and what was first promised where that is something else. */
export interface Promises extends PeriodAndYear {
  /** The year's first approved promises; null where they are those in force. */
  original: PeriodAndYear | null;
  /** Earlier versions of the promises that are in force, oldest first. */
  amended: readonly Recorded<TargetVersion>[];
  /** The figure in force for another period. */
  figureFor(code: string, role: TargetRole): TypedFigure | null;
  versionFor(code: string, role: TargetRole): Recorded<TargetVersion> | null;
}

/**
 * Chooses among all versions of a measure's promises those that a report on a period is judged by: of each the newest
 * that had taken effect by the last day of the period. One that was decided to hold from the third quarter changes
 * nothing in a report on the second, though it may be about the same year end.
 *
 * The original is what stood when the year began; where nothing did, what was promised first.
 *
 * @param targets of one measure, as known at the moment asked for
 * @example promisesIn([8.4 of March, 11.5 decided in November from 2018-10-01], 2018-19/Q3)
 * // in force 11.5, original 8.4; for 2018-19/Q2 in force 8.4, original null
 */
export function promisesIn(targets: readonly Recorded<TargetVersion>[], period: ReportingPeriod): Promises {
  const inEffect = targets.filter(({ effectiveFrom }) => !effectiveFrom || effectiveFrom <= period.end);
  const slots = bySlot(inEffect);
  const newest = new Map([...slots].map(([slot, versions]) => [slot, versions.at(-1)]));
  const began = yearOf(period).start;
  const first = new Map([...slots].map(([slot, versions]) => [slot, firstPromised(versions, began)]));
  const now = periodAndYear(newest, period);
  const then = periodAndYear(first, period);
  const standing = new Set([...Object.values(now.periodTargets), ...Object.values(now.yearTargets)]);
  const here = (each: TargetVersion) => each.period === period.code || each.period === period.year;
  const versionFor = (code: string, role: TargetRole) => newest.get(slotOf(code, role)) ?? null;
  return {
    ...now,
    original:
      isAnother(now.periodTargets, then.periodTargets) || isAnother(now.yearTargets, then.yearTargets)
        ? then
        : null,
    amended: inEffect.filter((each) => here(each) && !standing.has(each)),
    figureFor: (code, role) => versionFor(code, role)?.figure ?? null,
    versionFor,
  };
}

/** True where something that a status is judged by was first promised as something else. */
export const isAnother = (now: Targets, then: Targets): boolean =>
  judgedRoles.some((role) => {
    const [one, other] = [now[role], then[role]];
    return one !== undefined && other !== undefined && !sameFigure(one.figure, other.figure);
  });

const slotOf = (period: string, role: TargetRole): string => `${period}|${role}`;

/** The versions of each promise in the order in which they were recorded. */
function bySlot(targets: readonly Recorded<TargetVersion>[]) {
  const slots = new Map<string, Recorded<TargetVersion>[]>();
  for (const each of targets) {
    const slot = slotOf(each.period, each.role);
    const held = slots.get(slot);
    if (held === undefined) slots.set(slot, [each]);
    else held.push(each);
  }
  for (const versions of slots.values())
    versions.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
  return slots;
}

/** What stood on the eve of the year; of a promise that was made later, or recorded later, the first. */
const firstPromised = (versions: readonly Recorded<TargetVersion>[], yearBegan: string) =>
  versions.findLast(({ recordedAt }) => recordedAt.slice(0, 10) < yearBegan) ?? versions[0];

/** The last period of a year is promised what the year end is, unless it has a promise of its own. */
function periodAndYear(
  held: ReadonlyMap<string, Recorded<TargetVersion> | undefined>,
  period: ReportingPeriod,
): PeriodAndYear {
  const of = (code: string): Targets => {
    const found: Targets = {};
    for (const role of targetRoles) {
      const version = held.get(slotOf(code, role));
      if (version !== undefined) found[role] = version;
    }
    return found;
  };
  const yearTargets = of(period.year);
  return { periodTargets: { ...(isYearEnd(period) ? yearTargets : {}), ...of(period.code) }, yearTargets };
}
