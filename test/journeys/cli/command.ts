import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** What a command left behind when it ended. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export interface Run {
  /** Folder to run in; a new one of the test file where left out. */
  cwd?: string;
  input?: string;
  env?: Readonly<Record<string, string>>;
}

const home = fileURLToPath(new URL('../../../', import.meta.url));
const bin = join(home, 'bin', 'outturn.js');

export const fixture = (path: string): string => join(home, 'test', 'fixtures', path);
export const page = (path: string): string => readFileSync(join(home, 'docs', path), 'utf8');
export const inProject = (path: string): string => join(home, path);

/** The public founding document lies beside the project, where it is there at all. */
export const founding = join(home, '..', 'shared', 'data', 'improvement-report-2018-09-30.txt');

/** A folder for the tests of one file; gone when they have ended. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-cli-'));
  const before = process.cwd();
  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  return folder;
}

/** Runs the real command line as its own process. */
export function outturn(args: readonly string[], { cwd, input = '', env = {} }: Run = {}): Promise<Ended> {
  return ended(process.execPath, [bin, ...args], { ...(cwd === undefined ? {} : { cwd }), input, env });
}

export function ended(
  program: string,
  args: readonly string[],
  { cwd = tmpdir(), input = '', env = {} }: Run = {},
): Promise<Ended> {
  const { DATABASE_URL: _server, OUTTURN_TRACE: _trace, ...inherited } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { cwd, env: { ...inherited, ...env } });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    // A command that reads no input may be gone before it is offered any.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
