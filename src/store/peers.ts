import { v7 } from 'uuid';
import type { Recorded } from '../domain/facts.ts';
import type { NationalData } from '../domain/peers/national-data.ts';
import type { PeerGroup } from '../domain/peers/peer-group.ts';
import type { PeerValue } from '../domain/peers/peer-value.ts';
import { writeAuditEvent } from './audit.ts';
import { instant } from './canonical.ts';
import type { Store } from './database.ts';
import type { FactColumns, FactTable } from './facts/fact-table.ts';
import { peerGroupFrom, peerGroupTable } from './facts/peer-groups.ts';
import { peerValueFrom } from './facts/peer-values.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';
import { openAuthority } from './write-authority.ts';
import type { WriteSettings } from './write-facts.ts';
import { writeKind } from './write-kind.ts';

type Reader = Pick<Store, 'db'>;

/** Every version of what others have of a measure, oldest first; as known at a moment where one is given. */
export async function readPeerValues(
  { db }: Reader,
  authority: string,
  measure: string,
  asAt: string | null = null,
): Promise<Recorded<PeerValue>[]> {
  let query = db
    .selectFrom('peer_value')
    .selectAll()
    .where('authority_id', '=', await authorityId(db, authority))
    .where('measure', '=', measure)
    .orderBy('recorded_at')
    .orderBy('revision_id');
  if (asAt !== null) query = query.where('recorded_at', '<=', instant(asAt));
  return (await query.execute()).map(peerValueFrom);
}

/** The latest day on which a value that is held was published, for each measure that has one. */
export async function readLatestPublished({ db }: Reader, authority: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('peer_value')
    .select(({ fn }) => ['measure', fn.max('published_on').as('latest')])
    .where('authority_id', '=', await authorityId(db, authority))
    .groupBy('measure')
    .execute();
  return new Map(rows.map(({ measure, latest }) => [measure, latest]));
}

/** The peer groups as now known: of each code and first day the newest version. */
export async function readPeerGroups(
  { db }: Reader,
  authority: string,
  asAt: string | null = null,
): Promise<Recorded<PeerGroup>[]> {
  let query = db
    .selectFrom('peer_group_version')
    .distinctOn(['code', 'valid_from'])
    .selectAll()
    .where('authority_id', '=', await authorityId(db, authority))
    .orderBy('code')
    .orderBy('valid_from')
    .orderBy('recorded_at', 'desc')
    .orderBy('revision_id', 'desc');
  if (asAt !== null) query = query.where('recorded_at', '<=', instant(asAt));
  return (await query.execute()).map(peerGroupFrom);
}

/** When national figures are expected next: the newest word on each measure. */
export async function readNationalData({ db }: Reader, authority: string): Promise<Recorded<NationalData>[]> {
  const rows = await db
    .selectFrom('national_data')
    .distinctOn('measure')
    .selectAll()
    .where('authority_id', '=', await authorityId(db, authority))
    .orderBy('measure')
    .orderBy('recorded_at', 'desc')
    .orderBy('revision_id', 'desc')
    .execute();
  return rows.map(({ measure, expected_on: expectedOn, period, publication, recorded_at: recordedAt }) => ({
    measure,
    expectedOn,
    period,
    publication,
    recordedAt,
  }));
}

const nationalDataTable: FactTable<NationalData, 'national_data'> = {
  table: 'national_data',
  key: ['measure'],
  keyOf: ({ measure }) => [measure],
  content: ['expected_on', 'period', 'publication'],
  contentOf: ({ expectedOn, period, publication }) => [expectedOn, period, publication],
};

/** Adds a version of a group where it says something new, with its audit event; answers whether it did. */
export const writePeerGroup = (
  tx: Transaction,
  authority: string,
  group: PeerGroup,
  before: PeerGroup | null,
  settings: WriteSettings,
): Promise<boolean> => {
  const object = { kind: 'peerGroup', id: group.code };
  return writeOne(tx, authority, { table: peerGroupTable, value: group, before, object }, settings);
};

/** The same for the day on which national figures are expected. */
export const writeNationalData = (
  tx: Transaction,
  authority: string,
  given: NationalData,
  before: NationalData | null,
  settings: WriteSettings,
): Promise<boolean> => {
  const object = { kind: 'nationalData', id: given.measure };
  return writeOne(tx, authority, { table: nationalDataTable, value: given, before, object }, settings);
};

interface One<Value> {
  table: FactColumns<Value>;
  value: Value & { recordedAt?: string };
  before: Value | null;
  object: { kind: string; id: string };
}

async function writeOne<Value>(
  tx: Transaction,
  authority: string,
  { table, value, before, object }: One<Value>,
  settings: WriteSettings,
): Promise<boolean> {
  const recordedAt = instant(settings.recordedAt);
  const authority_id = await openAuthority(tx, authority, recordedAt);
  const eventId = v7();
  const context = { authorityId: authority_id, recordedAt, eventId, batchId: settings.batchId ?? null };
  const { unchanged } = await writeKind(tx, table, [value], context);
  if (unchanged > 0) return false;
  const event = {
    recordedAt,
    actor: settings.actor,
    actingAs: settings.actingAs ?? null,
    action: `${object.kind}.write`,
    object,
    before,
    after: value,
    reason: settings.reason,
  };
  await writeAuditEvent(tx, authority_id, event, eventId);
  return true;
}
