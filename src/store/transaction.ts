import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Store } from './database.ts';
import type { Schema } from './schema.ts';

/** One transaction: typed queries, and the connection itself for bulk copies. */
export interface Transaction {
  db: Kysely<Schema>;
  client: pg.ClientBase;
}

export interface TransactionSettings {
  isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readOnly?: boolean;
}

/** The server asks for the whole transaction again: serialisation failure, deadlock. */
const TRY_AGAIN = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

/**
 * Runs `work` in one transaction: all of it is kept, or none of it. `work` may run again from its start when the
 * server asks for that, so it must do nothing outside the transaction.
 */
export async function inTransaction<T>(
  store: Store,
  work: (tx: Transaction) => Promise<T>,
  settings: TransactionSettings = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await store.pool.connect();
    try {
      const result = await once(client, work, settings);
      client.release();
      return result;
    } catch (error) {
      // A connection in an unknown state is closed, which also undoes whatever it had begun.
      client.release(true);
      if (attempt < ATTEMPTS && TRY_AGAIN.has((error as { code?: string }).code ?? '')) continue;
      throw error;
    }
  }
}

async function once<T>(
  client: pg.ClientBase,
  work: (tx: Transaction) => Promise<T>,
  { isolation = 'read committed', readOnly = false }: TransactionSettings,
): Promise<T> {
  await client.query(`begin isolation level ${isolation} ${readOnly ? 'read only' : 'read write'}`);
  const result = await work({ db: queriesOn(client), client });
  await client.query('commit');
  return result;
}

/** Typed queries on a connection that belongs to someone else: they neither close nor return it. */
export function queriesOn(client: pg.ClientBase): Kysely<Schema> {
  // A connection answers one question at a time: those asked together wait for each other here.
  let last: Promise<unknown> = Promise.resolve();
  const query = (...given: Parameters<typeof client.query>) => {
    const next = last.then(() => client.query(...given));
    last = Promise.resolve(next).catch(() => {});
    return next;
  };
  const borrowed = { query, release() {} };
  const pool = { connect: async () => borrowed, end: async () => {} };
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }),
  });
}
