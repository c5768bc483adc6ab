import { endAllSessions, endSession } from '../../../auth/sessions.ts';
import type { Answer, Asked, Route } from '../../route.ts';
import { noSessionCookie } from '../../security/session-cookie.ts';

const left = ({ settings }: Asked, notice: string): Answer => ({
  kind: 'redirect',
  to: '/sign-in',
  notice,
  cookies: [noSessionCookie(settings.secure)],
});

async function signOut(asked: Asked): Promise<Answer> {
  const { store, authority, session, now, requestId } = asked;
  if (session !== null) await endSession(store, authority.code, session, { now, requestId });
  return left(asked, 'You have signed out.');
}

async function signOutEverywhere(asked: Asked): Promise<Answer> {
  const { store, authority, person, now, requestId } = asked;
  if (person === null) return left(asked, 'You have signed out.');
  await endAllSessions(store, authority.code, person.id, { now, reason: 'signed out everywhere', requestId });
  return left(asked, 'You have signed out everywhere.');
}

export const signOutPages: readonly Route[] = [
  { method: 'POST', path: '/sign-out', action: 'signIn', handle: signOut },
  { method: 'POST', path: '/sign-out/everywhere', action: 'signIn', handle: signOutEverywhere },
];
