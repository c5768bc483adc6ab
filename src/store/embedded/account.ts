import { execFileSync, type SpawnOptions, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { StoreProblem } from '../problem.ts';

/**
 * The account the server runs as. PostgreSQL refuses to run as root, so root either enters a user namespace in
 * which it looks like an ordinary account (files stay where they are, owned by root), or starts the server as
 * another account.
 */
export type Account = { kind: 'self' } | { kind: 'namespace' } | { kind: 'other'; uid: number; gid: number };

export const isRoot = () => process.getuid?.() === 0;

/** The command line and spawn options that run `file` as `account`. */
export function runAs(account: Account, file: string, args: readonly string[]) {
  const options: SpawnOptions = account.kind === 'other' ? { uid: account.uid, gid: account.gid } : {};
  if (account.kind !== 'namespace') return { file, args: [...args], options };
  return {
    file: 'unshare',
    args: ['--user', '--map-user=65534', '--map-group=65534', file, ...args],
    options,
  };
}

/** Whether `account` can run these binaries and write into `folder`, tried for real. */
export function canWork(account: Account, binaries: string, folder: string, env: NodeJS.ProcessEnv): boolean {
  const script = '"$0" --version >/dev/null && test -w "$1" && test -x "$1"';
  const run = runAs(account, '/bin/sh', ['-c', script, join(binaries, 'postgres'), folder]);
  return spawnSync(run.file, run.args, { ...run.options, env, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** The account an existing cluster runs as: whoever owns it. */
export function accountOf(cluster: string): Account {
  const { uid, gid } = statSync(cluster);
  if (isRoot()) return uid === 0 ? { kind: 'namespace' } : { kind: 'other', uid, gid };
  if (uid === process.getuid?.()) return { kind: 'self' };
  throw new StoreProblem(
    'otherOwner',
    `The database in ${cluster} belongs to the account with id ${uid}, and this is ${userInfo().username} ` +
      `(id ${process.getuid?.()}). Run outturn as the account that owns it, or name another data directory with --data.`,
  );
}

/** The accounts to try for a new cluster, in order of preference. */
export function accountsFor(dataDirectory: string): Account[] {
  if (!isRoot()) return [{ kind: 'self' }];
  const { uid, gid } = statSync(dataDirectory);
  const owner: Account[] = uid === 0 ? [] : [{ kind: 'other', uid, gid }];
  return [{ kind: 'namespace' }, ...owner, nobody()];
}

export function nobody(): Account & { kind: 'other' } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }).trim());
  try {
    return { kind: 'other', uid: id('-u'), gid: id('-g') };
  } catch {
    return { kind: 'other', uid: 65534, gid: 65534 };
  }
}

/** A cluster gets its name only once it is whole. */
export const exists = (cluster: string) => existsSync(cluster);
