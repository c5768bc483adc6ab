import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Written by the process that is measured when it ends: the most memory that it had resident at once. */
const SAY_PEAK = `
import { readFileSync, writeFileSync } from 'node:fs';
process.on('exit', () => {
  let peak = process.resourceUsage().maxRSS;
  try { peak = Number(/^VmHWM:\\s+(\\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]); } catch {}
  writeFileSync(process.env.BENCH_PEAK, String(peak / 1024));
});
`;

/** `outturn` as a person runs it, in processes of its own, on an embedded database in a folder of its own. */
export class OutturnProcess {
  readonly folder = mkdtempSync(join(tmpdir(), 'outturn-bench-'));
  readonly #peak = join(this.folder, 'peak');
  readonly #hook = join(this.folder, 'say-peak.mjs');

  constructor() {
    writeFileSync(this.#hook, SAY_PEAK);
  }

  run(...words: string[]): void {
    const outturn = join(process.cwd(), 'bin', 'outturn.js');
    execFileSync(
      process.execPath,
      ['--import', pathToFileURL(this.#hook).href, outturn, ...words, '--data', join(this.folder, 'db')],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DATABASE_URL: '', DEMO_ONCE: '1', BENCH_PEAK: this.#peak },
      },
    );
  }

  /** Of the last run, in megabytes: our own process, without those of PostgreSQL. */
  peakMegabytes(): number {
    return Number(readFileSync(this.#peak, 'utf8'));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
