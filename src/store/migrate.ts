import pg from 'pg';
import { SESSION, type Store } from './database.ts';
import { grantToApplication } from './grants.ts';
import { latestVersion, type Migration, migrations } from './migrations/index.ts';
import { StoreProblem } from './problem.ts';

export interface Migrated {
  /** Versions applied now, in order; empty where the schema was up to date. */
  applied: readonly Migration[];
  version: number;
}

/** One migration at a time, whichever process asks. */
export const MIGRATION_LOCK = 8_030_141_592_654;

/** Brings the schema up to date, as the owner. Refuses one that a newer outturn has made. */
export async function migrate(store: Store): Promise<Migrated> {
  return asOwner(store, async (client) => {
    if ((await versionOf(client)) === latestVersion) return { applied: [], version: latestVersion };
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const applied = await applyUpTo(client, latestVersion);
    await grantToApplication(client);
    await client.query('commit');
    return { applied, version: latestVersion };
  });
}

/** Refuses a database that is not at the version this outturn works with; changes nothing. */
export async function checkSchema(store: Store): Promise<void> {
  const version = await asOwner(store, versionOf);
  if (version === latestVersion) return;
  throw new StoreProblem(
    'olderSchema',
    version === 0
      ? 'This database holds no outturn data yet. Run "outturn migrate" to prepare it.'
      : `This database is at version ${version} and this outturn works with version ${latestVersion}. ` +
          'Make a backup, then run "outturn migrate".',
  );
}

/** A connection of the owner's for the length of `work`. */
export async function asOwner<T>(store: Store, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(store.owner);
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(SESSION);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The schema's version, 0 where there is none. @throws StoreProblem for one this outturn does not know. */
export async function versionOf(client: pg.ClientBase): Promise<number> {
  // The catalogue itself and not to_regclass, which may answer from what this session remembers: a process that
  // waited for another's migration would then make the same tables again.
  const there = await client.query(
    `select exists (select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'outturn' and c.relname = 'schema_migration') as there`,
  );
  if (there.rows[0].there !== true) return 0;
  const { rows } = await client.query<{ version: number; name: string; checksum: string }>(
    'select version, name, checksum from outturn.schema_migration order by version',
  );
  const version = rows.at(-1)?.version ?? 0;
  if (version > latestVersion) {
    throw new StoreProblem(
      'newerSchema',
      `This database was made by a newer outturn: it is at version ${version}, and this outturn knows versions up to ` +
        `${latestVersion}. Nothing was changed. Install the newer outturn, or restore a backup made before it.`,
    );
  }
  for (const row of rows) {
    if (migrations[row.version - 1]?.checksum === row.checksum) continue;
    throw new StoreProblem(
      'changedMigration',
      `Step ${row.version} (${row.name}) of this database's schema is not the one this outturn knows. Nothing was ` +
        'changed. Use the outturn release that made the database, or restore a backup into an empty one.',
    );
  }
  return version;
}

/** Applies what is missing, within the caller's transaction. */
export async function applyUpTo(client: pg.ClientBase, version: number): Promise<Migration[]> {
  const from = await versionOf(client);
  const wanted = migrations.filter((one) => one.version > from && one.version <= version);
  if (from === 0) {
    await client.query('create schema if not exists outturn');
    await client.query(`create table outturn.schema_migration (
      version integer primary key, name text not null, checksum text not null,
      applied_at timestamptz not null default clock_timestamp())`);
  }
  for (const { version: number, name, sql, checksum } of wanted) {
    await client.query(sql);
    await client.query('insert into outturn.schema_migration (version, name, checksum) values ($1, $2, $3)', [
      number,
      name,
      checksum,
    ]);
  }
  return wanted;
}
