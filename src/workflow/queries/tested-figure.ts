import { type StandingTest, standingTest } from '../../domain/assurance/assurance.ts';
import { figureRecorded, readTested } from '../../store/assurance.ts';
import type { Store } from '../../store/database.ts';
import { authorityId } from '../../store/read-authorities.ts';

/** What internal audit's last test of a figure showed, by a moment where one is given; null where it was not tested. */
export async function testedFigure(
  { db }: Pick<Store, 'db'>,
  authority: string,
  { measure, period, asAt }: { measure: string; period: string; asAt: string | null },
): Promise<StandingTest | null> {
  const id = await authorityId(db, authority);
  const tested = await readTested(db, id, { periods: [period], asAt });
  const last = tested.findLast((each) => each.measure === measure);
  if (last === undefined) return null;
  return standingTest(last, await figureRecorded(db, id, { measure, period, asAt }));
}
