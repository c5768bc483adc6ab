import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { StoreProblem } from '../problem.ts';
import { type Account, runAs } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { OWNER } from './presence.ts';

const UNFINISHED = /^cluster-by-(\d+)$/;

/**
 * Makes a new cluster beside its final place and renames it there when it is whole, so that a killed process
 * never leaves half a cluster, and of two processes that try at once one wins and the other uses the winner's.
 */
export async function createCluster(
  place: Place,
  binaries: Binaries,
  account: Account,
  env: NodeJS.ProcessEnv,
) {
  clearUnfinished(place);
  const fresh = join(place.home, `cluster-by-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  if (account.kind === 'other') chownSync(fresh, account.uid, account.gid);
  await initialise(fresh, binaries, account, env);
  try {
    renameSync(fresh, place.cluster);
    persist(place.home);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** Removes what processes that no longer run left unfinished. */
function clearUnfinished(place: Place): void {
  for (const name of readdirSync(place.home)) {
    const pid = Number(UNFINISHED.exec(name)?.[1] ?? 0);
    if (pid === 0 || isAlive(pid)) continue;
    try {
      rmSync(join(place.home, name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // Its initdb may still be writing; the next start clears it.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function initialise(folder: string, binaries: Binaries, account: Account, env: NodeJS.ProcessEnv) {
  // The builtin provider orders text the same everywhere; it arrived in PostgreSQL 17.
  const locale =
    binaries.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8'];
  const args = ['-D', folder, '-U', OWNER, '-A', 'trust', '-E', 'UTF8', '-k', '--no-instructions', ...locale];
  const run = runAs(account, join(binaries.folder, 'initdb'), args);
  const child = spawn(run.file, run.args, {
    ...run.options,
    env,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout?.on('data', (chunk) => (said += chunk));
  child.stderr?.on('data', (chunk) => (said += chunk));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (status === 0) return;
  rmSync(folder, { recursive: true, force: true });
  throw new StoreProblem(
    'cannotStart',
    `A new database could not be made in ${folder}. PostgreSQL's initdb said:\n${said.trim()}`,
  );
}

function persist(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
