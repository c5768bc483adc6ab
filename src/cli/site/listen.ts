import type { FastifyInstance } from 'fastify';
import { Refusal } from '../console.ts';

export interface Place {
  host: string;
  port: number;
  /** Take the next free port where this one is taken: for the demonstration. */
  orNext?: boolean;
}

const TRIES = 20;

/** Begins to answer. @returns the address to open @throws Refusal where the port is taken */
export async function listen(server: FastifyInstance, { host, port, orNext }: Place): Promise<string> {
  for (let step = 0; ; step++) {
    try {
      await server.listen({ host, port: port === 0 ? 0 : port + step });
      break;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE' && orNext && step < TRIES) continue;
      if (code === 'EADDRINUSE') {
        throw new Refusal(
          `Port ${port} is in use by another program. Stop it, or choose another with --port.`,
        );
      }
      if (code === 'EACCES')
        throw new Refusal(`Port ${port} may not be used by this account. Choose one above 1024.`);
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
        throw new Refusal(`"${host}" is not an address of this machine. Leave --host out, or give 0.0.0.0.`);
      }
      throw error;
    }
  }
  const at = server.server.address();
  const chosen = typeof at === 'object' && at !== null ? at.port : port;
  const shown = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host;
  return `http://${shown}:${chosen}`;
}

/** Until somebody stops the program: Ctrl+C, or the system. */
export const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
