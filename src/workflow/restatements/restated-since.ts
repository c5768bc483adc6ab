import type { Observation, Recorded } from '../../domain/facts.ts';
import type { Store } from '../../store/database.ts';
import { factsIn } from '../../store/read-facts.ts';
import { readRestatements } from '../../store/restatements.ts';

/**
 * The figures that were restated after one moment and until another: what passes the wall of a freeze, because somebody
 * said why.
 */
export async function restatedSince(
  db: Pick<Store, 'db'>,
  authority: string,
  after: string,
  until: string,
): Promise<Recorded<Observation>[]> {
  if (after >= until) return [];
  const restated = (await readRestatements(db, authority, { asAt: until })).filter(({ at }) => at > after);
  if (restated.length === 0) return [];
  const measures = [...new Set(restated.map(({ measure }) => measure))];
  const { observations } = await factsIn(db, { authority, measures, asAt: until });
  const moments = new Set(restated.map(({ measure, at }) => JSON.stringify([measure, at])));
  return observations.filter(
    ({ measure, recordedAt }) => recordedAt > after && moments.has(JSON.stringify([measure, recordedAt])),
  );
}
