import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { StoreProblem } from '../problem.ts';

/** Where the parts of one embedded database are. */
export interface Place {
  /** The directory the user named. */
  dataDirectory: string;
  /** Where the cluster, its log and usually its socket are: the data directory, unless it had to move. */
  home: string;
  cluster: string;
  /** Mode 0700, and short: the path of a Unix socket may hold about 100 bytes. */
  sockets: string;
  log: string;
}

/** Room for `/.s.PGSQL.5432` below the 104 bytes that the strictest platform allows. */
const LONGEST_SOCKET_FOLDER = 85;
const POINTER = 'database-is-at';

export function placeOf(dataDirectory: string): Place {
  // Others may pass through but not list: a server that runs as another account must reach its cluster.
  mkdirSync(dataDirectory, { recursive: true, mode: 0o711 });
  const real = realpathSync(dataDirectory);
  const pointer = pointerOf(real);
  const home = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : real;
  if (home !== real && !existsSync(join(home, 'cluster'))) {
    throw new StoreProblem(
      'cannotStart',
      `The database of ${real} was kept in ${home}, and it is not there any more. ` +
        `Put that folder back, or delete ${pointer} and restore a backup into an empty data directory.`,
    );
  }
  return placeIn(real, home);
}

export function placeIn(dataDirectory: string, home: string): Place {
  const inside = join(home, 'run');
  const sockets =
    Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER ? inside : `/tmp/outturn-${nameOf(dataDirectory)}`;
  return { dataDirectory, home, cluster: join(home, 'cluster'), sockets, log: join(home, 'database.log') };
}

export const pointerOf = (dataDirectory: string) => join(dataDirectory, POINTER);

/** A short name for a data directory, the same in every process. */
export const nameOf = (dataDirectory: string) =>
  createHash('sha256').update(dataDirectory).digest('hex').slice(0, 16);
