import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where the worker's JavaScript is. The build leaves it beside the bundle as `typst.js`. Run from the
 * TypeScript source, as tests do, it is bundled first (some 30 ms) into node_modules/.cache under a name made
 * of its content, so that tests use a real worker and processes at the same time do not disturb each other.
 */
export async function workerFile(): Promise<URL> {
  const built = new URL('./typst.js', import.meta.url);
  if (existsSync(built)) return built;
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    loader: { '.typ': 'text' },
  });
  const code = outputFiles[0]!.contents;
  const name = createHash('sha256').update(code).digest('hex').slice(0, 16);
  const folder = new URL('../../../../node_modules/.cache/outturn-typst/', import.meta.url);
  const file = new URL(`${name}.mjs`, folder);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const draft = new URL(`${name}.${process.pid}.draft`, folder);
    writeFileSync(draft, code);
    renameSync(draft, file);
  }
  return file;
}
