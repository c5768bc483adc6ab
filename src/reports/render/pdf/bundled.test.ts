import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleReport } from '../../../../test/fixtures/sample-report.ts';
import { renderPdf } from './render-pdf.ts';
import { stopTypesetting } from './typesetting-worker.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
let folder: string;

/** Laid out as the package is: the renderer in one file and its worker beside it as `typst.js`. */
beforeAll(async () => {
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'outturn-pdf-'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  await build({
    entryPoints: {
      render: join(root, 'src/reports/render/pdf/render-pdf.ts'),
      typst: join(root, 'src/reports/render/pdf/worker.ts'),
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.typ': 'text' },
  });
  writeFileSync(join(folder, 'report.json'), JSON.stringify(sampleReport()));
  writeFileSync(join(folder, 'main.js'), program);
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await stopTypesetting();
});

/** Counts how often a timer came to its turn while the report was made, and ends without being told to. */
const program = `
  import { readFileSync, writeFileSync } from 'node:fs';
  import { renderPdf } from './render.js';
  const report = JSON.parse(readFileSync(new URL('./report.json', import.meta.url), 'utf8'));
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 2);
  const { bytes } = await renderPdf(report);
  clearInterval(timer);
  writeFileSync(process.argv[2], bytes);
  console.log(JSON.stringify({ ticks }));
`;

describe('the bundled renderer', () => {
  it.each(['Europe/London', 'America/Los_Angeles', 'UTC', 'Pacific/Kiritimati'])(
    'gives the same bytes in %s, leaves the event loop free and lets the process end',
    async (zone) => {
      const output = join(folder, 'report.pdf');
      // Would be ended by force, and the test fail, if the worker kept the process alive.
      const said = execFileSync(process.execPath, [join(folder, 'main.js'), output], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
        timeout: 25_000,
      });
      expect(JSON.parse(said).ticks).toBeGreaterThan(10);
      const { bytes } = await renderPdf(sampleReport());
      expect(Buffer.compare(readFileSync(output), bytes)).toBe(0);
    },
  );
});
