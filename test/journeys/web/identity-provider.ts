import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { OidcSettings } from '../../../src/web/settings.ts';

/** What the provider says of somebody, in Entra's words. */
export interface Account {
  oid: string;
  name: string;
  preferred_username: string;
  roles: string[];
}

export interface IdentityProvider {
  settings: OidcSettings;
  accounts: Map<string, Account>;
  /** Who is at the keyboard: nobody turns the sign-in down. */
  signsIn: string | null;
  stop(): Promise<void>;
}

const TENANT = '3f0c2b9e-0000-4000-8000-00000000b0c5';

/** A real identity provider on this machine, whose sign-in page fills itself in; it insists on PKCE. */
export async function startIdentityProvider(callback: string): Promise<IdentityProvider> {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const client = { client_id: 'outturn', client_secret: 'a-secret-of-the-test' };
  const here: IdentityProvider = {
    settings: {
      issuer,
      clientId: client.client_id,
      clientSecret: client.client_secret,
      roleOf: { Performance: 'performanceTeam', Officer: 'contributor', Reader: 'viewer' },
      allowHttp: true,
    },
    accounts: new Map(),
    signsIn: null,
    stop: () => stop(http),
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        ...client,
        redirect_uris: [callback],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    // Roles and names arrive in the ID token, as Entra does it.
    conformIdTokenClaims: false,
    claims: {
      openid: ['sub', 'tid', 'oid', 'roles'],
      profile: ['name', 'preferred_username'],
      email: ['email'],
    },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['one of the test'] },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: `pairwise-${id}`, tid: TENANT, ...here.accounts.get(id) }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId!,
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const ordinary = provider.callback();
  http.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return ordinary(request, response);
    const result =
      here.signsIn === null ? { error: 'access_denied' } : { login: { accountId: here.signsIn } };
    return provider.interactionFinished(request, response, result);
  });
  return here;
}

const stop = (http: Server): Promise<void> =>
  new Promise((resolve) => {
    http.close(() => resolve());
    http.closeAllConnections();
  });
