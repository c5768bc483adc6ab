import type { Recorded } from '../facts.ts';
import { isLikeYear } from '../measure/adds-up.ts';
import type { MeasureVersion } from '../measure/measure.ts';
import type { TypedFigure } from '../number/figure.ts';
import { sameFigure } from '../number/same-figure.ts';
import type { ReportingPeriod } from '../period/period.ts';
import { isYearEnd, yearOf } from '../period/relate.ts';
import { judgedRoles, type TargetRole, type TargetVersion, targetRoles } from './target.ts';

/** What of a measure says which promise its figure is held against. */
type Judged = Pick<MeasureVersion, 'unit' | 'periodBasis' | 'frequency'>;

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
 * The last period of a year is promised what the year end is, unless it has a promise of its own, where the two are the
 * same kind of figure (`isLikeYear`): a count of the last quarter by itself is not judged by the whole year's.
 *
 * @param targets of one measure, as known at the moment asked for
 * @example promisesIn(version, [8.4 of March, 11.5 decided in November from 2018-10-01], 2018-19/Q3)
 * // in force 11.5, original 8.4; for 2018-19/Q2 in force 8.4, original null
 */
export const promisesIn = (
  measure: Judged,
  targets: readonly Recorded<TargetVersion>[],
  period: ReportingPeriod,
): Promises => promisesOf(targets)(measure, period);

/** The same for any number of periods: what is in force in all of them alike is chosen once. */
export function promisesOf(
  targets: readonly Recorded<TargetVersion>[],
): (measure: Judged, period: ReportingPeriod) => Promises {
  // Most promises take effect as soon as they are recorded: then every period has the same versions to choose from.
  const changes = targets.some(({ effectiveFrom }) => effectiveFrom);
  const chosen = new Map<string, ReturnType<typeof inEffectBy>>();
  const inEffect = (day: string) => {
    const key = changes ? day : '';
    const held = chosen.get(key) ?? inEffectBy(targets, day);
    chosen.set(key, held);
    return held;
  };
  return (measure, period) => promisedIn(measure, inEffect(period.end), period);
}

function inEffectBy(targets: readonly Recorded<TargetVersion>[], day: string) {
  const versions = targets.filter(({ effectiveFrom }) => !effectiveFrom || effectiveFrom <= day);
  return { versions, promised: byPeriodAndRole(versions) };
}

function promisedIn(
  measure: Judged,
  { versions, promised }: ReturnType<typeof inEffectBy>,
  period: ReportingPeriod,
): Promises {
  const began = yearOf(period).start;
  const now = periodAndYear(measure, promised, period, (all) => all.at(-1));
  const then = periodAndYear(measure, promised, period, (all) => firstPromised(all, began));
  const standing = new Set([...Object.values(now.periodTargets), ...Object.values(now.yearTargets)]);
  const here = (each: TargetVersion) => each.period === period.code || each.period === period.year;
  const versionFor = (code: string, role: TargetRole) => promised.get(code)?.get(role)?.at(-1) ?? null;
  return {
    ...now,
    original:
      isAnother(now.periodTargets, then.periodTargets) || isAnother(now.yearTargets, then.yearTargets)
        ? then
        : null,
    amended: versions.filter((each) => here(each) && !standing.has(each)),
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

type Versions = readonly Recorded<TargetVersion>[];
type Promised = ReadonlyMap<string, ReadonlyMap<TargetRole, Versions>>;

/** The versions of each promise in the order in which they were recorded. */
function byPeriodAndRole(targets: Versions): Promised {
  const periods = new Map<string, Map<TargetRole, Recorded<TargetVersion>[]>>();
  for (const each of targets) {
    const roles = periods.get(each.period) ?? new Map<TargetRole, Recorded<TargetVersion>[]>();
    periods.set(each.period, roles);
    const held = roles.get(each.role);
    if (held === undefined) roles.set(each.role, [each]);
    else held.push(each);
  }
  for (const roles of periods.values()) {
    for (const versions of roles.values())
      versions.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
  }
  return periods;
}

/** What stood on the eve of the year; of a promise that was made later, or recorded later, the first. */
const firstPromised = (versions: Versions, yearBegan: string) =>
  versions.findLast(({ recordedAt }) => recordedAt.slice(0, 10) < yearBegan) ?? versions[0];

function periodAndYear(
  measure: Judged,
  promised: Promised,
  period: ReportingPeriod,
  choose: (versions: Versions) => Recorded<TargetVersion> | undefined,
): PeriodAndYear {
  const of = (code: string): Targets => {
    const found: Targets = {};
    const roles = promised.get(code);
    if (roles === undefined) return found;
    for (const role of targetRoles) {
      const versions = roles.get(role);
      const version = versions && choose(versions);
      if (version !== undefined) found[role] = version;
    }
    return found;
  };
  const yearTargets = of(period.year);
  const ofYear = isYearEnd(period) && isLikeYear(measure, period) ? yearTargets : {};
  return { periodTargets: { ...ofYear, ...of(period.code) }, yearTargets };
}
