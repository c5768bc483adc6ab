import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StoreProblem } from '../problem.ts';
import { accountOf, exists } from './account.ts';
import { type BinarySources, chooseBinaries, installedBinaries, usualSources } from './binaries.ts';
import { createCluster } from './cluster.ts';
import { type Place, placeOf } from './place.ts';
import {
  copyBinaries,
  environmentFor,
  type Prepared,
  prepareNew,
  prepareSockets,
  writePointer,
} from './prepare.ts';
import { arrive, connectionTo, type Presence } from './presence.ts';
import { type Started, startServer } from './server.ts';

export interface LaunchSettings {
  sources: BinarySources;
  /** Where clusters go that root cannot run in place. */
  system: string;
  /** False to behave as where user namespaces are refused. */
  namespaces: boolean;
  /**
   * For how many milliseconds a refused start is tried again: after a killed server its last children hold the
   * lock for a moment.
   */
  retryFor: number;
}

const usual = (): LaunchSettings => ({
  sources: usualSources(),
  system: '/var/lib/outturn',
  namespaces: true,
  retryFor: 4_000,
});

export interface Embedded {
  connection: ReturnType<typeof connectionTo>;
  /** Leaves; the last process out stops the server. */
  close(): Promise<void>;
}

/** Recovery after a crash and a slow shutdown both end; this only bounds a machine that is stuck. */
const WAIT_FOR = 120_000;

/** Adopts the server of a data directory if one runs, else starts it, first making the cluster if there is none. */
export async function launch(
  dataDirectory: string,
  settings: Partial<LaunchSettings> = {},
): Promise<Embedded> {
  if (process.platform === 'win32') {
    throw new StoreProblem(
      'notSupported',
      'The embedded database does not run on Windows yet. Set DATABASE_URL to a PostgreSQL server.',
    );
  }
  let place = placeOf(dataDirectory);
  if (exists(place.cluster)) accountOf(place.cluster);
  const arrival = await arrive(place);
  let presence: Presence;
  if (arrival.kind === 'present') {
    presence = arrival.presence;
  } else {
    const chosen = { ...usual(), ...settings };
    const prepared = await prepare(place, chosen);
    place = prepared.place;
    presence = await startAndArrive(prepared, chosen.retryFor);
  }
  let leaving: Promise<void> | null = null;
  const close = () => {
    leaving ??= presence.leave();
    return leaving;
  };
  return { connection: connectionTo(place), close };
}

async function prepare(place: Place, settings: LaunchSettings): Promise<Prepared> {
  const found = installedBinaries(settings.sources);
  if (!exists(place.cluster)) {
    const fresh = prepareNew(
      place,
      chooseBinaries(found, null, place.cluster),
      settings.system,
      settings.namespaces,
    );
    if (!exists(fresh.place.cluster)) {
      await createCluster(fresh.place, fresh.binaries, fresh.account, fresh.env);
    }
    writePointer(fresh.place);
    return fresh;
  }
  const major = Number.parseInt(readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8'), 10);
  const chosen = chooseBinaries(found, major, place.cluster);
  const binaries = place.home === place.dataDirectory ? chosen : copyBinaries(chosen, place.home);
  return { place, binaries, account: accountOf(place.cluster), env: environmentFor(place, binaries) };
}

async function startAndArrive(prepared: Prepared, retryFor: number): Promise<Presence> {
  const { place, binaries, account, env } = prepared;
  prepareSockets(place, account);
  const began = performance.now();
  let server: Started | null = null;
  let firstRefusal: number | null = null;
  while (performance.now() - began < WAIT_FOR) {
    const arrival = await arrive(place);
    if (arrival.kind === 'present') return arrival.presence;
    if (arrival.kind === 'absent' && (!server || server.ended())) {
      if (server) {
        firstRefusal ??= performance.now();
        if (performance.now() - firstRefusal > retryFor) throw refused(place, server);
        await delay(100);
      }
      // Another process may have started one since: its lock file makes ours end, and the next round adopts it.
      server = startServer(place, binaries, account, env);
    }
    await delay(4);
  }
  throw refused(place, server);
}

function refused(place: Place, server: Started | null): StoreProblem {
  const said = server?.said() ?? '';
  const held = /lock file .* already exists/.test(said) && existsSync(join(place.cluster, 'postmaster.pid'));
  return new StoreProblem(
    'cannotStart',
    `The database in ${place.cluster} could not be started${held ? ': its lock file names a process that is running but is not answering' : ''}.\n` +
      `PostgreSQL said:\n${said.split('\n').slice(-8).join('\n')}\n` +
      (held
        ? `If that process is not PostgreSQL (after a power cut its number may have been given to another program), ` +
          `delete ${join(place.cluster, 'postmaster.pid')} and start again.`
        : said.startsWith('unshare')
          ? `PostgreSQL must not run as root, and user namespaces are refused here. Give the database to another account ` +
            `(chown -R 65534:65534 ${place.cluster}) or set DATABASE_URL to a server.`
          : `The whole log is in ${place.log}.`),
  );
}
