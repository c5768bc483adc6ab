import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type LaunchSettings, launch } from './embedded/launch.ts';
import type { Schema } from './schema.ts';
import { types } from './types.ts';

export type DatabaseAddress = { dataDirectory: string } | { url: string };

/** An open database: the embedded one of a data directory, or a server's. */
export interface Store {
  db: Kysely<Schema>;
  pool: pg.Pool;
  /** How the owner connects, to migrate and to restore. */
  owner: pg.ClientConfig;
  embedded: boolean;
  close(): Promise<void>;
}

const MOST_CONNECTIONS = 10;
/** A connection is kept through a quiet while: to make one takes longer than most pages. */
const KEPT_IDLE = 5 * 60_000;

/** Opens a database without looking at its schema; see `openStore` for one that is ready to use. */
export async function openDatabase(
  address: DatabaseAddress,
  settings: Partial<LaunchSettings> = {},
): Promise<Store> {
  if ('url' in address) return storeOn({ connectionString: address.url }, false, async () => {});
  const server = await launch(address.dataDirectory, settings);
  return storeOn(server.connection, true, server.close);
}

function storeOn(connection: pg.ClientConfig, embedded: boolean, leave: () => Promise<void>): Store {
  const owner = { ...connection, types, application_name: 'outturn' };
  const pool = new pg.Pool({
    ...owner,
    max: MOST_CONNECTIONS,
    idleTimeoutMillis: KEPT_IDLE,
    allowExitOnIdle: true,
    onConnect: workAsApplication as (client: pg.ClientBase) => void,
  });
  // An idle connection whose server went away is replaced by the next query; without a listener Node would end.
  pool.on('error', () => {});
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= pool.end().then(leave);
    return closing;
  };
  return { db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }), pool, owner, embedded, close };
}

/** What every session of ours sets, whatever the server's or the account's defaults are. */
export const SESSION = `select set_config('TimeZone', 'UTC', false), set_config('DateStyle', 'ISO', false),
  set_config('search_path', 'outturn', false)`;

/** The lesser role that may read and add, and never change or remove; taken wherever the login may take it. */
export const APPLICATION_ROLE = 'outturn_app';

async function workAsApplication(client: pg.ClientBase): Promise<void> {
  await client.query(
    `${SESSION};
     select set_config('role', rolname, false) from pg_roles
     where rolname = '${APPLICATION_ROLE}' and pg_has_role(session_user, oid, 'member')`,
  );
}
