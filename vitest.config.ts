import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute and more. Where one of them began last, the other worker would wait for it alone. */
const longest = [
  'every-page.test.ts',
  'hostile-text.test.ts',
  'keyboard-journeys.test.ts',
  'editions.test.ts',
  'worker.test.ts',
  'store.test.ts',
  'reports.test.ts',
  'remembered.test.ts',
  'page.test.ts',
];

/**
 * Files that hold hostile input to processor time, a pause or memory: each in a process of its own, where nothing that
 * other tests left in memory is counted. Sharing one made the collector's work for all of them look like the reader's.
 */
const measured = [
  'src/importers/commentary/commentary.test.ts',
  'src/importers/improvement-report/code-and-title.test.ts',
  'src/importers/improvement-report/refusals.test.ts',
  'src/importers/in-worker.test.ts',
  'src/domain/commentary/checks/properties.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}`));
      return at === -1 ? longest.length : at;
    };
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}

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
    // Two at a time on two cores: much of a test is waiting for a database or a browser of its own.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { TZ: 'Europe/London' },
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        // They change nothing outside themselves, so what they import is loaded once for all of them.
        test: { name: 'units', include: ['src/**/*.test.{ts,tsx}'], exclude: measured, isolate: false },
      },
      { extends: true, test: { name: 'measured', include: measured } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.{ts,tsx}'],
          // Tests that start the real command line need its bundle, built once and not by each of them.
          globalSetup: ['test/journeys/cli/build-once.ts', 'test/contracts/run-folder.ts'],
        },
      },
    ],
  },
});
