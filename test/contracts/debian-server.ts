import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL from the system's packages, started by the tests on a free port as an unprivileged account. */
export interface DebianServer {
  /** A new, empty database owned by a login that is no superuser, and its address. */
  newDatabase(owner?: 'council' | 'modest'): Promise<string>;
  /** A copy of one that nobody is connected to. */
  copyOf(address: string): Promise<string>;
  stop(): Promise<void>;
}

const ROOT = '/usr/lib/postgresql';
const NOBODY = 65534;

export function debianBinaries(): string | null {
  if (!existsSync(ROOT)) return null;
  const majors = readdirSync(ROOT).filter((name) => existsSync(join(ROOT, name, 'bin', 'initdb')));
  const oldest = majors.map(Number).sort((a, b) => a - b)[0];
  return oldest === undefined ? null : join(ROOT, String(oldest), 'bin');
}

export async function startDebianServer(binaries: string): Promise<DebianServer> {
  const folder = mkdtempSync('/tmp/outturn-server-');
  const account: SpawnOptions = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (account.uid) chownSync(folder, NOBODY, NOBODY);
  chmodSync(folder, 0o700);
  const options = {
    ...account,
    cwd: '/',
    env: { PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C', TZ: 'UTC' },
  };
  const cluster = join(folder, 'cluster');
  const locale = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'];
  execFileSync(join(binaries, 'initdb'), ['-D', cluster, ...locale], {
    ...options,
    stdio: 'ignore',
  } as object);
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
  const child = spawn(join(binaries, 'postgres'), ['-D', cluster, ...settings, ...awkward], {
    ...options,
    stdio: 'ignore',
  } as SpawnOptions);
  const admin = { host: '127.0.0.1', port, user: 'postgres', database: 'postgres', ssl: false };
  await untilReady(admin);
  await asAdmin(admin, 'create role council login createrole', 'create role modest login');
  let made = 0;
  return {
    async newDatabase(owner = 'council') {
      const name = `contract_${++made}`;
      await asAdmin(admin, `create database ${name} owner ${owner}`);
      return `postgres://${owner}@127.0.0.1:${port}/${name}`;
    },
    async copyOf(address) {
      const name = `contract_${++made}`;
      await asAdmin(
        admin,
        `create database ${name} owner council template ${new URL(address).pathname.slice(1)}`,
      );
      return `postgres://council@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      const gone = new Promise((resolve) => child.on('exit', resolve));
      child.kill('SIGINT');
      await gone;
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
