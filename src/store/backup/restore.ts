import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Store } from '../database.ts';
import { grantToApplication } from '../grants.ts';
import { applyUpTo, asOwner, MIGRATION_LOCK, versionOf } from '../migrate.ts';
import { latestVersion } from '../migrations/index.ts';
import { StoreProblem } from '../problem.ts';
import { tablesOf } from './catalogue.ts';
import type { Manifest } from './manifest.ts';
import { readBackup, verify } from './verify.ts';

/**
 * Fills an empty database from a backup: all of it or nothing. The file is read whole and checked before the
 * database is touched; an older backup is loaded into the schema it was made with and then migrated.
 */
export async function restore(store: Store, file: string): Promise<Manifest> {
  const manifest = await verify(file);
  return asOwner(store, async (client) => {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    if ((await versionOf(client)) > 0) {
      await refuseUnlessEmpty(client);
      await client.query('drop schema outturn cascade');
    }
    await applyUpTo(client, manifest.schemaVersion);
    await load(client, file, manifest);
    await applyUpTo(client, latestVersion);
    await grantToApplication(client);
    await client.query('commit');
    return manifest;
  });
}

async function refuseUnlessEmpty(client: pg.ClientBase): Promise<void> {
  for (const { name } of await tablesOf(client)) {
    const { rows } = await client.query(`select exists (select from outturn."${name}") as filled`);
    if (rows[0].filled !== true) continue;
    throw new StoreProblem(
      'notEmpty',
      'A backup is restored into an empty database only, and this one holds data. Nothing was changed. ' +
        'Name a new data directory with --data, or a new database with DATABASE_URL.',
    );
  }
}

/** One COPY per table, fed by its parts as they come; all parts of a table lie together. */
async function load(client: pg.ClientBase, file: string, manifest: Manifest): Promise<void> {
  const columnsOf = new Map(manifest.tables.map(({ name, columns }) => [name, columns]));
  let filling: Filling | null = null;
  await readBackup(file, async (table, part) => {
    if (filling?.table !== table) {
      await finish(filling);
      filling = begin(client, table, columnsOf.get(table) ?? []);
    }
    if (!filling.into.write(part)) await Promise.race([once(filling.into, 'drain'), filling.done]);
  });
  await finish(filling);
}

interface Filling {
  table: string;
  into: Writable;
  done: Promise<void>;
}

function begin(client: pg.ClientBase, table: string, columns: readonly string[]): Filling {
  const names = columns.map((name) => `"${name}"`).join(', ');
  const into = client.query(copyFrom(`copy outturn."${table}" (${names}) from stdin`));
  const done = finished(into);
  // Whoever waits next gets the failure; until then nobody does.
  done.catch(() => {});
  return { table, into, done };
}

async function finish(filling: Filling | null): Promise<void> {
  filling?.into.end();
  await filling?.done;
}
