import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAuditTrail } from '../../src/store/audit.ts';
import { openDatabase, type Store } from '../../src/store/database.ts';
import { newBatchId, readImportBatches, readImportFile, recordImport } from '../../src/store/imports.ts';
import { asOwner, checkSchema, migrate } from '../../src/store/migrate.ts';
import { latestVersion } from '../../src/store/migrations/index.ts';
import { openStore } from '../../src/store/open-store.ts';
import { listAuthorities } from '../../src/store/read-authorities.ts';
import { readFacts } from '../../src/store/read-facts.ts';
import { readSchemes, writeScheme } from '../../src/store/schemes.ts';
import { readSettings, writeSetting } from '../../src/store/settings.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { writeFacts } from '../../src/store/write-facts.ts';
import { onEveryDatabase } from './databases.ts';
import { byAnOfficer, FIRST, LATER, number, observation, sampleFacts } from './sample-facts.ts';

onEveryDatabase((kind) => {
  let store: Store;
  beforeAll(async () => {
    await kind.begin();
    store = await openStore(await kind.fresh());
  });
  afterAll(async () => {
    await store?.close();
    await kind.end();
  });
  const write = (facts: Parameters<typeof writeFacts>[1], settings = byAnOfficer) =>
    inTransaction(store, (tx) => writeFacts(tx, facts, settings));

  describe('facts', () => {
    it('come back exactly as they went in', async () => {
      const facts = sampleFacts();
      const { counts } = await write(facts);
      expect(counts.observations).toEqual({ added: 6, changed: 0, unchanged: 0 });
      expect(await readFacts(store, { authority: facts.authority.code })).toEqual(facts);
      expect(await listAuthorities(store)).toContainEqual(facts.authority);
    });

    it('are not written again when they say nothing new, even from a file of another name', async () => {
      const facts = sampleFacts('again');
      await write(facts);
      const renamed = facts.observations.map((one) => ({
        ...one,
        source: 'copy of report.txt',
        recordedAt: LATER,
      }));
      const { counts, eventId } = await write(
        { ...facts, observations: renamed },
        { ...byAnOfficer, recordedAt: LATER },
      );
      expect(Object.values(counts).every(({ added, changed }) => added + changed === 0)).toBe(true);
      expect(eventId).toBeNull();
      expect(await readFacts(store, { authority: 'again' })).toEqual(facts);
      expect(await readAuditTrail(store, { authority: 'again' })).toHaveLength(1);
    });

    it('may come in batches, counted and explained as one', async () => {
      const { authority } = sampleFacts('batches');
      const batches = ['Q1', 'Q2', 'Q3'].map((quarter) => ({
        observations: [observation({ period: `2018-19/${quarter}` })],
        commentaries: sampleFacts().commentaries.map((one) => ({ ...one, period: `2018-19/${quarter}` })),
      }));
      const deliver = (further: typeof batches, recordedAt: string) =>
        inTransaction(store, (tx) => writeFacts(tx, { authority }, { ...byAnOfficer, recordedAt }, further));
      const first = await deliver(batches.slice(0, 2), FIRST);
      expect(first.counts.observations).toEqual({ added: 2, changed: 0, unchanged: 0 });
      const second = await deliver(batches, LATER);
      expect(second.counts.observations).toEqual({ added: 1, changed: 0, unchanged: 2 });
      const read = await readFacts(store, { authority: 'batches' });
      expect(read.observations).toEqual(batches.flatMap(({ observations }) => observations));
      expect(read.commentaries).toEqual(batches.flatMap(({ commentaries }) => commentaries));
      expect(await readAuditTrail(store, { authority: 'batches' })).toHaveLength(2);
      const setUp = await readFacts(store, { authority: 'batches', setUpOnly: true });
      expect(setUp).toEqual({ ...read, observations: [], commentaries: [], statements: [] });
    });

    it('that change become later rows, and the earlier state can be asked for', async () => {
      const { authority } = sampleFacts('restated');
      const before = observation();
      const after = observation({ figure: number('81.2'), recordedAt: LATER });
      await write({ authority, observations: [before] });
      const renamed = { ...authority, name: 'Northmere Borough Council' };
      const { counts } = await write(
        { authority: renamed, observations: [after] },
        { ...byAnOfficer, recordedAt: LATER },
      );
      expect(counts.observations).toEqual({ added: 0, changed: 1, unchanged: 0 });
      const now = await readFacts(store, { authority: 'restated' });
      expect(now.observations).toEqual([before, after]);
      expect(now.authority).toEqual(renamed);
      const then = await readFacts(store, { authority: 'restated', asAt: '2018-11-01T00:00:00Z' });
      expect(then.observations).toEqual([before]);
      expect(then.authority).toEqual(authority);
      const again = await write(
        { authority: renamed, observations: [before, after] },
        { ...byAnOfficer, recordedAt: LATER },
      );
      expect(again.counts.observations).toEqual({ added: 0, changed: 0, unchanged: 2 });
    });

    it('of one moment keep the order in which they were written', async () => {
      const { authority } = sampleFacts('order');
      const all = Array.from({ length: 50 }, (_, index) => observation({ figure: number(String(index)) }));
      await write({ authority, observations: all });
      expect((await readFacts(store, { authority: 'order' })).observations).toEqual(all);
    });

    it('of the periods wanted are read alone', async () => {
      const facts = await readFacts(store, { authority: 'northmere', periods: ['2018-19/Q2', '2018-19'] });
      expect(new Set(facts.observations.map((one) => one.period))).toEqual(new Set(['2018-19/Q2']));
      expect(facts.targets).toHaveLength(1);
      expect((await readFacts(store, { authority: 'northmere', periods: [] })).observations).toEqual([]);
    });

    it('leave nothing behind when the transaction fails', async () => {
      const failing = inTransaction(store, async (tx) => {
        await writeFacts(tx, sampleFacts('undone'), byAnOfficer);
        throw new Error('after the write');
      });
      await expect(failing).rejects.toThrow('after the write');
      await expect(readFacts(store, { authority: 'undone' })).rejects.toThrow(
        /no authority "undone".*northmere/,
      );
      const bad = sampleFacts('undone');
      const unreadable = observation({ numerator: '1,000' });
      await expect(write({ ...bad, observations: [...bad.observations, unreadable] })).rejects.toThrow(
        /"1,000"/,
      );
      await expect(write({ ...bad, observations: [observation({ note: 'a\0b' })] })).rejects.toThrow(
        /U\+0000/,
      );
      await expect(readFacts(store, { authority: 'undone' })).rejects.toThrow(/no authority/);
    });

    it('of two writers at once are written once', async () => {
      const facts = sampleFacts('twice');
      const [one, two] = await Promise.all([write(facts), write(facts)]);
      expect([one.eventId, two.eventId].filter((id) => id === null)).toHaveLength(1);
      expect(await readFacts(store, { authority: 'twice' })).toEqual(facts);
    });
  });

  it('keeps an audit event with every write, in the same transaction', async () => {
    const { eventId } = await write(sampleFacts('audited'), {
      ...byAnOfficer,
      actingAs: 'officer',
    } as typeof byAnOfficer);
    const [event, ...others] = await readAuditTrail(store, { authority: 'audited' });
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      id: eventId,
      actor: 'pat.officer',
      actingAs: 'officer',
      recordedAt: FIRST,
    });
    expect(event).toMatchObject({ action: 'facts.write', after: { observations: { added: 6 } } });
  });

  it('refuses to change or remove what was recorded', async () => {
    for (const table of ['audit_event', 'observation', 'import_batch', 'edition']) {
      for (const statement of [
        `update ${table} set authority_id = authority_id`,
        `delete from ${table}`,
        `truncate ${table}`,
      ]) {
        await expect(store.pool.query(statement)).rejects.toThrow(/permission denied/);
      }
    }
  });

  it('keeps settings and schemes as versions', async () => {
    await write(sampleFacts('ruled'));
    const later = { ...byAnOfficer, recordedAt: LATER };
    const set = (value: unknown, settings = byAnOfficer) =>
      inTransaction(store, (tx) => writeSetting(tx, 'ruled', 'report.headings', value, settings));
    expect([await set({ a: 1, b: 2 }), await set({ b: 2, a: 1 }), await set({ a: 2 }, later)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(await readSettings(store, { authority: 'ruled' })).toEqual({ 'report.headings': { a: 2 } });
    expect(await readSettings(store, { authority: 'ruled', asAt: FIRST })).toEqual({
      'report.headings': { a: 1, b: 2 },
    });
    const scheme = {
      kind: 'status',
      scheme: 'own',
      version: '1',
      validFrom: '2018-04-01',
      content: { rules: [] },
    } as const;
    const keep = () => inTransaction(store, (tx) => writeScheme(tx, 'ruled', scheme, byAnOfficer));
    expect([await keep(), await keep()]).toEqual([true, false]);
    expect(await readSchemes(store, { authority: 'ruled' })).toEqual([scheme]);
    const [change] = (await readAuditTrail(store, { authority: 'ruled', object: { kind: 'setting' } })).slice(
      -1,
    );
    expect(change).toMatchObject({ before: { a: 1, b: 2 }, after: { a: 2 } });
  });

  it('keeps an imported file byte for byte beside what became of it', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256);
    const file = {
      batchId: newBatchId(),
      recordedAt: FIRST,
      kind: 'improvement-report',
      fileName: "report's copy.txt",
      importedBy: 'pat.officer',
      counts: { measures: 25 },
      warnings: [{ row: 3 }],
    };
    const facts = sampleFacts('imported');
    await inTransaction(store, async (tx) => {
      await recordImport(tx, 'imported', { ...file, bytes, reason: null });
      await writeFacts(tx, facts, { ...byAnOfficer, batchId: file.batchId });
    });
    const [batch] = await readImportBatches(store, { authority: 'imported' });
    expect(batch).toMatchObject({ ...file, size: 100_000, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const kept = await readImportFile(store, { authority: 'imported', batchId: file.batchId });
    expect(Buffer.compare(kept, bytes)).toBe(0);
  });

  it('takes a hundred thousand observations in a few seconds', async () => {
    const { authority } = sampleFacts('large');
    const observations = Array.from({ length: 100_000 }, (_, index) =>
      observation({
        measure: `M${index % 1000}`,
        period: `P${Math.floor(index / 1000)}`,
        figure: number(`${index}.5`),
      }),
    );
    const began = performance.now();
    const { counts } = await write({ authority, observations });
    expect(counts.observations.added).toBe(100_000);
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  describe('the schema', () => {
    it('is made once, and found up to date after that', async () => {
      const other = await openDatabase(await kind.fresh());
      await expect(checkSchema(other)).rejects.toThrow(/Run "outturn migrate"/);
      const [one, two] = await Promise.all([migrate(other), migrate(other)]);
      expect(one.applied.length + two.applied.length).toBe(latestVersion);
      expect(await migrate(other)).toEqual({ applied: [], version: latestVersion });
      await checkSchema(other);
      await other.close();
    });

    it('is made once however many ask at the same moment, again and again', async () => {
      const other = await openDatabase(await kind.fresh());
      // One round in some hundreds failed where a session trusted what it remembered of the catalogue.
      for (let round = 0; round < 40; round += 1) {
        const all = await Promise.all([migrate(other), migrate(other), migrate(other)]);
        expect(all.flatMap(({ applied }) => applied)).toHaveLength(latestVersion);
        await asOwner(other, (client) => client.query('drop schema outturn cascade'));
      }
      await other.close();
    });

    it('of a newer outturn, or one that was changed, is refused and left alone', async () => {
      const address = await kind.fresh();
      const other = await openStore(address);
      await asOwner(other, (client) =>
        client.query(
          `insert into outturn.schema_migration (version, name, checksum) values (${latestVersion + 1}, 'next', 'x')`,
        ),
      );
      await expect(migrate(other)).rejects.toThrow(
        `newer outturn: it is at version ${latestVersion + 1}, and this outturn knows versions up to ${latestVersion}`,
      );
      await asOwner(other, async (client) => {
        await client.query(`delete from outturn.schema_migration where version > ${latestVersion}`);
        await client.query("update outturn.schema_migration set checksum = 'changed'");
      });
      await other.close();
      await expect(openStore(address)).rejects.toThrow(/Step 1 \(facts\)/);
    });
  });
});
