// Bundles src/ into dist/cli.js so that `npx outturn` starts without a TypeScript loader.
// Packages stay outside the bundle: they are installed beside it.
import { build } from 'esbuild';

export async function buildOutturn() {
  await build({
    entryPoints: { cli: 'src/cli/main.ts', worker: 'src/importers/worker.ts', typst: 'src/reports/render/pdf/worker.ts' },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.sql': 'text', '.css': 'text', '.typ': 'text' },
    sourcemap: 'linked',
    logLevel: 'warning',
  });
}

await buildOutturn();
