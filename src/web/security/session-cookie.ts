import { createHash } from 'node:crypto';
import { newKey } from '../../auth/secret-key.ts';
import type { Asked, Cookie } from '../route.ts';
import { sameText } from './forgery.ts';

/** The prefix makes a browser insist on https, on this host and on every path. */
export const sessionCookieName = (secure: boolean): string => (secure ? '__Host-outturn' : 'outturn');

/** The one cookie of the site, until the browser is closed. */
export const sessionCookie = (token: string, secure: boolean): Cookie => ({
  name: sessionCookieName(secure),
  value: token,
  seconds: null,
});

export const noSessionCookie = (secure: boolean): Cookie => ({
  name: sessionCookieName(secure),
  value: '',
  seconds: 0,
});

/** The cookie as the header of a page. */
export const cookieHeader = ({ name, value }: Cookie, secure: boolean): string =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

const TOKEN = /^[\w-]{43}$/;

/**
 * What tells this browser from others before anybody has signed in: the cookie it has, which then belongs to no session
 * or to one that is over, or a new one to be set. Signing in replaces it, so nothing that was planted becomes a session.
 */
export function browserOf(asked: Pick<Asked, 'session' | 'settings'>): { token: string; set: Cookie | null } {
  if (asked.session !== null && TOKEN.test(asked.session)) return { token: asked.session, set: null };
  const token = newKey();
  return { token, set: sessionCookie(token, asked.settings.secure) };
}

/** What a form carries before anybody has signed in: nobody can sign somebody else's browser in without it. */
export const formTokenOf = (browser: string): string =>
  createHash('sha256').update(`form ${browser}`).digest('base64url');

/** Whether a form that was posted before sign-in came from a page shown to the same browser. */
export const isOwnForm = ({ session, form }: Pick<Asked, 'session' | 'form'>): boolean =>
  session !== null && sameText(form.get('_csrf') ?? '', formTokenOf(session));
