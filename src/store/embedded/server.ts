import { spawn } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, runAs } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { PORT } from './presence.ts';

const LOG_LIMIT = 4 * 1024 * 1024;

const SETTINGS: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  TimeZone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_min_messages: 'warning',
  logging_collector: 'off',
  jit: 'off',
};

/** A server process that was started; `failure` answers what it said when it ended before it could be reached. */
export interface Started {
  ended(): boolean;
  said(): string;
}

/** Starts the server in a session of its own: it outlives this process, and the next start adopts it. */
export function startServer(
  place: Place,
  binaries: Binaries,
  account: Account,
  env: NodeJS.ProcessEnv,
): Started {
  const log = openSync(place.log, 'a', 0o600);
  if (fstatSync(log).size > LOG_LIMIT) ftruncateSync(log);
  const before = fstatSync(log).size;
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: place.sockets });
  const run = runAs(account, join(binaries.folder, 'postgres'), [
    '-D',
    place.cluster,
    '-p',
    String(PORT),
    ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  let ended = false;
  let failure = '';
  const child = spawn(run.file, run.args, {
    ...run.options,
    env,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.on('exit', () => (ended = true));
  child.on('error', (error) => {
    ended = true;
    failure = String(error);
  });
  child.unref();
  closeSync(log);
  return {
    ended: () => ended,
    said: () => `${failure}${readFileSync(place.log).subarray(before).toString('utf8')}`.trim(),
  };
}
