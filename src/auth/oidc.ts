import * as client from 'openid-client';
import type { OidcTransaction } from './oidc-transaction.ts';
import { SignInRefused } from './sign-in-refused.ts';

/** The council's identity provider, as whoever starts the server sets it. */
export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** App role of the provider -> ours. */
  roleOf: Readonly<Record<string, string>>;
  /** Tests only: a provider on http. */
  allowHttp?: boolean;
}

/** What the provider says of somebody, as far as it matters here. */
export interface Claims {
  /** `tenant:object`, which never changes; not an e-mail address, which does. */
  subject: string;
  name: string;
  /** `judith.shah@borchester.gov.uk`. */
  userName: string;
  email: string;
  /** App roles, in the provider's words. */
  roles: readonly string[];
}

const TIMEOUT_SECONDS = 10;
/** Where a provider is found changes once in years; its keys are fetched anew by the library when they change. */
const known = new Map<string, Promise<client.Configuration>>();

function provider(settings: ProviderSettings): Promise<client.Configuration> {
  const { issuer, clientId, clientSecret, allowHttp } = settings;
  const key = JSON.stringify([issuer, clientId, clientSecret]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const execute = [client.enableNonRepudiationChecks, ...(allowHttp ? [client.allowInsecureRequests] : [])];
  const asked = client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    execute,
    timeout: TIMEOUT_SECONDS,
  });
  known.set(key, asked);
  // A provider that was down is asked again by the next person.
  asked.catch(() => known.delete(key));
  return asked;
}

/** Where to send a browser to sign in, and what to keep until it comes back. @throws SignInRefused */
export async function startSignIn(
  settings: ProviderSettings,
  redirectUri: string,
): Promise<{ url: string; transaction: Omit<OidcTransaction, 'next'> }> {
  try {
    const configuration = await provider(settings);
    const codeVerifier = client.randomPKCECodeVerifier();
    const transaction = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      codeVerifier,
      redirectUri,
    };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state: transaction.state,
      nonce: transaction.nonce,
    });
    return { url: url.href, transaction };
  } catch (error) {
    throw new SignInRefused('unreachable', { cause: error });
  }
}

/**
 * Who came back from the provider. The code is exchanged once, with the secret of this sign-in; issuer, audience,
 * signature, state and nonce are checked by the library. @throws SignInRefused whatever is wrong
 */
export async function finishSignIn(
  settings: ProviderSettings,
  currentUrl: URL,
  transaction: Omit<OidcTransaction, 'next'>,
): Promise<Claims> {
  const configuration = await provider(settings).catch((error) => {
    throw new SignInRefused('unreachable', { cause: error });
  });
  // The address that people type decides, not what a proxy made of it.
  const url = new URL(transaction.redirectUri);
  url.search = currentUrl.search;
  try {
    const tokens = await client.authorizationCodeGrant(configuration, url, {
      pkceCodeVerifier: transaction.codeVerifier,
      expectedState: transaction.state,
      expectedNonce: transaction.nonce,
      idTokenExpected: true,
    });
    return claimsFrom(tokens.claims() ?? {});
  } catch (error) {
    throw error instanceof SignInRefused ? error : new SignInRefused(refusalFor(error), { cause: error });
  }
}

function refusalFor(error: unknown): 'declined' | 'unreachable' | 'unmatched' | 'notConfirmed' {
  if (error instanceof client.AuthorizationResponseError) {
    return error.error === 'access_denied' ? 'declined' : 'notConfirmed';
  }
  // The provider refused the code: used already, or not of this sign-in.
  if (error instanceof client.ResponseBodyError) {
    return error.error === 'invalid_grant' ? 'unmatched' : 'notConfirmed';
  }
  const code = (error as { code?: string }).code ?? '';
  if (code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && code === '')) return 'unreachable';
  return 'notConfirmed';
}

/** @throws SignInRefused where they do not say who it is */
export function claimsFrom(claims: Readonly<Record<string, unknown>>): Claims {
  // What the database's text cannot hold is nobody's name.
  const text = (name: string): string =>
    typeof claims[name] === 'string' ? claims[name].replaceAll('\0', '').toWellFormed().trim() : '';
  const [tid, oid, iss, sub] = [text('tid'), text('oid'), text('iss'), text('sub')];
  const subject = tid !== '' && oid !== '' ? `${tid}:${oid}` : `${iss.replace(/^https?:\/\//, '')}:${sub}`;
  if (oid === '' && sub === '') throw new SignInRefused('notConfirmed');
  const userName = text('preferred_username') || text('email');
  const given = Array.isArray(claims.roles) ? claims.roles : [claims.roles];
  return {
    subject,
    userName,
    name: text('name') || userName || 'No name given',
    email: text('email') || (userName.includes('@') ? userName : ''),
    roles: given.filter((one): one is string => typeof one === 'string'),
  };
}
