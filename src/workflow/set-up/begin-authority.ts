import type { Authority, OrganisationUnit } from '../../domain/organisation/organisation.ts';
import type { Person } from '../../domain/organisation/person.ts';
import { presetScheme } from '../../domain/status/presets/index.ts';
import type { Store } from '../../store/database.ts';
import { writePeople } from '../../store/people.ts';
import { listAuthorities } from '../../store/read-authorities.ts';
import { inTransaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { writeFacts } from '../../store/write-facts.ts';
import { Refused } from '../refused.ts';
import { ALWAYS } from './beginning.ts';

/** What a new installation is told first. */
export interface FirstRunGiven {
  authority: Authority;
  /** Names of directorates, in the order of reports. */
  directorates: readonly string[];
  /** Who looks after it from then on; null where the identity provider says so. */
  administrator: Pick<Person, 'id' | 'name' | 'email'> | null;
  now: string;
}

/** The authorities of a database that the application may serve. */
export const listHeldAuthorities = (store: Pick<Store, 'db'>): Promise<Authority[]> => listAuthorities(store);

/**
 * Begins the authority of an empty database, with its directorates and whoever looks after it. That person is also of
 * the performance team, so that one person can come as far as the first round. Done once: who comes second is told.
 */
export const beginAuthority = (store: Store, given: FirstRunGiven): Promise<void> =>
  inTransaction(store, async (tx) => {
    const { authority, administrator, now } = given;
    const directorates = given.directorates.map((name) => name.trim()).filter((name) => name !== '');
    const problems: { field: string; message: string }[] = [];
    if (!/\p{L}/u.test(authority.name))
      problems.push({ field: 'name', message: 'Enter the name of the council' });
    if (presetScheme(authority.statusScheme) === null) {
      problems.push({ field: 'scheme', message: 'Choose how figures get their status' });
    }
    if (directorates.length === 0) {
      problems.push({ field: 'directorates', message: 'Enter at least one directorate' });
    }
    const twice = directorates.find(
      (name, index) => directorates.findIndex((one) => one.toLowerCase() === name.toLowerCase()) !== index,
    );
    if (twice !== undefined) problems.push({ field: 'directorates', message: `${twice} is there twice` });
    if (administrator?.name === '') problems.push({ field: 'person', message: 'Enter your name' });
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    if ((await listAuthorities(tx)).length > 0) {
      throw new Refused('notNow', 'This has been set up already. Sign in to carry on.');
    }
    await openAuthority(tx, authority.code, now);
    const trail = { recordedAt: now, actor: administrator?.id ?? 'operator', reason: 'first run' };
    await writeFacts(tx, { authority, organisation: unitsOf(directorates) }, trail);
    if (administrator === null) return;
    const person: Person = {
      ...administrator,
      roles: ['performanceTeam', 'administrator'],
      directorate: null,
      post: null,
      level: null,
      subject: null,
      mail: 'each',
      active: true,
    };
    await writePeople(tx, authority.code, [person], trail);
  });

/** The code of a directorate is its name, as in files of measures that are the first to name it. */
const unitsOf = (names: readonly string[]): OrganisationUnit[] =>
  names.map((name, index) => ({
    code: name,
    name,
    parent: null,
    order: index + 1,
    validFrom: ALWAYS,
    validTo: null,
  }));
