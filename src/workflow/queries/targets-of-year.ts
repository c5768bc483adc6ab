import type { Recorded } from '../../domain/facts.ts';
import { periodsIn } from '../../domain/period/relate.ts';
import { targetSlot } from '../../domain/target/slots.ts';
import type { TargetVersion } from '../../domain/target/target.ts';
import type { Store } from '../../store/database.ts';
import { factsIn } from '../../store/read-facts.ts';

export { promisedPeriods, promisedRoles, targetSlot } from '../../domain/target/slots.ts';

export type HeldTarget = Recorded<TargetVersion>;

/** What is promised for a year: by measure, then `period role`, the version in force. */
export type TargetsOfYear = ReadonlyMap<string, ReadonlyMap<string, HeldTarget>>;

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
