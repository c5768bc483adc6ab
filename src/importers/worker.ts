import { parentPort, workerData } from 'node:worker_threads';
import { deflateRawSync } from 'node:zlib';
import type { ImportJob } from './jobs.ts';
import { runJob } from './run-job.ts';
import { packWithin, unpackWithin } from './wire.ts';

/** How many rows travel together: few messages, and none so large that the receiver stops answering others. */
const BATCH = 500;

/** How many messages may wait to be read: a receiver that is slower than this thread must not hold the whole file. */
const MOST_WAITING = 8;

/** Sleeps until the receiver has read enough. It counts down as it reads; whoever gives up ends the thread. */
function waitForRoom(waiting: Int32Array): void {
  for (let count = Atomics.load(waiting, 0); count >= MOST_WAITING; count = Atomics.load(waiting, 0))
    Atomics.wait(waiting, 0, count);
}

/**
 * The thread in which a file from outside is parsed. It reads one file and ends; whatever the file does to it,
 * the process that started it goes on. The rows travel while the file is read, the problems at the end.
 */
async function work(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('this file runs in a worker thread');
  let batch: unknown[] = [];
  const { job, waiting }: { job: ImportJob; waiting: Int32Array } = workerData;
  const send = () => {
    packWithin(batch);
    waitForRoom(waiting);
    Atomics.add(waiting, 0, 1);
    const rows = new Uint8Array(deflateRawSync(JSON.stringify(batch), { level: 1 }));
    port.postMessage({ rows }, [rows.buffer]);
    batch = [];
  };
  unpackWithin(job);
  const problems = await runJob(job, (row) => {
    batch.push(row);
    if (batch.length >= BATCH) send();
  });
  send();
  port.postMessage({ problems });
}

await work();
