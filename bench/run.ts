import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type Measured, measureCase, median, together } from './case.ts';
import { cases } from './cases.ts';
import { page } from './page.ts';
import { makeFiles } from './update-file.ts';

/** `bench.js CASE` runs one case in this process; without a case, every one in a process of its own. */
const [wanted] = process.argv.slice(2);
if (wanted === 'make-files') makeFiles();
else if (wanted === undefined || wanted.startsWith('--')) await runAll();
else if (cases[wanted] !== undefined) {
  console.log(JSON.stringify(await measureCase(await cases[wanted]())));
} else throw new Error(`there is no case "${wanted}" among ${Object.keys(cases).join(', ')}`);

async function runAll(): Promise<void> {
  child('make-files');
  const measured = new Map<string, Measured>();
  for (const name of Object.keys(cases)) {
    const result = measuredOf(name);
    measured.set(name, result);
    const { milliseconds, peakMegabytes } = result;
    console.log(
      `${name.padEnd(20)} median ${median(milliseconds).toFixed(1)} ms (${Math.min(...milliseconds).toFixed(1)}-${Math.max(...milliseconds).toFixed(1)}), first ${result.first.toFixed(0)} ms, peak ${peakMegabytes.toFixed(0)} MB`,
    );
  }
  const text = page(measured, {
    node: process.version,
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
  });
  console.log(`\n${text}`);
  if (process.argv.includes('--write')) writeFileSync(join(process.cwd(), 'docs', 'benchmarks.md'), text);
}

/** As many fresh processes as the case asks for, one after another. */
function measuredOf(name: string): Measured {
  const all: Measured[] = [];
  do all.push(JSON.parse(child(name)) as Measured);
  while (all.length < (all[0]?.processes ?? 1));
  return together(all);
}

function child(name: string): string {
  return execFileSync(process.execPath, [process.argv[1] ?? '', name], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 26,
  });
}
