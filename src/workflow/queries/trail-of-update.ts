import type { Person } from '../../domain/organisation/person.ts';
import type { UpdateRecord } from '../../domain/round/update.ts';
import type { Store } from '../../store/database.ts';
import { readPeople } from '../../store/people.ts';
import { readUpdateRecords } from '../../store/rounds.ts';

/** What happened to an update, in order, with the people it names. For those who may read the trail. */
export interface TrailOfUpdate {
  records: readonly UpdateRecord[];
  people: ReadonlyMap<string, Person>;
}

export async function trailOfUpdate(
  db: Pick<Store, 'db'>,
  authority: string,
  period: string,
  measure: string,
): Promise<TrailOfUpdate> {
  const [records, people] = await Promise.all([
    readUpdateRecords(db, authority, period, measure),
    readPeople(db, authority),
  ]);
  return { records, people: new Map(people.map((one) => [one.id, one])) };
}
