import type { Recorded } from '../../domain/facts.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { periodsIn } from '../../domain/period/relate.ts';
import type { TargetRole, TargetVersion } from '../../domain/target/target.ts';
import type { Store } from '../../store/database.ts';
import { factsIn } from '../../store/read-facts.ts';

export type HeldTarget = Recorded<TargetVersion>;

/** What is promised for a year: by measure, then `period role`, the version in force. */
export type TargetsOfYear = ReadonlyMap<string, ReadonlyMap<string, HeldTarget>>;

export const targetSlot = (period: string, role: TargetRole): string => `${period} ${role}`;

/** The newest version of every promise for a year and its periods. */
export async function targetsOfYear(
  db: Pick<Store, 'db'>,
  authority: string,
  year: string,
): Promise<TargetsOfYear> {
  const periods = (['month', 'quarter', 'half', 'year'] as const).flatMap((span) =>
    periodsIn(year, span).map(({ code }) => code),
  );
  const { targets } = await factsIn(db, { authority, setUpOnly: true, periods });
  const found = new Map<string, Map<string, HeldTarget>>();
  // Oldest first: the last one recorded stands.
  for (const target of targets) {
    const ofMeasure = found.get(target.measure) ?? new Map<string, HeldTarget>();
    ofMeasure.set(targetSlot(target.period, target.role), target);
    found.set(target.measure, ofMeasure);
  }
  return found;
}

/**
 * The periods of a year for which a measure is promised something: those it is collected in, and the year end, which is
 * also the target of the last of them unless that has one of its own.
 */
export function promisedPeriods(
  { frequency }: Pick<MeasureVersion, 'frequency'>,
  year: string,
  held: ReadonlyMap<string, HeldTarget> = new Map(),
): ReportingPeriod[] {
  const own = frequency === 'year' ? [] : periodsIn(year, frequency);
  const last = own.at(-1);
  const hasOwn = [...held.values()].some(({ period }) => period === last?.code);
  return [...(hasOwn ? own : own.slice(0, -1)), ...periodsIn(year, 'year')];
}

/** The named values that a measure is promised: the ends of a range, or one target. */
export const promisedRoles = ({ polarity }: Pick<MeasureVersion, 'polarity'>): readonly TargetRole[] =>
  polarity === 'within' ? ['low', 'high'] : ['target'];
