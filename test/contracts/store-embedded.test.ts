import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { usualSources } from '../../src/store/embedded/binaries.ts';
import { type LaunchSettings, launch } from '../../src/store/embedded/launch.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readFacts } from '../../src/store/read-facts.ts';
import { bundleChild, startChild } from './child.ts';
import { newCluster } from './databases.ts';
import { debianBinaries } from './debian-server.ts';

const root = process.getuid?.() === 0;
const NOBODY = 65534;
const npm = usualSources().npm;
const folder = mkdtempSync('/tmp/outturn-launch-');
let made = 0;
const newFolder = () => join(folder, `d${++made}`);
const withCluster = () => newCluster(join(folder, `c${++made}`));
const serverOf = (data: string) => {
  const file = join(data, 'cluster', 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : null;
};
const setting = async (data: string, name: string, settings: Partial<LaunchSettings> = {}) => {
  const store = await openDatabase({ dataDirectory: data }, settings);
  const { rows } = await store.pool.query('select current_setting($1) as value', [name]);
  await store.close();
  return rows[0].value as string;
};

let visitor: string;
beforeAll(async () => {
  visitor = await bundleChild('visitor');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!npm)('the embedded launcher, on the npm binaries', () => {
  it('answers its first query soon, and stops the server when the last one leaves', async () => {
    const data = newFolder();
    const began = performance.now();
    expect(await setting(data, 'fsync')).toBe('on');
    const empty = performance.now() - began;
    const again = performance.now();
    expect(await setting(data, 'listen_addresses')).toBe('');
    const existing = performance.now() - again;
    expect(serverOf(data)).toBeNull();
    // 2 s and 200 ms on a quiet machine; the bench measures them, this only catches a change of kind.
    expect(empty).toBeLessThan(8_000);
    expect(existing).toBeLessThan(2_000);
    expect(statSync(join(data, 'run')).mode & 0o777).toBe(0o700);
    expect(await setting(data, 'data_checksums')).toBe('on');
    const store = await openDatabase({ dataDirectory: data });
    const { rows } = await store.pool.query(
      "select datlocprovider::text || ' ' || datlocale as locale from pg_database limit 1",
    );
    expect(rows[0].locale).toBe('b C.UTF-8');
    await store.close();
  });

  it('works whatever locale the environment names', async () => {
    const given = {
      LANG: 'en_GB.UTF-8',
      LC_ALL: 'xx_XX.UTF-8',
      PGOPTIONS: '-c nonsense=1',
      PGHOST: 'nowhere.invalid',
    };
    const env = { ...process.env, ...given };
    const child = startChild(visitor, [JSON.stringify({ dataDirectory: newFolder() }), 'a', 'leave'], {
      env,
    });
    expect(await child.ended).toBe(0);
    expect(child.lines).toEqual(['a']);
  });

  it('lets processes that start at once share an empty directory, and leaves nothing behind', async () => {
    const data = newFolder();
    const children = ['a', 'b', 'c'].map((name) =>
      startChild(visitor, [JSON.stringify({ dataDirectory: data }), name, 'leave']),
    );
    expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0, 0]);
    const store = await openStore({ dataDirectory: data });
    const { observations } = await readFacts(store, { authority: 'visited' });
    expect(observations.map((one) => one.measure).sort()).toEqual(['a', 'b', 'c']);
    await store.close();
    expect(serverOf(data)).toBeNull();
    expect(readdirSync(data).sort()).toEqual(['cluster', 'database.log', 'lib', 'run']);
  });

  it('keeps the server for as long as one process uses it', async () => {
    const data = await withCluster();
    const store = await openStore({ dataDirectory: data });
    const server = serverOf(data);
    const child = startChild(visitor, [JSON.stringify({ dataDirectory: data }), 'a']);
    await child.until(1);
    await store.close();
    expect(serverOf(data)).toBe(server);
    child.process.stdin?.end();
    await child.ended;
    expect(serverOf(data)).toBeNull();
  });

  it('opens again and again while others leave', async () => {
    const data = await withCluster();
    const visit = async () => {
      for (let round = 0; round < 12; round++) {
        const server = await launch(data);
        await server.close();
      }
    };
    await Promise.all([visit(), visit(), visit()]);
    expect(serverOf(data)).toBeNull();
  });

  it('adopts the server that a killed process left, and stops it in the end', async () => {
    const data = await withCluster();
    const child = startChild(visitor, [JSON.stringify({ dataDirectory: data }), 'a']);
    await child.until(1);
    const server = serverOf(data);
    child.process.kill('SIGKILL');
    await child.ended;
    const store = await openStore({ dataDirectory: data });
    expect(serverOf(data)).toBe(server);
    expect((await readFacts(store, { authority: 'visited' })).observations).toHaveLength(1);
    await store.close();
    expect(serverOf(data)).toBeNull();
  });

  it('clears what a process killed while making the database left', async () => {
    const data = newFolder();
    const dead = spawnSync('true').pid;
    mkdirSync(join(data, `cluster-by-${dead}`), { recursive: true });
    writeFileSync(join(data, `cluster-by-${dead}`, 'PG_VERSION'), '18\n');
    await (await openStore({ dataDirectory: data })).close();
    expect(readdirSync(data).filter((name) => name.startsWith('cluster-by'))).toEqual([]);
  });

  it('never deletes a lock file: it says what to do where the process it names is another', async () => {
    const data = await withCluster();
    const lock = join(data, 'cluster', 'postmaster.pid');
    const sleeper = startChild(visitor, [JSON.stringify({ dataDirectory: await withCluster() }), 'a']);
    await sleeper.until(1);
    writeFileSync(
      lock,
      `${sleeper.process.pid}\n${join(data, 'cluster')}\n1\n5432\n${join(data, 'run')}\n\n`,
    );
    await expect(launch(data, { retryFor: 300 })).rejects.toThrow(
      /its lock file names a process.*delete .*postmaster\.pid/s,
    );
    expect(existsSync(lock)).toBe(true);
    sleeper.process.stdin?.end();
    await sleeper.ended;
  });

  it('refuses a directory of another major version with a clear sentence, and leaves it alone', async () => {
    const data = await withCluster();
    writeFileSync(join(data, 'cluster', 'PG_VERSION'), '11\n');
    await expect(openStore({ dataDirectory: data })).rejects.toThrow(
      /made by PostgreSQL 11, and only PostgreSQL 18.* is installed/,
    );
    await expect(launch(newFolder(), { sources: { npm: null, system: null } })).rejects.toThrow(
      /No PostgreSQL was found/,
    );
  });

  it('uses a short socket folder of mode 700 where the data directory has a long name', async () => {
    const data = join(newFolder(), 'a-folder-with-a-long-name-'.repeat(5));
    const server = await launch(data);
    expect(server.connection.host).toMatch(/^\/tmp\/outturn-[0-9a-f]{16}$/);
    expect(statSync(server.connection.host).mode & 0o777).toBe(0o700);
    expect(await setting(data, 'fsync')).toBe('on');
    await server.close();
    rmSync(server.connection.host, { recursive: true, force: true });
  });

  describe.skipIf(!root)('as root', () => {
    it('works in place with the data directory and the checkout both under folders of mode 700', async () => {
      const checkout = join(folder, 'checkout');
      mkdirSync(checkout, { mode: 0o700 });
      // As npm installs it where install scripts are off: without the links between the libraries.
      cpSync(npm!, join(checkout, 'package'), { recursive: true, verbatimSymlinks: true });
      for (const { target } of JSON.parse(readFileSync(join(npm!, 'native/pg-symlinks.json'), 'utf8')) as {
        target: string;
      }[]) {
        rmSync(join(checkout, 'package', target), { force: true });
      }
      const data = join(folder, 'private', 'data');
      mkdirSync(join(folder, 'private'), { mode: 0o700 });
      const sources = { npm: join(checkout, 'package'), system: null };
      expect(await setting(data, 'server_version', { sources })).toMatch(/^18/);
      expect(existsSync(join(data, 'cluster'))).toBe(true);
    });

    it('moves out where user namespaces are refused, and finds its way back', async () => {
      const data = newFolder();
      const system = mkdtempSync('/tmp/outturn-system-');
      chmodSync(system, 0o755);
      expect(await setting(data, 'fsync', { namespaces: false, system })).toBe('on');
      const home = readFileSync(join(data, 'database-is-at'), 'utf8').trim();
      expect(statSync(join(home, 'cluster')).uid).toBe(NOBODY);
      expect(await setting(data, 'fsync', { namespaces: false, system })).toBe('on');
      expect(existsSync(join(home, 'cluster', 'postmaster.pid'))).toBe(false);
      rmSync(system, { recursive: true });
      await expect(openDatabase({ dataDirectory: data })).rejects.toThrow(/restore a backup/);
    });

    it('runs as an unprivileged account too, on a directory which that account owns', async () => {
      const data = mkdtempSync('/tmp/outturn-nobody-');
      chownSync(data, NOBODY, NOBODY);
      const as = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
      const run = () => startChild(visitor, [JSON.stringify({ dataDirectory: data }), 'a', 'leave'], { as });
      expect(await run().ended).toBe(0);
      expect(await run().ended).toBe(0);
      expect(statSync(join(data, 'cluster')).uid).toBe(NOBODY);
      // Root works on what that account owns as that account, and leaves it usable.
      const store = await openStore({ dataDirectory: data });
      expect((await readFacts(store, { authority: 'visited' })).observations).toHaveLength(1);
      await store.close();
      expect(await run().ended).toBe(0);
      rmSync(data, { recursive: true });
    });

    it('is refused by name where the directory belongs to another account', async () => {
      const data = mkdtempSync('/tmp/outturn-root-');
      await (await openStore({ dataDirectory: data })).close();
      chmodSync(data, 0o777);
      const as = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
      const run = () =>
        execFileSync(
          as[0]!,
          [...as.slice(1), process.execPath, visitor, JSON.stringify({ dataDirectory: data }), 'a', 'leave'],
          { stdio: 'pipe' },
        );
      expect(run).toThrow(/belongs to the account with id 0/);
      rmSync(data, { recursive: true });
    });
  });
});

describe.skipIf(!debianBinaries())('the embedded launcher, on the system packages', () => {
  it('works without the npm binaries', async () => {
    const data = newFolder();
    const sources = { npm: null, system: '/usr/lib/postgresql' };
    expect(await setting(data, 'fsync', { sources })).toBe('on');
    // A cluster keeps its major version, even where a newer one is installed and preferred.
    const version = await setting(data, 'server_version');
    expect(realpathSync(data)).toBe(data);
    expect(version).toMatch(
      new RegExp(`^${readFileSync(join(data, 'cluster', 'PG_VERSION'), 'utf8').trim()}`),
    );
  });
});
