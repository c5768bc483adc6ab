import type { Person } from '../domain/organisation/person.ts';
import type { Store } from '../store/database.ts';
import {
  addSession,
  findSession,
  removeSessions,
  type SessionRow,
  sessionsOf,
  touchSession,
} from '../store/sessions.ts';
import { inTransaction } from '../store/transaction.ts';
import { HOUR, MINUTE, moved, secondsBetween } from './moments.ts';
import { hashOfKey, newKey } from './secret-key.ts';
import { noteSession } from './session-event.ts';

export interface SessionLimits {
  idleMinutes: number;
  hours: number;
}

export type SignInWay = 'local' | 'oidc' | 'demonstration';

export interface SessionStart {
  /** Id of the person. */
  person: string;
  how: SignInWay;
  /** The browser, as it calls itself. */
  agent: string;
  now: string;
  settings: SessionLimits;
  requestId?: string;
}

const MOST_OF_AGENT = 200;
/** How long an ended session is remembered: whoever typed while it ended gets their text back within this time. */
const REMEMBERED = 12 * HOUR;

/** Begins a session under a new token; only the token's hash is kept. */
export async function startSession(
  store: Store,
  authority: string,
  { person, how, agent, now, settings, requestId }: SessionStart,
): Promise<{ token: string; csrf: string }> {
  const token = newKey();
  const csrf = newKey();
  const row: SessionRow = {
    tokenHash: hashOfKey(token),
    person,
    csrf,
    createdAt: now,
    seenAt: now,
    expiresAt: moved(now, settings.hours * HOUR),
    agent: plain(agent).slice(0, MOST_OF_AGENT),
    how,
  };
  await inTransaction(store, async (tx) => {
    await removeSessions(tx, authority, {
      overBy: moved(now, -REMEMBERED),
      idleSince: moved(now, -REMEMBERED - settings.idleMinutes * MINUTE),
    });
    await addSession(tx, authority, row);
    await noteSession(tx, authority, {
      action: 'session.start',
      person,
      detail: { how },
      reason: null,
      now,
      requestId: requestId ?? null,
    });
  });
  return { token, csrf };
}

/**
 * Who a token belongs to, with the roles they have at this moment: a role that is taken away, or a person who has
 * left, ends at the next request. null for no session, or one that is over.
 */
export async function readSession(
  store: Store,
  authority: string,
  token: string,
  now: string,
  settings: SessionLimits,
): Promise<{ person: Person; csrf: string; secondsLeft: number } | null> {
  const found = await findSession(store, authority, hashOfKey(token));
  if (found === null || !found.person?.active) return null;
  const { session, person } = found;
  if (!isOpen(session, now, settings)) return null;
  let { seenAt } = session;
  // Once a minute is near enough for an idle limit, and spares a write at every request.
  if (seenAt <= moved(now, -MINUTE)) {
    seenAt = now;
    await touchSession(store, authority, session.tokenHash, now);
  }
  return {
    person,
    csrf: session.csrf,
    secondsLeft: secondsBetween(now, endOf({ ...session, seenAt }, settings)),
  };
}

/** Whose session a token was, over or not; for handing back what they had typed. */
export async function ownerOfToken(store: Store, authority: string, token: string): Promise<string | null> {
  return (await findSession(store, authority, hashOfKey(token)))?.session.person ?? null;
}

export interface SessionEnd {
  now: string;
  /** Who ends it, where that is not the person themselves. */
  actor?: string;
  reason?: string;
  requestId?: string;
}

/** Signs out: the token is worth nothing from now on. */
export const endSession = (store: Store, authority: string, token: string, how: SessionEnd): Promise<void> =>
  endThose(store, authority, { tokenHash: hashOfKey(token) }, how);

/** Ends every session of a person, wherever they are signed in. */
export const endAllSessions = (
  store: Store,
  authority: string,
  person: string,
  how: SessionEnd,
): Promise<void> => endThose(store, authority, { person }, how);

async function endThose(
  store: Store,
  authority: string,
  which: { tokenHash: Buffer } | { person: string },
  { now, actor, reason, requestId }: SessionEnd,
): Promise<void> {
  await inTransaction(store, async (tx) => {
    const ended = await removeSessions(tx, authority, which);
    const first = ended[0];
    if (first === undefined) return;
    await noteSession(tx, authority, {
      action: 'session.end',
      person: first.person,
      ...(actor === undefined ? {} : { actor }),
      detail: { sessions: ended.length },
      reason: reason ?? null,
      now,
      requestId: requestId ?? null,
    });
  });
}

export interface OpenSession {
  agent: string;
  how: string;
  startedAt: string;
  seenAt: string;
  /** The one that asks. */
  current: boolean;
}

/** Where a person is signed in, the session used last first. */
export async function listSessions(
  store: Store,
  authority: string,
  person: string,
  { now, settings, token }: { now: string; settings: SessionLimits; token: string | null },
): Promise<OpenSession[]> {
  const own = token === null ? null : hashOfKey(token);
  const rows = await sessionsOf(store, authority, person);
  return rows
    .filter((row) => isOpen(row, now, settings))
    .map(({ agent, how, createdAt, seenAt, tokenHash }) => ({
      agent,
      how,
      startedAt: createdAt,
      seenAt,
      current: own?.equals(tokenHash) ?? false,
    }));
}

const endOf = ({ seenAt, expiresAt }: Pick<SessionRow, 'seenAt' | 'expiresAt'>, limits: SessionLimits) => {
  const idle = moved(seenAt, limits.idleMinutes * MINUTE);
  return idle < expiresAt ? idle : expiresAt;
};

const isOpen = (row: SessionRow, now: string, limits: SessionLimits): boolean => now < endOf(row, limits);

/** What a browser calls itself, as text that the database can hold. */
const plain = (text: string): string => text.replace(/[\0-\x1f\x7f]/g, ' ').toWellFormed();
