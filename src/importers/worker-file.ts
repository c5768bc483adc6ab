import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

let found: Promise<URL> | undefined;

/** The script of the worker thread, found or built once for each process. */
export function workerFile(): Promise<URL> {
  found ??= locate();
  return found;
}

/**
 * The build puts `worker.js` beside this code. When the sources run as they are (tests), no thread of Node 20 can
 * load TypeScript, so the worker is bundled into the project's `.cache` folder, under a name made from its
 * contents: several processes may do so at once, and an old bundle is never mistaken for a new one.
 */
async function locate(): Promise<URL> {
  const beside = new URL('./worker.js', import.meta.url);
  if (existsSync(beside)) return beside;
  const source = new URL('./worker.ts', import.meta.url);
  if (!existsSync(source)) throw new Error('the import worker is missing: build the project again');
  const { build } = await import('esbuild');
  const bundle = await build({
    entryPoints: [fileURLToPath(source)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  const code = bundle.outputFiles[0]?.contents ?? new Uint8Array();
  const folder = new URL('../../.cache/', import.meta.url);
  const file = new URL(
    `import-worker-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`,
    folder,
  );
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  const partial = new URL(`${file.href}.${process.pid}`);
  await writeFile(partial, code);
  await rename(partial, file);
  return file;
}
