import { type Person, type Role, roles } from '../domain/organisation/person.ts';
import type { Store } from '../store/database.ts';
import { readPeople, writePeople } from '../store/people.ts';
import { inTransaction, type Transaction } from '../store/transaction.ts';
import { openAuthority } from '../store/write-authority.ts';
import type { Claims } from './oidc.ts';
import { noteSession } from './session-event.ts';
import { SignInRefused } from './sign-in-refused.ts';

export interface Arrival {
  claims: Claims;
  /** App role of the provider -> ours. */
  roleOf: Readonly<Record<string, string>>;
  now: string;
  requestId?: string;
}

/**
 * The person behind a council account, with the name, address and roles that the provider gives them today; somebody
 * new is added. A role that was taken away at the provider is taken away here, in their other sessions too.
 *
 * @throws SignInRefused for somebody without a role, or whose access has ended
 */
export async function personArriving(store: Store, authority: string, arrival: Arrival): Promise<Person> {
  // Refusing is not failing: what was learnt about their roles, and the line in the trail, are kept.
  const found = await inTransaction(store, (tx) => arrive(tx, authority, arrival));
  if (found instanceof SignInRefused) throw found;
  return found;
}

async function arrive(tx: Transaction, authority: string, arrival: Arrival): Promise<Person | SignInRefused> {
  const { claims, roleOf, now, requestId } = arrival;
  // Two first sign-ins at once must not make two people, or two people of one id.
  await openAuthority(tx, authority, now);
  const people = await readPeople(tx, authority);
  const held = people.find(({ subject }) => subject === claims.subject) ?? null;
  const rolesNow = rolesFrom(claims.roles, roleOf);
  const refuse = async (kind: 'noRole' | 'notActive') => {
    const refused = new SignInRefused(kind);
    await noteSession(tx, authority, {
      action: 'signIn.refused',
      person: held?.id ?? null,
      detail: { subject: claims.subject },
      reason: kind === 'noRole' ? 'no role at the provider' : 'access has ended',
      now,
      requestId: requestId ?? null,
    });
    return refused;
  };
  if (held !== null && !held.active) return refuse('notActive');
  if (held === null && rolesNow.length === 0) return refuse('noRole');
  const person: Person = {
    ...(held ?? { ...newcomer, id: freeId(claims.userName || claims.name, people) }),
    subject: claims.subject,
    name: claims.name,
    email: claims.email || (held?.email ?? ''),
    roles: rolesNow,
  };
  const reason = 'as their council account says at sign-in';
  await writePeople(tx, authority, [person], { recordedAt: now, actor: person.id, reason });
  return rolesNow.length === 0 ? refuse('noRole') : person;
}

const newcomer = { directorate: null, post: null, level: null, mail: 'each', active: true } as const;

const isRole = (text: string | undefined): text is Role => roles.includes(text as Role);

/** Our roles for the provider's, in our order; what is not ours counts for nothing. */
const rolesFrom = (given: readonly string[], roleOf: Readonly<Record<string, string>>): Role[] => {
  const meant = given.map((one) => (Object.hasOwn(roleOf, one) ? roleOf[one] : undefined)).filter(isRole);
  return roles.filter((role) => meant.includes(role));
};

const LONGEST_ID = 40;

/**
 * A short id that nobody has or had: the name part of a user name, with a number where it is taken.
 *
 * @example freeId('Judith.Shah@borchester.gov.uk', [{ id: 'judith.shah' }]) // 'judith.shah2'
 */
export function freeId(userName: string, people: readonly Pick<Person, 'id'>[]): string {
  const base =
    userName
      .split('@')[0]!
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9.-]+/g, '.')
      .replace(/\.{2,}/g, '.')
      .slice(0, LONGEST_ID)
      .replace(/^[.-]+|[.-]+$/g, '') || 'person';
  const taken = new Set(people.map(({ id }) => id));
  // Accounts that stand for nobody in the trail.
  for (const reserved of ['public', 'operator', 'nobody', 'system']) taken.add(reserved);
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}${number}`;
  return id;
}
