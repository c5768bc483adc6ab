import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../../../', import.meta.url));
const bundle = join(home, 'dist', 'cli.js');

/**
 * Builds the command line once before any test, where a source is newer: the processes that the tests start would
 * each build it otherwise, over one another. A source that does not build fails the tests that start it, not the rest.
 */
export default function buildOnce(): void {
  if (existsSync(bundle) && statSync(bundle).mtimeMs >= newest(join(home, 'src'))) return;
  const { status } = spawnSync(process.execPath, [join(home, 'scripts', 'build.mjs')], {
    cwd: home,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) console.error('The command line does not build: the tests that start it will fail.');
}

function newest(folder: string): number {
  const times = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...times);
}
