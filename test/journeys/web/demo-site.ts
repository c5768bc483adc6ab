import type { FastifyInstance } from 'fastify';
import { RENDERERS } from '../../../src/cli/renderers.ts';
import { authority } from '../../../src/demo/authority.ts';
import { demoNow } from '../../../src/demo/fill-demo-round.ts';
import type { DatabaseAddress, Store } from '../../../src/store/database.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { buildServer } from '../../../src/web/server.ts';
import type { ServerSettings } from '../../../src/web/settings.ts';
import { embedded } from '../../contracts/databases.ts';
import { Browser, site } from './browser.ts';

/** The demonstration authority's site, as it begins: last quarter published, this quarter's round half collected. */
export class DemoSite {
  /** The clock of the site; set it to move in time. */
  now = demoNow;
  store!: Store;
  server!: FastifyInstance;
  settings!: ServerSettings;
  /** Lines the server logged: unforeseen failures. */
  readonly logged: string[] = [];
  /** Where its database is, for a command line beside it. */
  database!: DatabaseAddress;
  readonly #kind = embedded();

  async begin(more: Partial<ServerSettings> = {}): Promise<void> {
    await this.#kind.begin();
    this.database = await this.#kind.demo('site');
    this.store = await openStore(this.database);
    this.settings = {
      publicAddress: site,
      secure: false,
      now: () => this.now,
      log: (line) => this.logged.push(line),
      renderers: RENDERERS,
      oidc: null,
      localAccounts: false,
      demonstration: true,
      // A test sees at once what it has done.
      publicSeconds: 0,
      sessions: { idleMinutes: 30, hours: 12 },
      ...more,
    };
    this.server = await buildServer(this.store, authority, this.settings);
  }

  async end(): Promise<void> {
    await this.server?.close();
    await this.store?.close();
    await this.#kind.end();
  }

  /** Somebody of the demonstration, signed in: `colin.webb`, `judith.shah`… */
  async signIn(person: string): Promise<Browser> {
    const browser = new Browser(this.server);
    const page = await browser.get('/sign-in');
    await browser.send(page, '/sign-in/demonstration', { person });
    return browser;
  }

  /** An address that a real browser can open. */
  listen = (): Promise<string> => this.server.listen({ port: 0, host: '127.0.0.1' });
}
