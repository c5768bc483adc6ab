import type { TestedFigure } from '../../domain/assurance/assurance.ts';
import { readTested } from '../../store/assurance.ts';
import type { Store } from '../../store/database.ts';
import { authorityId } from '../../store/read-authorities.ts';

/** What internal audit's last test of a figure showed, by a moment where one is given; null where it was not tested. */
export async function testedFigure(
  { db }: Pick<Store, 'db'>,
  authority: string,
  { measure, period, asAt }: { measure: string; period: string; asAt: string | null },
): Promise<TestedFigure | null> {
  const id = await authorityId(db, authority);
  const tested = await readTested(db, id, { periods: [period], asAt });
  return tested.findLast((each) => each.measure === measure) ?? null;
}
