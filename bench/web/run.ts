import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { codeOf, lastPeriod, MEASURES } from './big-authority.ts';
import { openLoop, quantile, type Sample } from './load.ts';
import { readAt, reads } from './people-at-work.ts';
import { prepare, serve } from './served.ts';
import { webPage } from './web-page.ts';

const READERS = 50;
const EACH = 5;
const SECONDS = 60;
/** Seconds from the start of the server to the first reader: what a start costs is timed by itself. */
const SETTLING = 10;

const [role, folder = ''] = process.argv.slice(2);
if (role === 'outturn' || role === 'peer') await serve(role, folder, READERS);
else await runAll();

async function runAll(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-web-bench-'));
  try {
    console.log(`filling ${MEASURES} measures with 20 years of quarters…`);
    await prepare(folder);
    const [waiting = 0] = loadavg();
    const firstPage = await startToFirstPage(folder);
    const outturn = await started('outturn', folder);
    const peer = await started('peer', folder);
    const importing = keepImporting(folder);
    await new Promise((resolve) => setTimeout(resolve, SETTLING * 1_000));
    const samples = await openLoop({
      readers: READERS,
      each: EACH,
      seconds: SECONDS,
      ask: (reader, turn) => {
        const read = readAt(reader, turn);
        const cookie = `outturn=${outturn.tokens[reader]}`;
        return {
          name: read.name,
          url: `http://127.0.0.1:${outturn.port}${read.address(reader, turn)}`,
          cookie,
        };
      },
    });
    const ofPeer = await openLoop({
      readers: READERS,
      each: EACH,
      seconds: SECONDS / 2,
      ask: () => ({
        name: 'peer: scorecard of 60',
        url: `http://127.0.0.1:${peer.port}/scorecard`,
        cookie: '',
      }),
    });
    const imports = importing.stop();
    // The same read alone, one after the other, the two in turn: what a user waits for when nobody else is there.
    const alone = await inTurn(outturn, peer);
    const renewed = {
      few: await afterImport(folder, outturn, 60),
      all: await afterImport(folder, outturn, MEASURES),
    };
    for (const one of [outturn.process, peer.process]) one.kill();
    const text = webPage({
      samples: [...samples, ...ofPeer],
      alone,
      renewed,
      firstPage,
      waiting,
      imports,
      names: [...reads.map(({ name }) => name), 'peer: scorecard of 60'],
      node: process.version,
      processor: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
    });
    console.log(text);
    if (process.argv.includes('--write'))
      writeFileSync(join(process.cwd(), 'docs', 'benchmarks-web.md'), text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Started {
  process: ChildProcess;
  port: number;
  tokens: string[];
}

function started(what: 'outturn' | 'peer', folder: string): Promise<Started> {
  const child = spawn(process.execPath, [process.argv[1] ?? '', what, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (said.includes('\n')) resolve({ process: child, ...JSON.parse(said.split('\n')[0] ?? '{}') });
    });
    child.on('exit', (code) => reject(new Error(`${what} ended with ${code}`)));
  });
}

/** From `outturn serve` typed to the first page answered, the embedded database started too; the median of five. */
async function startToFirstPage(folder: string): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < 5; index++) {
    const port = 18_000 + index;
    const began = performance.now();
    const child = spawn(
      process.execPath,
      [join(process.cwd(), 'bin', 'outturn.js'), 'serve', '--data', folder, '--port', String(port)],
      { stdio: 'ignore', env: { ...process.env, OUTTURN_LOCAL_ACCOUNTS: '1', DATABASE_URL: '' } },
    );
    for (;;) {
      const answered = await fetch(`http://127.0.0.1:${port}/sign-in`).catch(() => null);
      if (answered?.ok) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    times.push(performance.now() - began);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
  }
  return quantile(times, 0.5);
}

/** Imports files of new figures one after another, as long as it is not stopped. */
function keepImporting(folder: string): { stop(): number } {
  let done = 0;
  let current: ChildProcess | null = null;
  let stopped = false;
  const next = () => {
    if (stopped) return;
    const rows = Array.from({ length: 10_000 }, (_, index) => {
      const year = 2005 + Math.floor(index / MEASURES);
      return `${codeOf(index % MEASURES)},${year}-${String((year + 1) % 100).padStart(2, '0')}/Q3,${50 + ((index + done) % 40)}.${done % 10}`;
    });
    const file = join(folder, 'figures.csv');
    writeFileSync(file, `Code,Period,Actual\n${rows.join('\n')}\n`);
    const words = ['import', file, '--as', 'updates', '--data', folder];
    current = spawn(process.execPath, [join(process.cwd(), 'bin', 'outturn.js'), ...words], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DATABASE_URL: '' },
    });
    current.once('exit', (code) => {
      if (code === 0) done += 1;
      next();
    });
  };
  next();
  return {
    stop: () => {
      stopped = true;
      current?.kill();
      return done;
    },
  };
}

/** The first read of the scorecard of all after so many of its figures came in, nobody else there; the median of five. */
async function afterImport(folder: string, outturn: Started, figures: number): Promise<number> {
  const read = reads.find(({ name }) => name === 'scorecard of 1,000');
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    const file = join(folder, 'latest.csv');
    const rows = Array.from(
      { length: figures },
      (_, index) => `${codeOf(index)},${lastPeriod},${50 + ((index + turn) % 40)}.${figures % 7}`,
    );
    writeFileSync(file, `Code,Period,Actual\n${rows.join('\n')}\n`);
    const words = ['import', file, '--as', 'updates', '--data', folder];
    const { status } = spawnSync(process.execPath, [join(process.cwd(), 'bin', 'outturn.js'), ...words], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DATABASE_URL: '' },
    });
    if (status !== 0) throw new Error('the import was refused');
    const url = `http://127.0.0.1:${outturn.port}${read?.address(0, 0)}`;
    const ask = () => ({ name: 'renewed', url, cookie: `outturn=${outturn.tokens[0]}` });
    const [one] = await openLoop({ readers: 1, each: 1, seconds: 0.5, ask });
    times.push(one?.whole ?? 0);
  }
  return quantile(times, 0.5);
}

/** 40 pairs of the scorecard of 60, ours and the peer's. */
async function inTurn(outturn: Started, peer: Started): Promise<{ ours: Sample[]; theirs: Sample[] }> {
  const read = reads.find(({ name }) => name === 'scorecard of 60');
  const ours: Sample[] = [];
  const theirs: Sample[] = [];
  for (let pair = 0; pair < 45; pair++) {
    const ask = (url: string, cookie: string) => () => ({ name: 'alone', url, cookie, plain: true });
    const one = { readers: 1, each: 1, seconds: 0.5 };
    const own = `http://127.0.0.1:${outturn.port}${read?.address(0, 0)}`;
    const [a] = await openLoop({ ...one, ask: ask(own, `outturn=${outturn.tokens[0]}`) });
    const [b] = await openLoop({ ...one, ask: ask(`http://127.0.0.1:${peer.port}/scorecard`, '') });
    // The first five warm both up.
    if (pair >= 5 && a !== undefined && b !== undefined) {
      ours.push(a);
      theirs.push(b);
    }
  }
  return { ours, theirs };
}

/** Makes sure that the bundle of the command line is there before it is timed. */
spawnSync(process.execPath, [join(process.cwd(), 'bin', 'outturn.js'), '--version'], { stdio: 'ignore' });
