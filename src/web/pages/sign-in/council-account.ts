import { personArriving } from '../../../auth/council-account.ts';
import { finishSignIn, startSignIn } from '../../../auth/oidc.ts';
import { keepTransaction, takeTransaction } from '../../../auth/oidc-transaction.ts';
import { type SignInRefusal, SignInRefused } from '../../../auth/sign-in-refused.ts';
import type { Answer, Asked, Route } from '../../route.ts';
import { localPath } from '../../security/local-path.ts';
import { browserOf } from '../../security/session-cookie.ts';
import { begin } from './begin.ts';
import { refusedPage } from './refused.tsx';

const CALLBACK = '/sign-in/oidc/callback';

const statusOf: Readonly<Record<SignInRefusal, number>> = {
  unmatched: 400,
  declined: 400,
  notConfirmed: 400,
  noRole: 403,
  notActive: 403,
  unreachable: 503,
};

/** Whatever goes wrong on the way is said on a page of ours that leads back to the start. */
const refusing =
  (handle: (asked: Asked) => Promise<Answer>) =>
  async (asked: Asked): Promise<Answer> => {
    try {
      return await handle(asked);
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      return refusedPage(asked, error.message, statusOf[error.kind]);
    }
  };

async function goToProvider(asked: Asked): Promise<Answer> {
  const { store, authority, settings, query, now } = asked;
  if (settings.oidc === null) return refusedPage(asked, 'Council accounts are not used here.', 404);
  const { token, set } = browserOf(asked);
  const { url, transaction } = await startSignIn(settings.oidc, settings.publicAddress + CALLBACK);
  const next = localPath(query.get('next'));
  await keepTransaction(store, authority.code, token, { ...transaction, next }, now);
  return { kind: 'redirect', to: url, cookies: set === null ? [] : [set] };
}

async function comeBack(asked: Asked): Promise<Answer> {
  const { store, authority, settings, query, session, now, requestId } = asked;
  if (settings.oidc === null) return refusedPage(asked, 'Council accounts are not used here.', 404);
  const state = query.get('state') ?? '';
  const transaction =
    session === null || state === ''
      ? null
      : await takeTransaction(store, authority.code, { browser: session, state }, now);
  if (transaction === null) throw new SignInRefused('unmatched');
  const url = new URL(settings.publicAddress + CALLBACK);
  url.search = query.toString();
  const claims = await finishSignIn(settings.oidc, url, transaction);
  const arrival = { claims, roleOf: settings.oidc.roleOf, now, requestId };
  const person = await personArriving(store, authority.code, arrival);
  return begin(asked, person.id, 'oidc', transaction.next);
}

export const councilAccountPages: readonly Route[] = [
  { method: 'GET', path: '/sign-in/oidc', action: 'signIn', handle: refusing(goToProvider) },
  { method: 'GET', path: CALLBACK, action: 'signIn', handle: refusing(comeBack) },
];
