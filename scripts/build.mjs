// Bundles src/ into dist/cli.js so that `npx outturn` starts without a TypeScript loader.
// Packages stay outside the bundle: they are installed beside it. Runs on `npm ci` (prepare).
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const home = dirname(dirname(fileURLToPath(import.meta.url)));

await build({
  absWorkingDir: home,
  entryPoints: {
    cli: 'src/cli/main.ts',
    worker: 'src/importers/worker.ts',
    typst: 'src/reports/render/pdf/worker.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.sql': 'text', '.css': 'text', '.typ': 'text', '.client.js': 'text' },
  sourcemap: 'linked',
  logLevel: 'warning',
});
