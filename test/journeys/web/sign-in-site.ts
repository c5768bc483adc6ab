import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import { setPassword } from '../../../src/auth/local-account.ts';
import type { Authority } from '../../../src/domain/organisation/organisation.ts';
import type { Person } from '../../../src/domain/organisation/person.ts';
import type { Store } from '../../../src/store/database.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { writePeople } from '../../../src/store/people.ts';
import { inTransaction } from '../../../src/store/transaction.ts';
import { pageAnswer } from '../../../src/web/frame.tsx';
import { signInRoutes } from '../../../src/web/pages/sign-in/routes.ts';
import type { Route } from '../../../src/web/route.ts';
import { buildServer } from '../../../src/web/server.ts';
import type { ServerSettings } from '../../../src/web/settings.ts';
import { embedded } from '../../contracts/databases.ts';
import { Browser, site } from './browser.ts';
import { type IdentityProvider, startIdentityProvider } from './identity-provider.ts';

export const authority: Authority = {
  code: 'borchester',
  name: 'Borchester City Council',
  timeZone: 'Europe/London',
  language: 'en-GB',
  yearKind: 'financial',
  statusScheme: 'x',
  directionScheme: 'x',
};
export const password = 'copper kettle sings';

const person = (id: string, roles: Person['roles']): Person => ({
  id,
  name: id,
  email: `${id}@borchester.example`,
  roles,
  directorate: null,
  post: 'Officer',
  level: null,
  subject: null,
  mail: 'each',
  active: true,
});

/** Pages that stand for the rest of the site: one for everybody, one to post a form to. */
const probes: readonly Route[] = [
  {
    method: 'GET',
    path: '/',
    action: 'readPublished',
    handle: async (asked) => pageAnswer(asked, { title: 'Start' }, `Hello ${asked.person?.id ?? 'public'}`),
  },
  {
    method: 'POST',
    path: '/probe',
    action: 'changeOwnSettings',
    handle: async (asked) =>
      pageAnswer(asked, { title: 'Saved' }, `Saved ${asked.form.get('context')} by ${asked.person?.id}`),
  },
];

/** A site with sign-in, two people, and an identity provider. */
export class SignInSite {
  now = '2019-01-09T09:00:00.000Z';
  store!: Store;
  provider!: IdentityProvider;
  server!: FastifyInstance;
  settings!: ServerSettings;
  readonly #kind = embedded();
  readonly #others: FastifyInstance[] = [];

  async begin(): Promise<void> {
    await this.#kind.begin();
    this.store = await openStore(await this.#kind.fresh());
    this.provider = await startIdentityProvider(`${site}/sign-in/oidc/callback`);
    this.settings = {
      publicAddress: site,
      secure: false,
      now: () => this.now,
      renderers: {},
      log: console.error,
      oidc: this.provider.settings,
      localAccounts: true,
      demonstration: true,
      sessions: { idleMinutes: 30, hours: 12 },
    };
    await this.save(person('ann.bell', ['contributor']), person('bo.cole', ['viewer']));
    await setPassword(this.store, authority.code, {
      person: 'ann.bell',
      password,
      now: this.now,
      actor: 'test',
    });
    this.server = await this.with({});
  }

  /** The same site, set up otherwise. */
  async with(more: Partial<ServerSettings>): Promise<FastifyInstance> {
    const settings = { ...this.settings, ...more };
    const server = await buildServer(this.store, authority, settings, [...signInRoutes, ...probes]);
    this.#others.push(server);
    return server;
  }

  async end(): Promise<void> {
    for (const server of this.#others) await server.close();
    await this.provider?.stop();
    await this.store?.close();
    await this.#kind.end();
  }

  later(minutes: number): void {
    this.now = new Date(Date.parse(this.now) + minutes * 60_000).toISOString();
  }

  save = (...people: Person[]): Promise<void> =>
    inTransaction(this.store, (tx) =>
      writePeople(tx, authority.code, people, { recordedAt: this.now, actor: 'test', reason: null }),
    );

  async signIn(id: string, browser = new Browser(this.server)): Promise<Browser> {
    const page = await browser.get('/sign-in');
    const seen = await browser.send(page, '/sign-in/demonstration', { person: id });
    expect(seen.status).toBe(200);
    return browser;
  }
}
