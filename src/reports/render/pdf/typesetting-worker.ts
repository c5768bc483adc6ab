import { Worker } from 'node:worker_threads';
import type { TypesetReply, TypesetRequest } from './messages.ts';
import { workerFile } from './worker-file.ts';

interface Asker {
  resolve: (bytes: Uint8Array) => void;
  reject: (error: Error) => void;
}

interface Running {
  worker: Worker;
  /** Those who wait for a reply of this worker, by the number of their request. */
  askers: Map<number, Asker>;
  idle: NodeJS.Timeout | null;
}

/** Long enough to keep a busy server's worker warm; then its memory is given back. */
const idleMilliseconds = 30_000;

let current: Promise<Running> | null = null;
let last = 0;

/**
 * Sets pages in the one worker of this process, in the order asked, so that the event loop stays free.
 * The worker is started when first needed, kept warm, and never keeps the process alive while it is idle.
 */
export async function typesetInWorker(pageData: string, createdAt: number): Promise<Uint8Array> {
  current ??= start();
  const running = await current.catch((error: unknown) => {
    current = null;
    throw error;
  });
  return new Promise((resolve, reject) => {
    const id = ++last;
    running.askers.set(id, { resolve, reject });
    rest(running);
    running.worker.postMessage({ id, pageData, createdAt } satisfies TypesetRequest);
  });
}

/** Ends the worker; the next report starts another. */
export async function stopTypesetting(): Promise<void> {
  const running = current;
  current = null;
  await (await running)?.worker.terminate();
}

async function start(): Promise<Running> {
  const worker = new Worker(await workerFile());
  const running: Running = { worker, askers: new Map(), idle: null };
  worker.unref();
  worker.on('message', (reply: TypesetReply) => settle(running, reply));
  worker.on('error', (error) => abandon(running, error));
  worker.on('exit', () =>
    abandon(running, new Error('The typesetting worker stopped before it had finished.')),
  );
  return running;
}

function settle(running: Running, reply: TypesetReply): void {
  const asker = running.askers.get(reply.id);
  running.askers.delete(reply.id);
  if ('bytes' in reply) asker?.resolve(reply.bytes);
  else asker?.reject(new Error(reply.problem));
  rest(running);
}

/** Holds the process open while somebody waits; otherwise lets it end, and ends the worker itself in time. */
function rest(running: Running): void {
  if (running.idle) clearTimeout(running.idle);
  if (running.askers.size > 0) {
    running.worker.ref();
    return;
  }
  running.worker.unref();
  running.idle = setTimeout(() => void stopTypesetting(), idleMilliseconds);
  running.idle.unref();
}

function abandon(running: Running, error: unknown): void {
  if (running.idle) clearTimeout(running.idle);
  void current?.then((now) => {
    if (now === running) current = null;
  });
  for (const { reject } of running.askers.values()) {
    reject(error instanceof Error ? error : new Error(String(error)));
  }
  running.askers.clear();
}
