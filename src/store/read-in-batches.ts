import type pg from 'pg';

const AT_ONCE = 2_000;

/**
 * Rows of a long answer, a batch at a time, within the caller's transaction: a million of them never fill memory.
 * Several may be read side by side on one connection; `name` tells them apart.
 */
export async function* readInBatches<Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  name: string,
  query: string,
  values: readonly unknown[],
): AsyncGenerator<Row> {
  await client.query(`declare ${name} no scroll cursor for ${query}`, [...values]);
  // After an error of the server nothing more can be said in this transaction.
  let reading = true;
  try {
    for (;;) {
      reading = false;
      const { rows } = await client.query<Row>(`fetch ${AT_ONCE} from ${name}`);
      reading = true;
      yield* rows;
      if (rows.length < AT_ONCE) return;
    }
  } finally {
    if (reading) await client.query(`close ${name}`);
  }
}
