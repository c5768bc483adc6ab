import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreProblem } from '../problem.ts';
import { type Account, accountsFor, canWork, nobody } from './account.ts';
import { type Binaries, linkLibraries } from './binaries.ts';
import { nameOf, type Place, placeIn, pointerOf } from './place.ts';

/** What a server needs around it: where, which binaries, as whom, and with which environment. */
export interface Prepared {
  place: Place;
  binaries: Binaries;
  account: Account;
  env: NodeJS.ProcessEnv;
}

/** The environment of the server: nothing of the caller's locale, zone or PostgreSQL settings reaches it. */
export function environmentFor(place: Place, binaries: Binaries): NodeJS.ProcessEnv {
  const links = join(place.home, 'lib');
  mkdirSync(links, { recursive: true, mode: 0o711 });
  const searched = linkLibraries(binaries, links);
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LANG: 'C', LC_ALL: 'C', TZ: 'UTC' };
  if (!searched) return env;
  return { ...env, [process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH']: searched };
}

/** The socket's folder, mode 0700, owned by the account that runs the server. */
export function prepareSockets(place: Place, account: Account): void {
  const uid = account.kind === 'other' ? account.uid : (process.getuid?.() ?? 0);
  try {
    mkdirSync(place.sockets, { mode: 0o700 });
    if (account.kind === 'other') chownSync(place.sockets, account.uid, account.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const found = lstatSync(place.sockets);
  if (!found.isDirectory() || found.uid !== uid) {
    throw new StoreProblem(
      'cannotStart',
      `${place.sockets} is needed for the database's socket, and it belongs to someone else. Remove it and start again.`,
    );
  }
  chmodSync(place.sockets, 0o700);
}

/**
 * Finds an account for a new cluster. As root, the first that can run the binaries and write beside the data; if
 * none can (a folder of mode 700 somewhere above, and user namespaces refused), binaries and cluster go under
 * `system`, with a pointer to them in the data directory.
 */
export function prepareNew(place: Place, binaries: Binaries, system: string, namespaces: boolean): Prepared {
  const env = environmentFor(place, binaries);
  for (const account of accountsFor(place.dataDirectory)) {
    if (account.kind === 'namespace' && !namespaces) continue;
    if (account.kind === 'self') return { place, binaries, account, env };
    const trial = join(place.home, 'run');
    mkdirSync(trial, { recursive: true, mode: 0o700 });
    const owner = account.kind === 'other' ? account : { uid: 0, gid: 0 };
    chownSync(trial, owner.uid, owner.gid);
    if (canWork(account, binaries.folder, trial, env)) return { place, binaries, account, env };
  }
  return moveOut(place, binaries, system);
}

function moveOut(place: Place, binaries: Binaries, system: string): Prepared {
  const account = nobody();
  const home = join(system, nameOf(place.dataDirectory));
  mkdirSync(system, { recursive: true, mode: 0o755 });
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chownSync(home, account.uid, account.gid);
  const moved = placeIn(place.dataDirectory, home);
  const copied = copyBinaries(binaries, home);
  const env = environmentFor(moved, copied);
  if (!canWork(account, copied.folder, home, env)) {
    throw new StoreProblem(
      'cannotStart',
      `PostgreSQL must not run as root, and no other way was found: user namespaces are refused here, and the ` +
        `account 'nobody' cannot work in ${home}. Run outturn as an ordinary account, or set DATABASE_URL to a server.`,
    );
  }
  return { place: moved, binaries: copied, account, env };
}

/** Written once the cluster is there, so that a pointer never points to nothing. */
export function writePointer(place: Place): void {
  if (place.home !== place.dataDirectory) writeFileSync(pointerOf(place.dataDirectory), `${place.home}\n`);
}

/** Copies an npm installation; a system package is reachable by every account already. */
export function copyBinaries(binaries: Binaries, home: string): Binaries {
  if (!binaries.copyable) return binaries;
  const native = join(home, `postgresql-${binaries.major}`, 'native');
  if (!existsSync(join(native, 'bin', 'initdb'))) {
    const staticLibrary = /\.a$/;
    cpSync(binaries.copyable, native, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !staticLibrary.test(path),
    });
  }
  return { folder: join(native, 'bin'), major: binaries.major, copyable: native };
}
