#!/usr/bin/env node
// Starts the bundled command line. In a checkout the bundle is rebuilt first when a source file is newer.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const bundle = join(home, 'dist', 'cli.js');

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) latest = Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return latest;
}

const source = join(home, 'src');
if (existsSync(source) && (!existsSync(bundle) || statSync(bundle).mtimeMs < newest(source))) {
  const { execFileSync } = await import('node:child_process');
  execFileSync(process.execPath, [join(home, 'scripts', 'build.mjs')], {
    cwd: home,
    stdio: ['ignore', 2, 2],
  });
}
const { main } = await import(bundle);
await main(process.argv);
