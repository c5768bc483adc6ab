import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup } from '../../src/store/backup/backup.ts';
import { restore } from '../../src/store/backup/restore.ts';
import { verify } from '../../src/store/backup/verify.ts';
import { openDatabase, type Store } from '../../src/store/database.ts';
import { readImportFile, recordImport } from '../../src/store/imports.ts';
import { asOwner, checkSchema } from '../../src/store/migrate.ts';
import { latestVersion } from '../../src/store/migrations/index.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readFacts } from '../../src/store/read-facts.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { writeFacts } from '../../src/store/write-facts.ts';
import { type DatabaseKind, embedded, onEveryDatabase, server } from './databases.ts';
import { debianBinaries } from './debian-server.ts';
import { byAnOfficer, FIRST, number, observation, sampleFacts } from './sample-facts.ts';

const facts = sampleFacts();
const many = Array.from({ length: 30_000 }, (_, index) =>
  observation({ measure: `M${index}`, figure: number(`${index}`) }),
);
const batchId = '0190f3a4-0000-7000-8000-000000000001';
const bytes = Buffer.from(Uint8Array.from({ length: 9_000 }, (_, index) => index % 256));

async function fill(store: Store): Promise<void> {
  const file = {
    batchId,
    recordedAt: FIRST,
    kind: 'updates',
    fileName: 'a.csv',
    bytes,
    importedBy: 'pat',
    counts: {},
    warnings: [],
    reason: null,
  };
  await inTransaction(store, async (tx) => {
    await writeFacts(tx, facts, { ...byAnOfficer, batchId });
    await writeFacts(tx, { authority: sampleFacts('other').authority, observations: many }, byAnOfficer);
    await recordImport(tx, facts.authority.code, file);
  });
}

onEveryDatabase((kind) => {
  const folder = mkdtempSync('/tmp/outturn-backup-');
  const file = join(folder, 'all.backup');
  const other: DatabaseKind =
    kind.name === 'server' || !debianBinaries() ? embedded() : server(debianBinaries()!);
  let store: Store;
  beforeAll(async () => {
    await kind.begin();
    await other.begin();
    store = await openStore(await kind.fresh());
    await fill(store);
    await backup(store, file);
  });
  afterAll(async () => {
    await store?.close();
    await kind.end();
    await other.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes the same file of the same data, and says what is in it', async () => {
    const manifest = await backup(store, join(folder, 'again.backup'));
    expect(readFileSync(join(folder, 'again.backup')).equals(readFileSync(file))).toBe(true);
    expect(manifest.tables.find((table) => table.name === 'observation')?.rows).toBe(30_006);
    expect(await verify(file)).toEqual(manifest);
  });

  it('moves everything to the other kind of database and back', async () => {
    const there = await openDatabase(await other.fresh());
    await restore(there, file);
    expect(await readFacts(there, { authority: facts.authority.code })).toEqual(facts);
    expect((await readFacts(there, { authority: 'other' })).observations).toEqual(many);
    expect(
      Buffer.compare(await readImportFile(there, { authority: facts.authority.code, batchId }), bytes),
    ).toBe(0);
    await checkSchema(there);
    await backup(there, join(folder, 'there.backup'));
    expect(readFileSync(join(folder, 'there.backup')).equals(readFileSync(file))).toBe(true);
    const back = await openStore(await kind.fresh());
    await restore(back, join(folder, 'there.backup'));
    expect(await readFacts(back, { authority: facts.authority.code })).toEqual(facts);
    await expect(back.pool.query('delete from audit_event')).rejects.toThrow(/permission denied/);
    await back.close();
    await there.close();
  });

  it('is refused where the database holds data, which stays as it was', async () => {
    await expect(restore(store, file)).rejects.toThrow(/empty database only/);
    expect(await readFacts(store, { authority: facts.authority.code })).toEqual(facts);
  });

  describe('is refused before anything is touched where the file', () => {
    const whole = () => readFileSync(file);
    const retold = (tell: (plain: string) => string) =>
      gzipSync(Buffer.from(tell(gunzipSync(whole()).toString('latin1')), 'latin1'));
    const cases: [string, () => Buffer, RegExp][] = [
      ['was cut short', () => whole().subarray(0, whole().length / 2), /not a whole outturn backup/],
      ['lacks its last bytes', () => whole().subarray(0, whole().length - 4), /not a whole outturn backup/],
      [
        'has a changed byte',
        () => Buffer.from(whole().map((byte, at) => (at === 5_000 ? byte ^ 1 : byte))),
        /not a whole/,
      ],
      [
        'has a changed figure',
        () => retold((plain) => plain.replace('\tM29999\t', '\tM29998\t')),
        /does not have the hash/,
      ],
      [
        'lacks a row',
        () => retold((plain) => plain.replace('"rows": 30006', '"rows": 30007')),
        /30006 rows where/,
      ],
      [
        'is of a newer outturn',
        () =>
          retold((plain) => plain.replace(/"schemaVersion": \d+/, `"schemaVersion": ${latestVersion + 1}`)),
        /made by a newer outturn/,
      ],
      ['is something else', () => Buffer.from('a letter'), /not a whole outturn backup/],
    ];
    let empty: Store;
    beforeAll(async () => {
      empty = await openDatabase(await kind.fresh());
    });
    afterAll(() => empty?.close());
    it.each(cases)('%s', async (_name, content, sentence) => {
      const damaged = join(folder, 'damaged.backup');
      writeFileSync(damaged, content());
      await expect(verify(damaged)).rejects.toThrow(sentence);
      await expect(restore(empty, damaged)).rejects.toThrow(sentence);
      await asOwner(empty, async (client) => {
        expect((await client.query("select to_regnamespace('outturn') as made")).rows[0].made).toBeNull();
      });
    });
  });
});
