import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Store } from '../database.ts';
import { asOwner, versionOf } from '../migrate.ts';
import { StoreProblem } from '../problem.ts';
import { type Table, tablesOf } from './catalogue.ts';
import { lineEnds, MANIFEST, type Manifest, type ManifestTable, partName } from './manifest.ts';
import { tarEnd, tarEntry } from './tar.ts';
import { verify } from './verify.ts';

const PART_SIZE = 4 * 1024 * 1024;

/**
 * Writes everything the database holds into one file, from one consistent view of it, and reads the file back
 * before saying so. The file is a compressed tar of PostgreSQL COPY text, the same bytes for the same data: it
 * moves between the embedded database and a server, and from one PostgreSQL version to the next.
 */
export async function backup(store: Store, file: string, madeAt: string | null = null): Promise<Manifest> {
  const unfinished = `${file}.unfinished`;
  try {
    await asOwner(store, async (client) => {
      await client.query('begin isolation level repeatable read read only');
      const schemaVersion = await versionOf(client);
      if (schemaVersion === 0) {
        throw new StoreProblem(
          'olderSchema',
          'There is nothing to back up: this database holds no outturn data yet.',
        );
      }
      const out = createWriteStream(unfinished, { mode: 0o600 });
      await pipeline(Readable.from(archive(client, schemaVersion, madeAt)), createGzip({ level: 4 }), out);
      await client.query('commit');
    });
    const manifest = await verify(unfinished);
    await persist(unfinished);
    await rename(unfinished, file);
    return manifest;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function* archive(
  client: pg.ClientBase,
  schemaVersion: number,
  madeAt: string | null,
): AsyncGenerator<Buffer> {
  const tables: ManifestTable[] = [];
  for (const table of await tablesOf(client)) {
    const summary: ManifestTable = {
      name: table.name,
      columns: table.columns,
      rows: 0,
      bytes: 0,
      sha256: '',
    };
    const hash = createHash('sha256');
    let part = 0;
    for await (const body of partsOf(client, table)) {
      hash.update(body);
      summary.bytes += body.length;
      summary.rows += lineEnds(body);
      part += 1;
      yield* tarEntry({ name: partName(table.name, part), body });
    }
    tables.push({ ...summary, sha256: hash.digest('hex') });
  }
  const manifest: Manifest = { format: 'outturn backup 1', schemaVersion, madeAt, tables };
  yield* tarEntry({ name: MANIFEST, body: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) });
  yield tarEnd();
}

async function* partsOf(client: pg.ClientBase, table: Table): AsyncGenerator<Buffer> {
  const columns = table.columns.map((name) => `"${name}"`).join(', ');
  const rows = `select ${columns} from outturn."${table.name}" order by ${table.order.join(', ')}`;
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of client.query(copyTo(`copy (${rows}) to stdout`)) as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.length;
    if (size < PART_SIZE) continue;
    // Parts end at the same bytes however the connection cut them, or the same data would give other files.
    const all = Buffer.concat(held, size);
    let from = 0;
    for (; from + PART_SIZE <= size; from += PART_SIZE) yield all.subarray(from, from + PART_SIZE);
    held = [all.subarray(from)];
    size -= from;
  }
  if (size > 0) yield Buffer.concat(held, size);
}

async function persist(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}
