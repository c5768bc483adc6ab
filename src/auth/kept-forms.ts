import type { Store } from '../store/database.ts';
import {
  addKeptForm,
  findKeptForm,
  moveKeptForm,
  removeKeptForms,
  takeKeptForm,
} from '../store/kept-forms.ts';
import { HOUR, moved } from './moments.ts';
import { hashOfKey } from './secret-key.ts';

/** What somebody had typed when their session was over. */
export interface TypedForm {
  /** Where it was to go: a path of this site. */
  path: string;
  fields: readonly (readonly [string, string])[];
  /** Whose session it was. */
  person: string;
}

const PLACE = '/sign-in/continue';
const KEPT = 12 * HOUR;
/** A few updates with all their texts, and room. */
const MOST_CHARACTERS = 400_000;

/** The browser's own token is the key: of a session that is over, and, once offered, of the one that follows. */
const typedKey = (token: string): Buffer => hashOfKey(`typed ${token}`);
const offeredKey = (token: string): Buffer => hashOfKey(`offered ${token}`);

/** Keeps a form for the browser that holds a token, for 12 hours; false where it is more than ours can hold. */
export async function keepTyped(
  store: Store,
  authority: string,
  token: string,
  form: TypedForm,
  now: string,
): Promise<boolean> {
  await removeKeptForms(store, authority, { path: PLACE, keptBefore: moved(now, -KEPT) });
  const fields = form.fields.map(([name, value]) => [storable(name), storable(value)]);
  const kept = { path: PLACE, body: [{ ...form, fields }], keptAt: now };
  return addKeptForm(store, authority, typedKey(token), kept, MOST_CHARACTERS);
}

/**
 * Hands what was kept on to the session that follows, where it is offered once: what was offered and left there does
 * not come up again at the sign-in after that.
 */
export const offerTyped = (store: Store, authority: string, from: string, to: string): Promise<void> =>
  moveKeptForm(store, authority, { from: typedKey(from), to: offeredKey(to) });

/** What is offered in a session. It stays, so that the page which shows it can be loaded again. */
export async function readOffered(
  store: Store,
  authority: string,
  token: string,
  now: string,
): Promise<readonly TypedForm[]> {
  const kept = await findKeptForm(store, authority, offeredKey(token));
  return kept === null || kept.keptAt <= moved(now, -KEPT) ? [] : (kept.body as readonly TypedForm[]);
}

export async function forgetOffered(store: Store, authority: string, token: string): Promise<void> {
  await takeKeptForm(store, authority, offeredKey(token));
}

/** The database's text holds neither U+0000 nor half a character. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();
