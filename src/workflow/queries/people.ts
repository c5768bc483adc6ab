import type { Person } from '../../domain/organisation/person.ts';
import type { Store } from '../../store/database.ts';
import { readPeople } from '../../store/people.ts';

/** Everybody who signs in, by name. */
export const listPeople = (store: Pick<Store, 'db'>, authority: string): Promise<Person[]> =>
  readPeople(store, authority);
