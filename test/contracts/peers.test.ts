import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PeerGroup } from '../../src/domain/peers/peer-group.ts';
import type { PeerValue } from '../../src/domain/peers/peer-value.ts';
import { readAuditTrail } from '../../src/store/audit.ts';
import { backup } from '../../src/store/backup/backup.ts';
import { restore } from '../../src/store/backup/restore.ts';
import { APPLICATION_ROLE, openDatabase, type Store } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import {
  readLatestPublished,
  readNationalData,
  readPeerGroups,
  readPeerValues,
  writeNationalData,
  writePeerGroup,
} from '../../src/store/peers.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { recordFacts } from '../../src/workflow/record-facts.ts';
import { onEveryDatabase } from './databases.ts';
import { byAnOfficer, number, sampleFacts } from './sample-facts.ts';

const authority = 'northmere';
const measure = 'HOM 12/a (new)';
const LATER = '2019-01-20T09:00:00.000Z';
const LATEST = '2019-02-01T09:00:00.000Z';

const value = (more: Partial<PeerValue> = {}): PeerValue => ({
  measure,
  period: '2017-18',
  area: { code: 'E06000099', name: 'Ashby \\N' },
  kind: 'council',
  figure: number('81.10', '81.10'),
  numerator: '811',
  denominator: '100000.5',
  sameDefinition: true,
  definitionNote: null,
  follows: '2018-04-01',
  publication: 'Table 1, “first”',
  publishedOn: '2018-12-13',
  source: 'peers.csv',
  ...more,
});
const awkward = [
  value(),
  value({
    area: { code: 'E92000001', name: 'England' },
    kind: 'average',
    numerator: null,
    denominator: null,
  }),
  value({
    area: { code: 'E06000098', name: 'Calder' },
    figure: { kind: 'missing', reason: 'suppressed', typed: '*' },
    sameDefinition: false,
    definitionNote: 'Counts\nschools',
  }),
];
const group: PeerGroup = {
  code: 'nearest',
  validFrom: '2018-04-01',
  name: 'Nearest neighbours',
  kind: 'nearestNeighbours',
  members: [
    { code: 'E06000099', name: 'Ashby \\N' },
    { code: 'E06000098', name: 'Calder' },
  ],
  source: 'Model 2018',
  sourceDate: '2018-04-01',
  ended: false,
};

