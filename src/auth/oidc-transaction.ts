import type { Store } from '../store/database.ts';
import { addKeptForm, removeKeptForms, takeKeptForm } from '../store/kept-forms.ts';
import { MINUTE, moved } from './moments.ts';
import { hashOfKey } from './secret-key.ts';

/** What a browser that went to the identity provider must come back with, and what only we know. */
export interface OidcTransaction {
  state: string;
  nonce: string;
  codeVerifier: string;
  redirectUri: string;
  /** Where to go when signed in: a path of this site. */
  next: string;
}

const PLACE = '/sign-in/oidc/callback';
/** Long enough to find a telephone for a second factor. */
const KEPT = 15 * MINUTE;
const MOST_CHARACTERS = 10_000;

/** Only the browser that began a sign-in can end it, and each of its windows ends its own. */
const keyOf = (browser: string, state: string): Buffer => hashOfKey(`oidc ${state} ${browser}`);

/** Keeps a transaction for the browser that holds a token. */
export async function keepTransaction(
  store: Store,
  authority: string,
  browser: string,
  transaction: OidcTransaction,
  now: string,
): Promise<void> {
  await removeKeptForms(store, authority, { path: PLACE, keptBefore: moved(now, -KEPT) });
  const kept = { path: PLACE, body: [transaction], keptAt: now };
  await addKeptForm(store, authority, keyOf(browser, transaction.state), kept, MOST_CHARACTERS);
}

/** Hands over a transaction once: the same callback a second time finds nothing. */
export async function takeTransaction(
  store: Store,
  authority: string,
  { browser, state }: { browser: string; state: string },
  now: string,
): Promise<OidcTransaction | null> {
  const kept = await takeKeptForm(store, authority, keyOf(browser, state));
  if (kept === null || kept.keptAt <= moved(now, -KEPT)) return null;
  return kept.body[0] as OidcTransaction;
}
