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
    end: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A data directory with an empty cluster: made once in a folder and copied after that, which is faster. */
export async function newCluster(folder: string, name: string): Promise<string> {
  const template = join(folder, 'template');
  if (!existsSync(template)) await (await launch(template)).close();
  mkdirSync(join(folder, name));
  cpSync(join(template, 'cluster'), join(folder, name, 'cluster'), { recursive: true });
  chmodSync(join(folder, name, 'cluster'), 0o700);
  return join(folder, name);
}

export function server(binaries: string): DatabaseKind {
  let running: DebianServer | null = null;
  return {
    name: 'server',
    begin: async () => {
      running = await startDebianServer(binaries);
    },
    fresh: async () => ({ url: await running!.newDatabase() }),
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
