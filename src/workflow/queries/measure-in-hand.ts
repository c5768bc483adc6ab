import { periodOf } from '../../domain/period/parse.ts';
import type { Subject } from '../../domain/permission/can.ts';
import { relationTo } from '../../domain/permission/relation.ts';
import { standingOf } from '../../domain/round/standing.ts';
import type { Store } from '../../store/database.ts';
import { readUpdateRecords } from '../../store/rounds.ts';
import type { Acting } from '../round/acting.ts';
import { levelsIn } from '../round/open-update.ts';
import { type SetUpNow, setUpIn } from './set-up-now.ts';

/**
 * How somebody stands to a measure, and the state of its update in a period (null without a period): what the policy
 * table is asked about.
 *
 * @returns null where there is no such measure
 */
export async function subjectOf(
  db: Pick<Store, 'db'>,
  acting: Pick<Acting, 'authority' | 'person' | 'today'>,
  measure: string,
  period: string | null,
  setUp: SetUpNow = setUpIn(db, acting.authority),
): Promise<Subject | null> {
  const { authority, person, today } = acting;
  const versions = await setUp.versions([measure]);
  const version =
    period === null
      ? versions.at(-1)
      : (versions.findLast(({ validFrom }) => validFrom <= periodOf(period).end) ?? versions.at(0));
  if (version === undefined) return null;
  const [responsibilities, absences] = await Promise.all([
    setUp.responsibilities([measure]),
    setUp.absences(),
  ]);
  const relation = relationTo({
    person,
    responsibility: responsibilities.get(measure) ?? null,
    directorate: version.directorate,
    absences,
    today,
  });
  if (period === null) return { relation, state: null };
  const [levels, records] = await Promise.all([
    levelsIn(db, authority, period),
    readUpdateRecords(db, authority, period, measure),
  ]);
  const ids = levels.map(({ id }) => id);
  return { relation, state: standingOf(records, ids).state };
}
