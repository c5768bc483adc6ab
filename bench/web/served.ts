import { startSession } from '../../src/auth/sessions.ts';
import { RENDERERS } from '../../src/cli/renderers.ts';
import { collectAlone } from '../../src/cli/site/collect-alone.ts';
import { startSiteWorker } from '../../src/cli/site/worker.ts';
import { openStore } from '../../src/store/open-store.ts';
import { buildServer } from '../../src/web/server.ts';
import type { ServerSettings } from '../../src/web/settings.ts';
import { authority } from './big-authority.ts';
import { fill } from './fill.ts';
import { peer } from './peer.ts';

/** The moment at which everything plays. */
const now = () => '2019-01-09T09:00:00.000Z';
const sessions = { idleMinutes: 600, hours: 24 };

/** Fills the database of a folder with the big authority. */
export async function prepare(folder: string): Promise<void> {
  const store = await openStore({ dataDirectory: folder });
  await fill(store);
  await store.close();
}

/** Serves the folder's database until the process is stopped; says where, and the sessions of its readers, on one line. */
export async function serve(what: 'outturn' | 'peer', folder: string, readers: number): Promise<void> {
  const store = await openStore({ dataDirectory: folder });
  if (what === 'peer') {
    const server = peer(store, process.cwd()).listen(0, '127.0.0.1', () => {
      const at = server.address();
      console.log(JSON.stringify({ port: typeof at === 'object' ? at?.port : 0, tokens: [] }));
    });
    return;
  }
  const settings: ServerSettings = {
    publicAddress: 'http://127.0.0.1',
    secure: false,
    now,
    renderers: RENDERERS,
    oidc: null,
    localAccounts: false,
    demonstration: false,
    log: console.error,
    sessions,
  };
  collectAlone();
  const server = await buildServer(store, authority, settings);
  await server.listen({ port: 0, host: '127.0.0.1' });
  // Beside the answers, as `outturn serve` does it.
  startSiteWorker({ store, authority, settings, mail: null });
  const tokens: string[] = [];
  for (let reader = 0; reader < readers; reader++) {
    const start = {
      person: `officer${reader}`,
      how: 'demonstration' as const,
      agent: '',
      now: now(),
      settings: sessions,
    };
    tokens.push((await startSession(store, authority.code, start)).token);
  }
  const at = server.server.address();
  console.log(JSON.stringify({ port: typeof at === 'object' ? at?.port : 0, tokens }));
}
