import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { madeOnce } from './run-folder.ts';

/** A PostgreSQL from the system's packages, started by the tests on a free port as an unprivileged account. */
export interface DebianServer {
  /** A new, empty database owned by a login that is no superuser, and its address. */
  newDatabase(owner?: Owner, name?: string): Promise<string>;
  /** Of a database that is there. */
  addressOf(name: string, owner?: Owner): string;
  /** The address of a copy of one that nobody is connected to. */
  copyOf(name: string): Promise<string>;
  /** @param keepAt where its cluster stays, for others to begin with; left out, nothing of it stays */
  stop(keepAt?: string): Promise<void>;
}

type Owner = 'council' | 'modest';

const ROOT = '/usr/lib/postgresql';
const NOBODY = 65534;

export function debianBinaries(): string | null {
  if (!existsSync(ROOT)) return null;
  const majors = readdirSync(ROOT).filter((name) => existsSync(join(ROOT, name, 'bin', 'initdb')));
  const oldest = majors.map(Number).sort((a, b) => a - b)[0];
  return oldest === undefined ? null : join(ROOT, String(oldest), 'bin');
}

const account = (): SpawnOptions => (process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {});
const quietly = (): SpawnOptions => ({
  ...account(),
  cwd: '/',
  env: { PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C', TZ: 'UTC' },
  stdio: 'ignore',
});

/** A folder that the server's account may write to. */
function newFolder(): string {
  const folder = mkdtempSync('/tmp/outturn-server-');
  if (account().uid !== undefined) chownSync(folder, NOBODY, NOBODY);
  chmodSync(folder, 0o700);
  return folder;
}

/** @param from the cluster to begin with a copy of, of a server that has stopped; else one with no databases in it */
export async function startDebianServer(binaries: string, from: string | null = null): Promise<DebianServer> {
  const folder = newFolder();
  const cluster = join(folder, 'cluster');
  execFileSync('cp', ['-a', from ?? (await emptyCluster(binaries)), cluster]);
  return startOn(binaries, folder);
}

/** With the two logins, made once in a run. */
const emptyCluster = (binaries: string): Promise<string> =>
  madeOnce(join(inject('runFolder'), 'server-empty'), async (draft) => {
    const folder = newFolder();
    const locale = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'];
    execFileSync(join(binaries, 'initdb'), ['-D', join(folder, 'cluster'), ...locale], quietly() as object);
    const first = await startOn(binaries, folder, [
      'create role council login createrole',
      'create role modest login',
    ]);
    await first.stop(draft);
  });

async function startOn(
  binaries: string,
  folder: string,
  first: readonly string[] = [],
): Promise<DebianServer> {
  const cluster = join(folder, 'cluster');
  const port = await freePort();
  const settings = [
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${folder}`,
  ];
  // A zone and a date style that would show wherever a session relied on the server's defaults.
  const awkward = ['-c', 'TimeZone=America/New_York', '-c', 'DateStyle=SQL,DMY'];
  const child = spawn(join(binaries, 'postgres'), ['-D', cluster, ...settings, ...awkward], quietly());
  const admin = { host: '127.0.0.1', port, user: 'postgres', database: 'postgres', ssl: false };
  await untilReady(admin);
  await asAdmin(admin, ...first);
  let made = 0;
  const addressOf = (name: string, owner: Owner = 'council') =>
    `postgres://${owner}@127.0.0.1:${port}/${name}`;
  return {
    addressOf,
    async newDatabase(owner = 'council', name = `contract_${++made}`) {
      await asAdmin(admin, `create database ${name} owner ${owner}`);
      return addressOf(name, owner);
    },
    async copyOf(name) {
      const copy = `contract_${++made}`;
      await asAdmin(admin, `create database ${copy} owner council template ${name}`);
      return addressOf(copy);
    },
    async stop(keepAt) {
      const gone = new Promise((resolve) => child.on('exit', resolve));
      child.kill('SIGINT');
      await gone;
      if (keepAt !== undefined) renameSync(cluster, keepAt);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function asAdmin(admin: pg.ClientConfig, ...statements: string[]): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

async function untilReady(admin: pg.ClientConfig): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await asAdmin(admin);
    } catch (error) {
      if (attempt > 400) throw error;
      await delay(25);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
