import { type Person, type Role, roles } from '../../domain/organisation/person.ts';
import type { Store } from '../../store/database.ts';
import { readPeople, writePeople } from '../../store/people.ts';
import { factsIn } from '../../store/read-facts.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';
import { levelsIn } from '../round/open-update.ts';

/** What is said of a person on the form. */
export type PersonGiven = Pick<
  Person,
  'id' | 'name' | 'email' | 'directorate' | 'post' | 'level' | 'subject'
> & {
  roles: readonly string[];
};

type FieldProblems = { field: string; message: string }[];

const ID = /^[a-z0-9](?:[a-z0-9.-]{0,38}[a-z0-9])?$/;
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;
/** Accounts that stand for nobody in the trail, and addresses of forms for others. */
const RESERVED = new Set(['public', 'operator', 'nobody', 'system', 'new', 'several']);

/** Adds somebody, or changes what they are; `isNew` so that nobody is overwritten by a name that is taken. */
export const savePerson = (store: Store, acting: Acting, given: PersonGiven, isNew: boolean): Promise<void> =>
  inTransaction(store, async (tx) => {
    const problems = await savePersonIn(tx, acting, given, isNew);
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
  });

/** Adds several people, or none of them; each problem names the line it is about. */
export const addPeople = (store: Store, acting: Acting, given: readonly PersonGiven[]): Promise<void> =>
  inTransaction(store, async (tx) => {
    const problems: FieldProblems = [];
    for (const [index, one] of given.entries()) {
      for (const { message } of await savePersonIn(tx, acting, one, true)) {
        problems.push({ field: 'people', message: `Line ${index + 1}: ${message}` });
      }
    }
    if (given.length === 0) problems.push({ field: 'people', message: 'Enter at least one person' });
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
  });

async function savePersonIn(
  tx: Transaction,
  acting: Acting,
  given: PersonGiven,
  isNew: boolean,
): Promise<FieldProblems> {
  mustBeAllowed(acting, 'managePeople', null, null);
  const { authority, now } = acting;
  // Held while people are counted: two administrators cannot take each other's role away at one moment.
  await openAuthority(tx, authority, now);
  const people = await readPeople(tx, authority);
  const before = people.find(({ id }) => id === given.id) ?? null;
  if (!isNew && before === null) throw new Refused('notNow', 'There is no such person.');
  const { organisation } = await factsIn(tx, { authority, setUpOnly: true, periods: [] });
  const known = {
    people,
    directorates: new Set(organisation.filter(({ parent }) => parent === null).map(({ code }) => code)),
    levels: new Set((await levelsIn(tx, authority)).map(({ id }) => id)),
  };
  const problems = problemsOf(given, isNew, before, known);
  const after: Person = {
    mail: 'each',
    active: true,
    ...before,
    ...given,
    roles: roles.filter((role) => given.roles.includes(role)),
  };
  if (leavesNoAdministrator(people, after)) {
    const message = 'There must be an administrator. Make somebody else one first';
    problems.push({ field: 'roles', message });
  }
  if (problems.length === 0) await writePeople(tx, authority, [after], trail(acting, null));
  return problems;
}

/** Ends somebody's access, or gives it back; what they did stays under their name. */
export const changeAccess = (
  store: Store,
  acting: Acting,
  { person, active, reason }: { person: string; active: boolean; reason: string },
): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'managePeople', null, null);
    const { authority, now } = acting;
    await openAuthority(tx, authority, now);
    const people = await readPeople(tx, authority);
    const before = people.find(({ id }) => id === person);
    if (before === undefined) throw new Refused('notNow', 'There is no such person.');
    const after = { ...before, active };
    const problems: { field: string; message: string }[] = [];
    if (!active && person === acting.person.id) {
      problems.push({
        field: 'reason',
        message: 'You cannot end your own access. Ask another administrator',
      });
    } else if (leavesNoAdministrator(people, after)) {
      problems.push({
        field: 'reason',
        message: 'This is the only administrator. Make somebody else one first',
      });
    }
    if (!active && reason.trim() === '') problems.push({ field: 'reason', message: 'Enter the reason' });
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    await writePeople(tx, authority, [after], trail(acting, reason.trim() || null));
  });

const trail = (acting: Acting, reason: string | null) => ({
  recordedAt: acting.now,
  actor: acting.person.id,
  actingAs: roleFor(acting, 'managePeople', null, null),
  reason,
});

const isAdministrator = ({ active, roles: held }: Person) => active && held.includes('administrator');

/** Without one nobody could ever make one again; where there is none yet, nothing is taken away. */
function leavesNoAdministrator(people: readonly Person[], after: Person): boolean {
  const rest = people.filter(({ id }) => id !== after.id);
  return people.some(isAdministrator) && ![...rest, after].some(isAdministrator);
}

interface Known {
  people: readonly Person[];
  directorates: ReadonlySet<string>;
  levels: ReadonlySet<string>;
}

function problemsOf(
  given: PersonGiven,
  isNew: boolean,
  before: Person | null,
  { people, directorates, levels }: Known,
): { field: string; message: string }[] {
  const { id, name, email, roles: held, directorate, level, subject } = given;
  const problems: { field: string; message: string }[] = [];
  const say = (field: string, message: string) => problems.push({ field, message });
  if (name === '') say('name', 'Enter their name');
  if (email !== '' && !EMAIL.test(email)) {
    say('email', 'The e-mail address must look like name@example.gov.uk');
  }
  if (isNew && !ID.test(id)) {
    say('id', 'The user name must be letters, digits, dots and hyphens only, like judith.shah');
  } else if (isNew && (before !== null || RESERVED.has(id))) {
    say('id', `The user name ${id} is taken. Choose another, like ${id}2`);
  }
  if (!held.some((role) => roles.includes(role as Role))) say('roles', 'Choose at least one role');
  // Of a directorate that has ended since, or a level that is no longer asked for, what was said before may stay.
  if (directorate !== null && directorate !== before?.directorate && !directorates.has(directorate)) {
    say('directorate', 'Choose one of the directorates');
  }
  if (level !== null && level !== before?.level && !levels.has(level)) {
    say('level', 'Choose one of the levels of approval');
  }
  const other = subject === null ? undefined : people.find((one) => one.subject === subject && one.id !== id);
  if (other !== undefined) say('subject', `That council account is ${other.name}’s`);
  return problems;
}