onEveryDatabase((kind) => {
  let store: Store;
  beforeAll(async () => {
    await kind.begin();
    store = await openStore(await kind.fresh());
    await deliver(sampleFacts(), '2019-01-09T09:00:00.000Z');
  });
  afterAll(async () => {
    await store?.close();
    await kind.end();
  });
  const deliver = async (
    facts: Parameters<typeof recordFacts>[1][number]['facts'],
    recordedAt: string,
    name = 'peers.csv',
  ) => {
    const file = { kind: 'peers', name, bytes: new Uint8Array([1]), warnings: [] };
    const [counts] = await recordFacts(store, [{ facts, file, settings: {} }], {
      actor: 'colin.webb',
      reason: `import of ${name}`,
      recordedAt,
    });
    return counts?.peerValues;
  };
  const peers = (peerValues: readonly PeerValue[], recordedAt: string, name?: string) =>
    deliver({ authority: sampleFacts().authority, peerValues }, recordedAt, name);
  const trail = async (action: string) =>
    (await readAuditTrail(store, { authority })).filter((event) => event.action === action);

  it('gives back what was brought in, every awkward text and digit, with its event', async () => {
    expect(await peers(awkward, LATER)).toEqual({ added: 3, changed: 0, unchanged: 0 });
    const held = await readPeerValues(store, authority, measure);
    expect(held).toEqual(awkward.map((one) => ({ ...one, recordedAt: LATER })));
    expect((await trail('facts.write')).at(-1)).toMatchObject({
      actor: 'colin.webb',
      after: { peerValues: { added: 3, changed: 0, unchanged: 0 } },
      reason: 'import of peers.csv',
    });
    expect(await readLatestPublished(store, authority)).toEqual(new Map([[measure, '2018-12-13']]));
  });

  it('says nothing twice, and keeps a correction beside what it corrects', async () => {
    expect(await peers(awkward, LATEST, 'again.csv')).toEqual({ added: 0, changed: 0, unchanged: 3 });
    const corrected = value({
      figure: number('80.9'),
      publication: 'Table 1, revised',
      publishedOn: '2019-01-25',
      source: 'revised.csv',
    });
    expect(await peers([corrected], LATEST, 'revised.csv')).toEqual({ added: 0, changed: 1, unchanged: 0 });
    const versions = (await readPeerValues(store, authority, measure)).filter(
      ({ area }) => area.code === 'E06000099',
    );
    expect(versions.map(({ publication, source, recordedAt }) => [publication, source, recordedAt])).toEqual([
      ['Table 1, “first”', 'peers.csv', LATER],
      ['Table 1, revised', 'revised.csv', LATEST],
    ]);
    // As known before the correction.
    const before = await readPeerValues(store, authority, measure, LATER);
    expect(before).toHaveLength(3);
    expect(await readPeerValues(store, authority, 'another')).toEqual([]);
  });

  it('records all of a delivery or none', async () => {
    const broken = [
      value({ period: '2016-17' }),
      value({ period: '2016-17', area: { code: 'E1', name: 'A\u0000' } }),
    ];
    await expect(peers(broken, LATEST)).rejects.toThrow();
    expect((await readPeerValues(store, authority, measure)).some(({ period }) => period === '2016-17')).toBe(
      false,
    );
  });

  const settings = { ...byAnOfficer, recordedAt: LATER, actor: 'colin.webb', reason: 'The new model' };
  it('keeps each version of a group, with what it was before', async () => {
    const write = (one: PeerGroup, before: PeerGroup | null, recordedAt: string) =>
      inTransaction(store, (tx) => writePeerGroup(tx, authority, one, before, { ...settings, recordedAt }));
    expect(await write(group, null, LATER)).toBe(true);
    expect(await write(group, group, LATEST)).toBe(false);
    const [, second] = group.members;
    const changed = { ...group, validFrom: '2019-04-01', members: [second!] };
    expect(await write(changed, group, LATEST)).toBe(true);
    expect(await readPeerGroups(store, authority)).toEqual([
      { ...group, recordedAt: LATER },
      { ...changed, recordedAt: LATEST },
    ]);
    expect(await readPeerGroups(store, authority, LATER)).toHaveLength(1);
    expect(await trail('peerGroup.write')).toMatchObject([
      { object: { kind: 'peerGroup', id: 'nearest' }, before: null, after: { name: 'Nearest neighbours' } },
      { before: { validFrom: '2018-04-01' }, after: { validFrom: '2019-04-01' }, reason: 'The new model' },
    ]);
  });

  it('keeps the newest word on when national figures are expected', async () => {
    const write = (expectedOn: string | null, recordedAt: string) =>
      inTransaction(store, (tx) => {
        const publication = expectedOn === null ? null : 'Housing statistics';
        const given = { measure, expectedOn, period: '2018-19', publication };
        return writeNationalData(tx, authority, given, null, { ...settings, recordedAt });
      });
    expect(await write('2019-12-12', LATER)).toBe(true);
    expect(await write('2019-12-12', LATEST)).toBe(false);
    expect(await write(null, LATEST)).toBe(true);
    expect(await readNationalData(store, authority)).toMatchObject([{ measure, expectedOn: null }]);
    expect(await trail('nationalData.write')).toHaveLength(2);
  });

  it('cannot be changed or removed by the application', async () => {
    const client = await store.pool.connect();
    try {
      await client.query(`set role ${APPLICATION_ROLE}`);
      for (const table of ['peer_value', 'peer_group_version', 'national_data']) {
        for (const statement of [
          `delete from outturn.${table}`,
          `update outturn.${table} set event_id = null`,
        ]) {
          await expect(client.query(statement)).rejects.toThrow(/permission denied/);
        }
      }
    } finally {
      await client.query('reset role');
      client.release(true);
    }
  });

  it('is in a backup, and comes back from it as it was', async () => {
    const file = `/tmp/outturn-peers-${process.pid}-${kind.name}.backup`;
    await backup(store, file);
    const other = await openDatabase(await kind.fresh());
    try {
      await restore(other, file);
      expect(await readPeerValues(other, authority, measure)).toEqual(
        await readPeerValues(store, authority, measure),
      );
      expect(await readPeerGroups(other, authority)).toEqual(await readPeerGroups(store, authority));
      expect(await readNationalData(other, authority)).toEqual(await readNationalData(store, authority));
    } finally {
      await other.close();
      (await import('node:fs')).rmSync(file, { force: true });
    }
  });
});
