import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles a script of `children/`, where its packages are found, and answers the path to run with node. */
export async function bundleChild(name: string): Promise<string> {
  const folder = here('../../node_modules/.cache/outturn-contracts');
  mkdirSync(folder, { recursive: true });
  const outfile = `${folder}/${name}-${process.pid}.mjs`;
  await build({
    entryPoints: [here(`children/${name}.ts`)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    loader: { '.sql': 'text' },
    logLevel: 'error',
  });
  process.once('exit', () => rmSync(outfile, { force: true }));
  return outfile;
}

export interface Child {
  process: ChildProcess;
  lines: string[];
  /** Resolves when the child has printed that many lines, or has ended. */
  until(count: number): Promise<void>;
  ended: Promise<number | null>;
}

export function startChild(
  script: string,
  args: readonly string[],
  options: SpawnOptions & { as?: string[] } = {},
): Child {
  const { as = [], ...rest } = options;
  const [file = '', ...before] = [...as, process.execPath, script, ...args];
  const child = spawn(file, before, {
    ...rest,
    stdio: ['pipe', 'pipe', rest.stdio === 'ignore' ? 'ignore' : 'inherit'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  let over = false;
  createInterface({ input: child.stdout! }).on('line', (line) => {
    lines.push(line);
    wake();
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      over = true;
      wake();
      resolve(code);
    });
  });
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (lines.length < count && !over) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { process: child, lines, until, ended };
}
