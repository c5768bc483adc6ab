import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backup } from '../../src/store/backup/backup.ts';
import { restore } from '../../src/store/backup/restore.ts';
import { openDatabase } from '../../src/store/database.ts';
import { checkSchema } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readFacts } from '../../src/store/read-facts.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { writeFacts } from '../../src/store/write-facts.ts';
import { onEveryDatabase } from './databases.ts';
import { byAnOfficer, sampleFacts } from './sample-facts.ts';

const folder = fileURLToPath(new URL('../fixtures/releases/', import.meta.url));
const fileOf = (version: number) => `${folder}schema-${version}.backup`;

// Each schema version leaves one backup here when it is released, and every later one must still take it.
// WRITE_RELEASE_FIXTURE=1 writes the newest version's; those of released versions are never written again.
onEveryDatabase((kind) => {
  beforeAll(async () => {
    await kind.begin();
    const newest = fileOf(migrations.length);
    if (!process.env.WRITE_RELEASE_FIXTURE || kind.name !== 'embedded') return;
    mkdirSync(folder, { recursive: true });
    rmSync(newest, { force: true });
    const store = await openStore(await kind.fresh());
    await inTransaction(store, (tx) => writeFacts(tx, sampleFacts(), byAnOfficer));
    await backup(store, newest);
    await store.close();
  });
  afterAll(() => kind.end());

  it.each(migrations.map((one) => one.version))('takes the data of schema version %i', async (version) => {
    expect(
      existsSync(fileOf(version)),
      `${fileOf(version)} is missing: run with WRITE_RELEASE_FIXTURE=1`,
    ).toBe(true);
    const store = await openDatabase(await kind.fresh());
    expect((await restore(store, fileOf(version))).schemaVersion).toBe(version);
    await checkSchema(store);
    expect(await readFacts(store, { authority: 'northmere' })).toEqual(sampleFacts());
    await store.close();
  });
});
