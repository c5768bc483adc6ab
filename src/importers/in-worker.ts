import { Worker } from 'node:worker_threads';
import { HeldRows, rowsOf } from './held-rows.ts';
import type { ImportJob, ImportKind, ImportKinds } from './jobs.ts';
import { hasErrors, type Problem } from './problem.ts';
import type { Imported } from './table/import-table.ts';
import { packed } from './wire.ts';
import { workerFile } from './worker-file.ts';

/** What a file may cost while it is read, beyond the limits on the file itself. */
export interface WorkerLimits {
  /** Of JavaScript objects in the thread. */
  readonly memoryMegabytes: number;
  /** Wall clock: this much for any file, and for each of its megabytes as much again as `secondsEachMegabyte`. */
  readonly seconds: number;
  readonly secondsEachMegabyte: number;
}

export const DEFAULT_WORKER_LIMITS: WorkerLimits = {
  memoryMegabytes: 144,
  seconds: 4,
  secondsEachMegabyte: 6,
};

/** Rows travel as one text: reading it is several times as fast as copying objects between threads. */
type Message = { readonly rows: Uint8Array } | { readonly problems: readonly Problem[] };

/**
 * Reads a file from outside in a thread of its own, so that a hostile one is refused while everybody else is
 * still served. All rows, or none and every problem.
 */
export async function importInWorker<Kind extends ImportKind>(
  job: Extract<ImportJob, { kind: Kind }>,
  limits: WorkerLimits = DEFAULT_WORKER_LIMITS,
): Promise<Imported<ImportKinds[Kind]['row']>> {
  const rows: ImportKinds[Kind]['row'][] = [];
  const problems = await streamFromWorker(job, (row) => rows.push(row), limits);
  return { rows: hasErrors(problems) ? [] : rows, problems };
}

/** The same, handing over rows as they come; the caller drops them if a problem at the end is an error. */
export function streamFromWorker<Kind extends ImportKind>(
  job: Extract<ImportJob, { kind: Kind }>,
  emit: (row: ImportKinds[Kind]['row']) => void,
  limits: WorkerLimits = DEFAULT_WORKER_LIMITS,
): Promise<readonly Problem[]> {
  return receive(job, (piece) => rowsOf<ImportKinds[Kind]['row']>(piece).forEach(emit), limits);
}

/** The same for a file of any length: `watch` sees each row as it comes, and the rows are held as text, or none. */
export async function holdFromWorker<Kind extends ImportKind>(
  job: Extract<ImportJob, { kind: Kind }>,
  watch: (row: ImportKinds[Kind]['row']) => void,
  limits: WorkerLimits = DEFAULT_WORKER_LIMITS,
): Promise<{ rows: HeldRows<ImportKinds[Kind]['row']>; problems: readonly Problem[] }> {
  const rows = new HeldRows<ImportKinds[Kind]['row']>();
  const take = (piece: Uint8Array) => {
    rowsOf<ImportKinds[Kind]['row']>(piece).forEach(watch);
    rows.add(piece);
  };
  const problems = await receive(job, take, limits);
  if (hasErrors(problems)) rows.clear();
  return { rows, problems };
}

async function receive(
  job: ImportJob,
  take: (piece: Uint8Array) => void,
  limits: WorkerLimits,
): Promise<readonly Problem[]> {
  /** How many messages have been sent and not read: the thread pauses while there are too many. */
  const waiting = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(await workerFile(), {
    workerData: { job: packed(job), waiting },
    resourceLimits: {
      maxOldGenerationSizeMb: limits.memoryMegabytes,
      maxYoungGenerationSizeMb: 32,
      stackSizeMb: 4,
    },
    // A file has no business with the settings and secrets of the server.
    env: {},
    argv: [],
    execArgv: [],
  });
  const seconds =
    limits.seconds + Math.ceil((job.file.bytes.length / 1_048_576) * limits.secondsEachMegabyte);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<readonly Problem[]>((resolve, reject) => {
      const refuse = (message: string, remedy: string) =>
        resolve([{ severity: 'error', file: job.file.name, row: 0, message, remedy }]);
      timer = setTimeout(
        () => refuse(`The file could not be read within ${seconds} seconds.`, SPLIT),
        seconds * 1_000,
      );
      worker.on('message', (message: Message) => {
        if ('problems' in message) resolve(message.problems);
        else {
          Atomics.sub(waiting, 0, 1);
          Atomics.notify(waiting, 0);
          take(message.rows);
        }
      });
      worker.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
          refuse('Reading the file needs more memory than an import is given.', SPLIT);
        else reject(error);
      });
      worker.on('exit', () => reject(new Error('the import worker ended without an answer')));
    });
  } finally {
    clearTimeout(timer);
    worker.removeAllListeners('exit');
    await worker.terminate();
  }
}

const SPLIT = 'Split it into smaller files, or copy the rows to import into a new workbook and save that.';
