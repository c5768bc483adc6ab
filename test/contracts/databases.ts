import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import type { DatabaseAddress } from '../../src/store/database.ts';
import { launch } from '../../src/store/embedded/launch.ts';
import { type DebianServer, debianBinaries, startDebianServer } from './debian-server.ts';

/** A kind of database that every contract is held against. */
export interface DatabaseKind {
  name: string;
  /** A new, empty database. */
  fresh(): Promise<DatabaseAddress>;
  /** Fills a new database once; each call of the answer gives a copy of it, which is much faster than filling another. */
  copiesOf(fill: (address: DatabaseAddress) => Promise<void>): Promise<() => Promise<DatabaseAddress>>;
  begin(): Promise<void>;
  end(): Promise<void>;
}

export function embedded(): DatabaseKind {
  let folder = '';
  let made = 0;
  return {
    name: 'embedded',
    // mkdtemp's folders have mode 700, as a checkout under a home directory may have.
    begin: async () => {
      folder = mkdtempSync('/tmp/outturn-embedded-');
    },
    fresh: async () => ({ dataDirectory: await newCluster(folder, `data-${++made}`) }),
    copiesOf: async (fill) => {
      const filled = await newCluster(folder, `filled-${++made}`);
      await fill({ dataDirectory: filled });
      return async () => ({ dataDirectory: copyCluster(filled, join(folder, `data-${++made}`)) });
    },
    end: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A data directory with an empty cluster: made once in a folder and copied after that, which is faster. */
export async function newCluster(folder: string, name: string): Promise<string> {
  const template = join(folder, 'template');
  if (!existsSync(template)) await (await launch(template)).close();
  return copyCluster(template, join(folder, name));
}

/** Copies a cluster whose server has stopped. */
function copyCluster(from: string, to: string): string {
  mkdirSync(to);
  cpSync(join(from, 'cluster'), join(to, 'cluster'), { recursive: true });
  chmodSync(join(to, 'cluster'), 0o700);
  return to;
}

export function server(binaries: string): DatabaseKind {
  let running: DebianServer | null = null;
  return {
    name: 'server',
    begin: async () => {
      running = await startDebianServer(binaries);
    },
    fresh: async () => ({ url: await running!.newDatabase() }),
    copiesOf: async (fill) => {
      const filled = await running!.newDatabase();
      await fill({ url: filled });
      return async () => ({ url: await running!.copyOf(filled) });
    },
    end: async () => running?.stop(),
  };
}

/** Runs a contract on both kinds; a missing server package is said loudly, and in CI it is a failure. */
export function onEveryDatabase(contract: (kind: DatabaseKind) => void): void {
  describe('on the embedded database', () => contract(embedded()));
  const binaries = debianBinaries();
  if (binaries) {
    describe('on a PostgreSQL server', () => contract(server(binaries)));
    return;
  }
  const why = 'on a PostgreSQL server: NOT RUN, install the package "postgresql" to run it';
  if (process.env.CI) {
    describe(why, () => {
      it('must run in CI', () => {
        throw new Error(why);
      });
    });
  } else {
    describe.skip(why, () => {
      it('is skipped', () => {});
    });
  }
}
