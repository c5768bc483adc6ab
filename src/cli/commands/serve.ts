import { Command } from 'commander';
import type { Store } from '../../store/database.ts';
import type { ServerSettings } from '../../web/settings.ts';
import { type Console, UsageError } from '../console.ts';
import { chosenAuthority, type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { RENDERERS } from '../renderers.ts';
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
  const { publicAddress, ...settings } = siteSettings(process.env);
  const mail = mailSettings(process.env);
  await withStore(options, async (store: Store) => {
    const authority = await chosenAuthority(store, options);
    const { buildServer } = await import('../../web/server.ts');
    const all: ServerSettings = {
      ...settings,
      publicAddress: publicAddress ?? `http://localhost:${port}`,
      now: () => new Date().toISOString(),
      renderers: RENDERERS,
      sendsMail: mail !== null,
      demonstration: false,
      log: console.err,
    };
    const server = await buildServer(store, authority, all);
    const address = await listen(server, { host: options.host, port });
    console.out(`${authority.name}: ${publicAddress ?? address}\nCtrl+C stops it.`);
    if (all.oidc === null && !all.localAccounts) {
      console.err(
        'Nobody can sign in yet: set OUTTURN_OIDC_ISSUER for council accounts, or OUTTURN_LOCAL_ACCOUNTS=1 for passwords.',
      );
    }
    const { startSiteWorker } = await import('../site/worker.ts');
    const worker = startSiteWorker({ store, authority, settings: all, mail });
    await untilStopped();
    await server.close();
    await worker.stop();
  });
}

export function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new UsageError(`--port takes a number from 0 to 65535, not "${text}".`);
}
