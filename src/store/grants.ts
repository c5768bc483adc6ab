import type pg from 'pg';
import { APPLICATION_ROLE } from './database.ts';

/** Tables that hold no facts: sessions, messages to send, long work. Their rows change and go. */
const WORKING_STATE = ['session', 'sign_in_attempt', 'kept_form', 'mail_message', 'job', 'job_file'];

/**
 * Gives the application's role what it may do: read everything and add rows, and change working state alone. Facts and
 * audit events are never updated, deleted or truncated by the application, whatever its code says.
 * A login that may not make roles carries on as itself.
 */
export async function grantToApplication(client: pg.ClientBase): Promise<void> {
  await tolerating(client, () => client.query(`create role ${APPLICATION_ROLE} nologin`));
  await tolerating(client, () => client.query(`grant ${APPLICATION_ROLE} to current_user`));
  await tolerating(client, async () => {
    await client.query(`grant usage on schema outturn to ${APPLICATION_ROLE}`);
    await client.query(`revoke all on all tables in schema outturn from ${APPLICATION_ROLE}`);
    await client.query(`grant select, insert on all tables in schema outturn to ${APPLICATION_ROLE}`);
    await client.query(`revoke insert on outturn.schema_migration from ${APPLICATION_ROLE}`);
    const changing = WORKING_STATE.map((table) => `outturn.${table}`).join(', ');
    await client.query(`grant update, delete on ${changing} to ${APPLICATION_ROLE}`);
  });
}

/** There already (42710, 23505 when two make it at once), not there (42704), not allowed (42501), or itself (0LP01). */
const TOLERATED = new Set(['42710', '23505', '42704', '42501', '0LP01']);

async function tolerating(client: pg.ClientBase, work: () => Promise<unknown>): Promise<void> {
  await client.query('savepoint granting');
  try {
    await work();
  } catch (error) {
    if (!TOLERATED.has((error as { code?: string }).code ?? '')) throw error;
    await client.query('rollback to savepoint granting');
  }
  await client.query('release savepoint granting');
}
