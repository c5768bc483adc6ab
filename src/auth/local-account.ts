import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { Person } from '../domain/organisation/person.ts';
import {
  addAttempt,
  attemptSucceeded,
  queueAttempts,
  readAttempts,
  readCredential,
  removeAttempts,
  type SignInAttempt,
  writeCredential,
} from '../store/credentials.ts';
import type { Store } from '../store/database.ts';
import { removeSessions } from '../store/sessions.ts';
import { inTransaction } from '../store/transaction.ts';
import { moved } from './moments.ts';
import { matches, passwordProblem, secretOf } from './password.ts';
import { noteSession } from './session-event.ts';
import { COUNTED, KNOWN, secondsToWait } from './slow-down.ts';

export interface NewPassword {
  /** Id of the person. */
  person: string;
  password: string;
  now: string;
  /** Who sets it. */
  actor: string;
  reason?: string | null;
}

/**
 * Sets the password of a local account and ends the person's sessions, which somebody who knew the old one may hold.
 *
 * @returns what is wrong with the password, as a sentence; null where it was set
 */
export async function setPassword(
  store: Store,
  authority: string,
  { person, password, now, actor, reason = null }: NewPassword,
): Promise<string | null> {
  const problem = passwordProblem(password, person);
  if (problem !== null) return problem;
  const secret = await secretOf(password);
  await inTransaction(store, async (tx) => {
    await writeCredential(tx, authority, { person, secret }, { recordedAt: now, actor, reason });
    const ended = await removeSessions(tx, authority, { person });
    if (ended.length === 0) return;
    const detail = { sessions: ended.length };
    const why = 'a new password was set';
    await noteSession(tx, authority, { action: 'session.end', person, actor, detail, reason: why, now });
  });
  return null;
}

export interface PasswordTry {
  name: string;
  password: string;
  address: string;
  now: string;
  requestId?: string;
}

export type Verdict =
  | { kind: 'right'; person: Person }
  | { kind: 'wrong' }
  | { kind: 'wait'; seconds: number };

/**
 * Whether a password is right. A name that nobody has takes as long and is answered the same as a wrong password;
 * guessing is slowed by account and by address (see `secondsToWait`), and each try leaves one line in the trail.
 */
export async function checkPassword(store: Store, authority: string, given: PasswordTry): Promise<Verdict> {
  const name = given.name.trim().toLowerCase();
  const attempt: SignInAttempt = {
    id: v7(),
    name: standsFor(name),
    address: given.address,
    triedAt: given.now,
  };
  const held = await readCredential(store, authority, storable(name));
  const note = (result: string) => ({
    action: 'signIn.try' as const,
    person: held?.person.id ?? null,
    detail: { result, address: given.address },
    reason: null,
    now: given.now,
    requestId: given.requestId ?? null,
  });
  const seconds = await inTransaction(store, async (tx) => {
    const keys = [`name ${attempt.name}`, `address ${attempt.address}`];
    await queueAttempts(tx, authority, keys);
    const since = moved(given.now, -COUNTED);
    const wait = secondsToWait(await readAttempts(tx, authority, attempt, since), given.now);
    // Counted as failed from now on, so that a hundred tries at once are not all checked.
    if (wait === 0) await addAttempt(tx, authority, attempt);
    else await noteSession(tx, authority, note('too soon'));
    await removeAttempts(tx, authority, { failedBefore: since, succeededBefore: moved(given.now, -KNOWN) });
    return wait;
  });
  if (seconds > 0) return { kind: 'wait', seconds };
  const right = await matches(given.password, held?.secret ?? null);
  const person = right && held?.person.active ? held.person : null;
  await inTransaction(store, async (tx) => {
    if (person !== null) await attemptSucceeded(tx, authority, attempt.id);
    await noteSession(tx, authority, note(person !== null ? 'right' : right ? 'not active' : 'wrong'));
  });
  return person === null ? { kind: 'wrong' } : { kind: 'right', person };
}

/** What is kept instead of a name that was typed: it may be a password in the wrong box. */
const standsFor = (name: string): string => createHash('sha256').update(name).digest('base64url');

const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();
