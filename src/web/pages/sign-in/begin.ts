import { offerTyped, readOffered } from '../../../auth/kept-forms.ts';
import { endSession, type SignInWay, startSession } from '../../../auth/sessions.ts';
import type { Answer, Asked } from '../../route.ts';
import { sessionCookie } from '../../security/session-cookie.ts';

/**
 * Signs somebody in under a new token, and ends what the browser had before: nobody can have handed over a token that
 * becomes somebody's. What was typed when that ended comes first, then where they wanted to go.
 */
export async function begin(asked: Asked, person: string, how: SignInWay, next: string): Promise<Answer> {
  const { store, authority, settings, now, session, requestId, agent } = asked;
  const started = { person, how, agent, now, settings: settings.sessions, requestId };
  const { token } = await startSession(store, authority.code, started);
  if (session !== null) {
    await offerTyped(store, authority.code, session, token);
    await endSession(store, authority.code, session, { now, reason: 'signed in again', requestId });
  }
  const offered = await readOffered(store, authority.code, token, now);
  return {
    kind: 'redirect',
    to: offered.length > 0 ? '/sign-in/continue' : next,
    cookies: [sessionCookie(token, settings.secure)],
  };
}
