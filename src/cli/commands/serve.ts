import { Command } from 'commander';
import type { Authority } from '../../domain/organisation/organisation.ts';
import type { Worker } from '../../jobs/worker.ts';
import type { Store } from '../../store/database.ts';
import { listAuthorities } from '../../store/read-authorities.ts';
import type { ServerSettings } from '../../web/settings.ts';
import { type Console, UsageError } from '../console.ts';
import { chosenAuthority, type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { RENDERERS } from '../renderers.ts';
import { collectAlone } from '../site/collect-alone.ts';
import { listen, untilStopped } from '../site/listen.ts';
import { mailSettings } from '../site/mail-settings.ts';
import { siteSettings } from '../site/site-settings.ts';

interface ServeOptions extends DatabaseOptions {
  port: string;
  host: string;
}

export function serveCommand(console: Console): Command {
  const command = new Command('serve')
    .description('the web application, until it is stopped')
    .option('--port <number>', 'port to answer on', '8080')
    .option('--host <address>', 'address to answer on; 0.0.0.0 for every one of this machine', '127.0.0.1');
  return withDatabaseOptions(command).action((options: ServeOptions) => serve(console, options));
}

async function serve(console: Console, options: ServeOptions): Promise<void> {
  const port = readPort(options.port);
  collectAlone();
  const { publicAddress, ...settings } = siteSettings(process.env);
  const mail = mailSettings(process.env);
  await withStore(options, async (store: Store) => {
    const all: ServerSettings = {
      ...settings,
      publicAddress: publicAddress ?? `http://localhost:${port}`,
      now: () => new Date().toISOString(),
      renderers: RENDERERS,
      sendsMail: mail !== null,
      demonstration: false,
      log: console.err,
    };
    const { startSiteWorker } = await import('../site/worker.ts');
    let worker: Worker | null = null;
    const begin = (authority: Authority) => {
      worker = startSiteWorker({ store, authority, settings: all, mail });
    };
    const { server, said, authority } = await siteOf(store, options, all, begin);
    const address = await listen(server, { host: options.host, port });
    console.out(`${said(publicAddress ?? address)}\nCtrl+C stops it.`);
    if (all.oidc === null && !all.localAccounts) {
      console.err(
        'Nobody can sign in yet: set OUTTURN_OIDC_ISSUER for council accounts, or OUTTURN_LOCAL_ACCOUNTS=1 for passwords.',
      );
    }
    if (authority !== null) begin(authority);
    await untilStopped();
    await server.close();
    await (worker as Worker | null)?.stop();
  });
}

/** The site of the authority; of an empty database the page that begins one, at an address that only the console says. */
async function siteOf(
  store: Store,
  options: DatabaseOptions,
  settings: ServerSettings,
  begin: (authority: Authority) => void,
) {
  if (options.authority === undefined && (await listAuthorities(store)).length === 0) {
    const { firstRunPath, firstRunServer, newFirstRunToken } = await import('../../web/first-run.ts');
    const token = newFirstRunToken();
    const server = await firstRunServer(store, settings, token, { onBegun: begin });
    const said = (address: string) =>
      `This database holds no authority yet. Set it up here:\n  ${address}${firstRunPath(token)}`;
    return { server, said, authority: null };
  }
  const authority = await chosenAuthority(store, options);
  const { buildServer } = await import('../../web/server.ts');
  const server = await buildServer(store, authority, settings);
  return { server, said: (address: string) => `${authority.name}: ${address}`, authority };
}

export function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new UsageError(`--port takes a number from 0 to 65535, not "${text}".`);
}
