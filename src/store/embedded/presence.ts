import { existsSync, readlinkSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Place } from './place.ts';

/** How every process connects: the bootstrap account, over the socket that only its owner may open. */
export const OWNER = 'outturn';
export const DATABASE = 'postgres';
export const PORT = 5432;

/**
 * Every process that uses the server holds one connection with this lock shared. The last to leave is the one
 * that gets it exclusively; it stops the server while holding it, so nobody can arrive unnoticed. The lock goes
 * with its connection, so a killed process leaves none behind.
 */
const PRESENCE = 8_030_141_592_653;
const STOP_WITHIN = 20_000;
const PATIENCE = { connectionTimeoutMillis: 10_000 };

export type Arrival =
  | { kind: 'present'; presence: Presence }
  /** Nothing listens. */
  | { kind: 'absent' }
  /** Starting up, recovering or shutting down: ask again. */
  | { kind: 'busy' };

export interface Presence {
  leave(): Promise<void>;
}

export const connectionTo = (place: Place) => ({
  host: place.sockets,
  port: PORT,
  user: OWNER,
  database: DATABASE,
  ssl: false,
  // Said here so that PGOPTIONS and the like of the caller's environment are not.
  options: '-c DateStyle=ISO',
});

/** Connects and registers as present, or says why that is not possible now. */
export async function arrive(place: Place): Promise<Arrival> {
  if (!existsSync(`${place.sockets}/.s.PGSQL.${PORT}`)) return { kind: 'absent' };
  const client = new pg.Client({
    ...connectionTo(place),
    application_name: 'outturn (presence)',
    ...PATIENCE,
  });
  // A server that dies reports it here; whoever uses the pool then gets the error.
  client.on('error', () => {});
  try {
    await client.connect();
    const lock = await client.query('select pg_try_advisory_lock_shared($1) as present', [PRESENCE]);
    if (lock.rows[0].present !== true) {
      await client.end();
      return { kind: 'busy' };
    }
    const file = await client.query("select pg_read_file('postmaster.pid') as text");
    refable(client).unref();
    const server = Number.parseInt(file.rows[0].text, 10);
    return { kind: 'present', presence: { leave: () => leave(place, client, server) } };
  } catch (error) {
    await client.end().catch(() => {});
    const code = (error as { code?: string }).code ?? '';
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return { kind: 'absent' };
    if (/^57P|^ECONNRESET$|^EPIPE$|^$/.test(code)) return { kind: 'busy' };
    throw error;
  }
}

async function leave(place: Place, client: pg.Client, server: number): Promise<void> {
  refable(client).ref();
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [PRESENCE]);
    const lock = await client.query('select pg_try_advisory_lock($1) as alone', [PRESENCE]);
    if (lock.rows[0].alone === true && isServerOf(server, place)) await stop(server);
  } catch {
    // The server is gone already: there is nothing to stop.
  } finally {
    await client.end().catch(() => {});
  }
}

/** Known to the driver, not to its types: an idle presence must not keep the process alive. */
const refable = (client: pg.Client) => client as unknown as { ref(): void; unref(): void };

/** The server named this process id itself; where the system can tell, check that it means the same here. */
function isServerOf(pid: number, place: Place): boolean {
  if (!(pid > 1)) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === place.cluster;
  } catch {
    return process.platform !== 'linux';
  }
}

async function stop(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < STOP_WITHIN; waited += 5) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await delay(5);
  }
}
