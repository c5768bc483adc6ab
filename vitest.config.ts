import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [
    {
      // The same files the build inlines as text (see scripts/build.mjs).
      name: 'text-files',
      enforce: 'pre',
      // Vite empties every module whose name ends in .css, so these get a name of their own.
      resolveId(source, importer) {
        return importer && /\.(css|client\.js)$/.test(source)
          ? `${resolve(dirname(importer), source)}.text`
          : null;
      },
      load(id) {
        const path = (id.split('?')[0] ?? id).replace(/\.text$/, '');
        return /\.(sql|css|typ|client\.js)$/.test(path)
          ? `export default ${JSON.stringify(readFileSync(path, 'utf8'))};`
          : null;
      },
    },
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    // Tests that start the real command line need its bundle, built once and not by each of them.
    globalSetup: ['test/journeys/cli/build-once.ts', 'test/contracts/run-folder.ts'],
    // Two at a time on two cores: much of a test is waiting for a database or a browser of its own.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { TZ: 'Europe/London' },
  },
});
