import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOwner } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readFacts } from '../../src/store/read-facts.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { writeFacts } from '../../src/store/write-facts.ts';
import { type DebianServer, debianBinaries, startDebianServer } from './debian-server.ts';
import { byAnOfficer, sampleFacts } from './sample-facts.ts';

// The loud word about a missing package is said by the contracts that run on both kinds of database.
describe.skipIf(!debianBinaries())('a PostgreSQL server', () => {
  let server: DebianServer;
  beforeAll(async () => {
    server = await startDebianServer(debianBinaries()!);
  });
  afterAll(() => server?.stop());

  const roleOf = async (url: string) => {
    const store = await openStore({ url });
    const { rows } = await store.pool.query('select current_user as role');
    await store.close();
    return rows[0].role as string;
  };

  it('is worked on as the lesser role where the login may make it, and as the login where it may not', async () => {
    const modest = await server.newDatabase('modest');
    expect(await roleOf(modest)).toBe('modest');
    expect(await roleOf(await server.newDatabase('council'))).toBe('outturn_app');
    // The role is there now, made by another login of the same server.
    expect(await roleOf(await server.newDatabase('modest'))).toBe('modest');
    const store = await openStore({ url: modest });
    await inTransaction(store, (tx) => writeFacts(tx, sampleFacts(), byAnOfficer));
    expect(await readFacts(store, { authority: 'northmere' })).toEqual(sampleFacts());
    await store.close();
  });

  it('may hold other tables beside ours', async () => {
    const url = await server.newDatabase();
    const store = await openStore({ url });
    await asOwner(store, async (client) => {
      await client.query('create table public.observation (theirs text)');
    });
    await inTransaction(store, (tx) => writeFacts(tx, sampleFacts(), byAnOfficer));
    expect((await readFacts(store, { authority: 'northmere' })).observations).toHaveLength(6);
    await store.close();
  });
});
