import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { latestVersion } from '../migrations/index.ts';
import { StoreProblem } from '../problem.ts';
import { lineEnds, MANIFEST, type Manifest, manifestSchema, PART } from './manifest.ts';
import { tarEntries } from './tar.ts';

/** Reads a whole backup and checks every byte of it. @throws StoreProblem saying what is wrong with the file. */
export function verify(file: string): Promise<Manifest> {
  return readBackup(file, async () => {});
}

/**
 * Hands over the parts of a backup in order, and at the end checks rows and hashes against its manifest.
 * Whoever keeps the parts must be able to let go of them until this has returned.
 */
export async function readBackup(
  file: string,
  take: (table: string, part: Buffer) => Promise<void>,
): Promise<Manifest> {
  const found = new Map<string, { hash: Hash; rows: number }>();
  let manifest: Manifest | null = null;
  const source = createReadStream(file);
  const plain = createGunzip();
  source.on('error', (error) => plain.destroy(error));
  const taking = new Taking();
  try {
    for await (const { name, body } of tarEntries(source.pipe(plain))) {
      if (manifest) throw new RangeError(`${name} comes after its manifest`);
      if (name === MANIFEST) {
        manifest = readManifest(body);
        continue;
      }
      const table = PART.exec(name)?.[1];
      if (!table) throw new RangeError(`it holds ${JSON.stringify(name)}, which no backup has`);
      const seen = found.get(table) ?? { hash: createHash('sha256'), rows: 0 };
      found.set(table, seen);
      seen.hash.update(body);
      seen.rows += lineEnds(body);
      await taking.run(() => take(table, body));
    }
    if (!manifest) throw new RangeError('its manifest is missing');
    compare(manifest, found);
    return manifest;
  } catch (error) {
    if (error instanceof StoreProblem || error === taking.failure) throw error;
    throw damaged(file, error);
  } finally {
    source.destroy();
    plain.destroy();
  }
}

/** Remembers a failure of the taker's, which is no fault of the file's. */
class Taking {
  failure: unknown = Symbol('none');

  async run(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }
}

function readManifest(body: Buffer): Manifest {
  const stated = JSON.parse(body.toString('utf8')) as { schemaVersion?: unknown };
  if (typeof stated.schemaVersion === 'number' && stated.schemaVersion > latestVersion) {
    throw new StoreProblem(
      'newerSchema',
      `This backup was made by a newer outturn: it is at version ${stated.schemaVersion}, and this outturn knows ` +
        `versions up to ${latestVersion}. Nothing was changed. Restore it with the newer outturn.`,
    );
  }
  return manifestSchema.parse(stated);
}

function compare(manifest: Manifest, found: Map<string, { hash: Hash; rows: number }>): void {
  for (const { name, rows, sha256 } of manifest.tables) {
    const seen = found.get(name) ?? { hash: createHash('sha256'), rows: 0 };
    found.delete(name);
    if (seen.rows !== rows)
      throw new RangeError(`${name} has ${seen.rows} rows where its manifest says ${rows}`);
    if (seen.hash.digest('hex') !== sha256)
      throw new RangeError(`${name} does not have the hash in its manifest`);
  }
  for (const name of found.keys()) throw new RangeError(`${name} is not in its manifest`);
}

function damaged(file: string, error: unknown): StoreProblem {
  const cause = error as NodeJS.ErrnoException;
  if (cause.code === 'ENOENT') return new StoreProblem('damagedBackup', `There is no file ${file}.`);
  const said = cause.code?.startsWith('Z_') ? `it cannot be unpacked (${cause.message})` : cause.message;
  return new StoreProblem(
    'damagedBackup',
    `${file} is not a whole outturn backup: ${said}. Nothing was changed. Use another copy of it.`,
    { cause: error },
  );
}
