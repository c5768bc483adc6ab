import type { Recorded } from '../facts.ts';
import { isLikeYear } from '../measure/adds-up.ts';
import type { MeasureVersion } from '../measure/measure.ts';
import type { ReportingPeriod } from '../period/period.ts';
import { periodsIn } from '../period/relate.ts';
import type { TargetRole, TargetVersion } from './target.ts';

/** A promise by its place: the name of what was typed for it. @example targetSlot('2018-19/Q3', 'target') // '2018-19/Q3 target' */
export const targetSlot = (period: string, role: TargetRole): string => `${period} ${role}`;

/**
 * The periods of a year for which a measure is promised something: those it is collected in, and the year end, which is
 * also the target of the last of them unless that has one of its own, or counts its own part of the year alone.
 *
 * @param held what is promised already, by `targetSlot`
 * @example promisedPeriods({ frequency: 'quarter', … }, '2018-19').map(({ code }) => code)
 * // ['2018-19/Q1', '2018-19/Q2', '2018-19/Q3', '2018-19']
 */
export function promisedPeriods(
  measure: Pick<MeasureVersion, 'unit' | 'periodBasis' | 'frequency'>,
  year: string,
  held: ReadonlyMap<string, Recorded<TargetVersion>> = new Map(),
): ReportingPeriod[] {
  const { frequency } = measure;
  const own = frequency === 'year' ? [] : periodsIn(year, frequency);
  const last = own.at(-1);
  const hasOwn =
    last !== undefined &&
    (!isLikeYear(measure, last) || [...held.values()].some(({ period }) => period === last.code));
  return [...(hasOwn ? own : own.slice(0, -1)), ...periodsIn(year, 'year')];
}

/** The named values that a measure is promised: the ends of a range, or one target. */
export const promisedRoles = ({ polarity }: Pick<MeasureVersion, 'polarity'>): readonly TargetRole[] =>
  polarity === 'within' ? ['low', 'high'] : ['target'];

/** The newest version of every promise, by `targetSlot`; they come oldest first. */
export const newestBySlot = (
  targets: readonly Recorded<TargetVersion>[],
): Map<string, Recorded<TargetVersion>> =>
  new Map(targets.map((target) => [targetSlot(target.period, target.role), target]));
