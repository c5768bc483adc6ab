import { performance } from 'node:perf_hooks';

export interface Sample {
  name: string;
  /** Milliseconds from the moment at which it was due to be sent. */
  firstByte: number;
  whole: number;
  status: number;
  /** As sent: compressed. */
  bytes: number;
}

export interface Ask {
  name: string;
  url: string;
  cookie: string;
  plain?: boolean;
}

export interface Load {
  readers: number;
  /** Seconds between two requests of one reader. */
  each: number;
  seconds: number;
  /** What is asked for; `plain` leaves compression out. */
  ask(reader: number, turn: number): Ask;
}

/**
 * Open loop: requests leave at their moments whether or not earlier ones have been answered, and time counts from the
 * moment they were due, so that a server that falls behind cannot hide it.
 */
export async function openLoop({ readers, each, seconds, ask }: Load): Promise<Sample[]> {
  const began = performance.now();
  const samples: Promise<Sample>[] = [];
  for (let reader = 0; reader < readers; reader++) {
    for (let turn = 0; turn * each < seconds; turn++) {
      const due = began + (turn * each + (reader * each) / readers) * 1_000;
      samples.push(
        new Promise((resolve) => setTimeout(resolve, due - performance.now())).then(() =>
          sample(ask(reader, turn), due),
        ),
      );
    }
  }
  return Promise.all(samples);
}

async function sample({ name, url, cookie, plain = false }: Ask, due: number): Promise<Sample> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { headers: { cookie, 'accept-encoding': plain ? 'identity' : 'gzip' }, agent: false },
      (answer) => {
        const firstByte = performance.now() - due;
        let bytes = 0;
        answer.on('data', (piece: Buffer) => {
          bytes += piece.length;
        });
        answer.on('end', () =>
          resolve({ name, firstByte, whole: performance.now() - due, status: answer.statusCode ?? 0, bytes }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

/** The value below which a share of the samples lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
