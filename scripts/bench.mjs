// Builds the benchmarks and runs them: `npm run bench`, or `npm run bench -- --write` to renew docs/benchmarks.md;
// `npm run bench -- web` for the web application (docs/benchmarks-web.md).
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { home, installPackages, installTestTools } from './install.mjs';

installPackages();
installTestTools();
await import('./build.mjs');
const { build } = await import('esbuild');
await build({
  entryPoints: {
    bench: 'bench/run.ts',
    web: 'bench/web/run.ts',
    worker: 'src/importers/worker.ts',
    typst: 'src/reports/render/pdf/worker.ts',
  },
  outdir: join(home, '.cache', 'bench'),
  absWorkingDir: home,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.sql': 'text', '.css': 'text', '.typ': 'text', '.client.js': 'text' },
  logLevel: 'warning',
});
const [first, ...rest] = process.argv.slice(2);
const words = first === 'web' ? ['web.js', ...rest] : ['bench.js', ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, [join(home, '.cache', 'bench', words[0]), ...words.slice(1)], {
  cwd: home,
  stdio: 'inherit',
});
process.exit(status ?? 1);
