import type { FastifyInstance } from 'fastify';
import { newKey } from '../auth/secret-key.ts';
import type { Authority } from '../domain/organisation/organisation.ts';
import { listHeldAuthorities } from '../workflow/set-up/begin-authority.ts';
import type { Store } from '../workflow/store.ts';
import { firstRunRoutes } from './pages/first-run/routes.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import { buildServer } from './server.ts';
import type { ServerSettings } from './settings.ts';

/** What the address of the first run ends with: printed on the console, so that only who started the server has it. */
export const newFirstRunToken = newKey;

export const firstRunPath = (token: string): string => `/first-run?token=${token}`;

/** Nobody's name stands here before somebody has said whose server it is. */
const nobodyYet: Authority = {
  code: '',
  name: 'Outturn',
  timeZone: 'Europe/London',
  language: 'en-GB',
  yearKind: 'financial',
  statusScheme: 'derby',
  directionScheme: 'derby',
};

/**
 * The server of an empty database. It answers every address with where to begin, and, to whoever has the token, with
 * the form that begins the authority; from then on the same server is that authority's site.
 *
 * @param onBegun told once, when there is an authority: to start its worker
 */
export async function firstRunServer(
  store: Store,
  settings: ServerSettings,
  token: string,
  {
    onBegun = () => {},
    all = routes,
  }: { onBegun?: (authority: Authority) => void; all?: readonly Route[] } = {},
): Promise<FastifyInstance> {
  let site: FastifyInstance | null = null;
  const begun = async (): Promise<void> => {
    const [authority] = await listHeldAuthorities(store);
    if (authority === undefined || site !== null) return;
    const own = await buildServer(store, authority, settings, all);
    await own.ready();
    site = own;
    onBegun(authority);
  };
  const server = await buildServer(store, nobodyYet, settings, firstRunRoutes(token, begun), (before) => {
    before.addHook('onRequest', (request, reply, done) => {
      if (site === null) {
        // Of another site on this address, or of a database that is gone: nobody is signed in here.
        delete request.raw.headers.cookie;
        return done();
      }
      reply.hijack();
      site.routing(request.raw, reply.raw);
    });
    before.addHook('onClose', async () => site?.close());
  });
  return server;
}
