import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, inject, it } from 'vitest';
import type { DatabaseAddress } from '../../src/store/database.ts';
import { launch } from '../../src/store/embedded/launch.ts';
import { type DebianServer, debianBinaries, startDebianServer } from './debian-server.ts';
import { bringTo, type DemoStage, stageBefore } from './demo-stages.ts';
import { madeOnce } from './run-folder.ts';

/** A kind of database that every contract is held against. */
export interface DatabaseKind {
  name: string;
  /** A new, empty database. */
  fresh(): Promise<DatabaseAddress>;
  /** A new database with the demonstration authority: filled once in a run and copied, which is much faster. */
  demo(stage: DemoStage): Promise<DatabaseAddress>;
  begin(): Promise<void>;
  end(): Promise<void>;
}

export function embedded(): DatabaseKind {
  let folder = '';
  let made = 0;
  const next = () => join(folder, `data-${++made}`);
  return {
    name: 'embedded',
    // mkdtemp's folders have mode 700, as a checkout under a home directory may have.
    begin: async () => {
      folder = mkdtempSync('/tmp/outturn-embedded-');
    },
    fresh: async () => ({ dataDirectory: await newCluster(next()) }),
    demo: async (stage) => ({ dataDirectory: copyCluster(await demoCluster(stage), next()) }),
    end: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A data directory with an empty cluster. */
export const newCluster = async (at: string): Promise<string> => copyCluster(await emptyCluster(), at);

/** Made once in a run, as the product makes one. */
const emptyCluster = () =>
  madeOnce(join(inject('runFolder'), 'embedded-empty'), async (draft) => {
    await (await launch(draft)).close();
  });

function demoCluster(stage: DemoStage): Promise<string> {
  return madeOnce(join(inject('runFolder'), `embedded-${stage}`), async (draft) => {
    const before = stageBefore(stage);
    copyCluster(before === null ? await emptyCluster() : await demoCluster(before), draft);
    await bringTo(stage, { dataDirectory: draft });
  });
}

/** Copies a cluster whose server has stopped. */
function copyCluster(from: string, to: string): string {
  mkdirSync(to);
  cpSync(join(from, 'cluster'), join(to, 'cluster'), { recursive: true });
  chmodSync(join(to, 'cluster'), 0o700);
  return to;
}

/** The database of a server in which the demonstration is. */
const DEMO = 'demonstration';

export function server(binaries: string): DatabaseKind {
  // One for empty databases and one for each stage, started when it is first asked for.
  let running = new Map<DemoStage | null, Promise<DebianServer>>();
  const serverWith = (stage: DemoStage | null) => {
    const one = running.get(stage) ?? serverFrom(binaries, stage);
    running.set(stage, one);
    return one;
  };
  return {
    name: 'server',
    begin: async () => {},
    fresh: async () => ({ url: await (await serverWith(null)).newDatabase() }),
    demo: async (stage) => {
      const filled = await serverWith(stage);
      return { url: await filled.copyOf(DEMO) };
    },
    end: async () => {
      const all = [...running.values()];
      running = new Map();
      await Promise.all(all.map(async (one) => (await one).stop()));
    },
  };
}

const serverFrom = async (binaries: string, stage: DemoStage | null): Promise<DebianServer> =>
  startDebianServer(binaries, stage === null ? null : await demoOnServer(binaries, stage));

/** The cluster of a stopped server with the demonstration in a database: filled once in a run. */
function demoOnServer(binaries: string, stage: DemoStage): Promise<string> {
  return madeOnce(join(inject('runFolder'), `server-${stage}`), async (draft) => {
    const before = stageBefore(stage);
    const filling = await serverFrom(binaries, before);
    const url = before === null ? await filling.newDatabase('council', DEMO) : filling.addressOf(DEMO);
    await bringTo(stage, { url });
    await filling.stop(draft);
  });
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
