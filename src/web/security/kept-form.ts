import { keepTyped } from '../../auth/kept-forms.ts';
import { ownerOfToken } from '../../auth/sessions.ts';
import type { Answer, Asked } from '../route.ts';

const MOST_FIELDS = 500;

/**
 * What the server answers to a form from somebody whose session is over, once it is known to come from a page of ours:
 * what they typed is kept and offered when they have signed in again. Nothing is kept for a browser that never was
 * signed in, so nobody can fill the database.
 */
export async function keepForm(asked: Asked): Promise<Answer> {
  const { store, authority, session, path, query, form, now } = asked;
  // Our script still has the text on its page; it only needs to know.
  if (asked.scripted) {
    return {
      kind: 'json',
      status: 401,
      value: { message: 'You have been signed out. Sign in again to save this.' },
    };
  }
  const person = session === null ? null : await ownerOfToken(store, authority.code, session);
  const fields = [...form].filter(([name]) => name !== '_csrf');
  if (session === null || person === null || fields.length === 0 || fields.length > MOST_FIELDS) {
    return { kind: 'redirect', to: '/sign-in', notice: 'You were signed out. Sign in to carry on.' };
  }
  const search = query.size === 0 ? '' : `?${query}`;
  const typed = { path: path + search, fields, person };
  const kept = await keepTyped(store, authority.code, session, typed, now);
  const notice = kept
    ? 'You were signed out. What you typed is safe: sign in to carry on.'
    : 'You were signed out, and what you sent was too long to keep. Go back to copy what you typed, then sign in.';
  return { kind: 'redirect', to: '/sign-in', notice };
}
