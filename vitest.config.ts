import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [
    {
      // The same files the build inlines as text (see scripts/build.mjs).
      name: 'text-files',
      enforce: 'pre',
      load(id) {
        const path = id.split('?')[0] ?? id;
        return /\.(sql|css|typ)$/.test(path) ? `export default ${JSON.stringify(readFileSync(path, 'utf8'))};` : null;
      },
    },
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { TZ: 'Europe/London' },
  },
});
