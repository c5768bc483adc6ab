import { sql } from 'kysely';
import { v7 } from 'uuid';
import { digestOf, instant, storable } from './canonical.ts';
import { copyIn, type Row } from './copy-in.ts';
import { type FactColumns, nameOfFact } from './facts/fact-table.ts';
import type { Transaction } from './transaction.ts';

export interface Counts {
  added: number;
  changed: number;
  unchanged: number;
}

interface WriteContext {
  authorityId: string;
  recordedAt: string;
  eventId: string;
  batchId: string | null;
  /** True where nothing of this kind is held, so that there is nothing to compare with. */
  nothingHeld?: boolean;
}

/** One recorded version of a fact, as far as comparing needs it; kept oldest first. */
interface Version {
  recordedAt: string;
  digest: string;
}

const REVISION = ['authority_id', 'recorded_at', 'revision_id', 'digest', 'event_id', 'batch_id'];

/** Rows are sent when there are this many: few round trips, and little memory beside the facts. */
const AT_ONCE = 2_000;

/** Writes the facts of one kind that say something new. */
export async function writeKind<Fact>(
  tx: Transaction,
  table: FactColumns<Fact>,
  given: readonly (Fact & { recordedAt?: string })[],
  context: WriteContext,
): Promise<Counts> {
  const counts: Counts = { added: 0, changed: 0, unchanged: 0 };
  if (given.length === 0) return counts;
  const versions = context.nothingHeld
    ? new Map<string, Version[]>()
    : await readVersions(tx, table, given, context.authorityId);
  const columns = [...REVISION, ...table.key, ...table.content, ...(table.sourceOf ? ['source'] : [])];
  let rows: Row[] = [];
  const send = async () => {
    if (rows.length > 0) await copyIn(tx.client, table.table, columns, rows);
    rows = [];
  };
  for (const fact of inOrder(given, context.recordedAt)) {
    const key = table.keyOf(fact.fact);
    const content = table.contentOf(fact.fact);
    const source = table.sourceOf ? [table.sourceOf(fact.fact)] : [];
    for (const text of [...key, ...content, ...source]) {
      if (text !== null) storable(text, () => `The ${nameOfFact(table, key)}`);
    }
    const digest = digestOf(saidIn(content, table.added ?? 0));
    const name = JSON.stringify(key);
    const known = versions.get(name);
    if (known && saysNothingNew(known, fact.recordedAt, digest)) {
      counts.unchanged++;
      continue;
    }
    counts[known ? 'changed' : 'added']++;
    versions.set(name, insertInOrder(known ?? [], { recordedAt: fact.recordedAt, digest }));
    rows.push([
      context.authorityId,
      fact.recordedAt,
      v7(),
      `\\x${digest}`,
      context.eventId,
      context.batchId,
      ...key,
      ...content,
      ...source,
    ]);
    if (rows.length >= AT_ONCE) await send();
  }
  await send();
  return counts;
}

/** Whether nothing of a kind is held of an authority. */
export async function isNothingHeld<Fact>(
  tx: Transaction,
  table: FactColumns<Fact>,
  authorityId: string,
): Promise<boolean> {
  const found = await sql<{ held: boolean }>`
    select exists (select from ${sql.table(table.table)} where authority_id = ${authorityId}) as held`.execute(
    tx.db,
  );
  return found.rows[0]?.held === false;
}

/** What a row says, as it was said before its last columns were added: so that saying it again stays no news. */
function saidIn(content: readonly (string | null)[], added: number): readonly (string | null)[] {
  const last = content.findLastIndex((text) => text !== null);
  return content.slice(0, Math.max(content.length - added, last + 1));
}

/** By moment, and within a moment in the order given: the order in which they are to be compared and numbered. */
function inOrder<Fact>(given: readonly (Fact & { recordedAt?: string })[], otherwise: string) {
  const moments = new Map<string, string>();
  const momentOf = (text: string) => {
    const known = moments.get(text) ?? instant(text);
    moments.set(text, known);
    return known;
  };
  const dated = given.map((fact) => ({ fact, recordedAt: momentOf(fact.recordedAt ?? otherwise) }));
  return dated.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
}

/** Known already at that moment, or said before at the very same moment (a file read again). */
function saysNothingNew(known: readonly Version[], recordedAt: string, digest: string): boolean {
  const before = known.filter((version) => version.recordedAt <= recordedAt);
  if (before.at(-1)?.digest === digest) return true;
  return before.some((version) => version.recordedAt === recordedAt && version.digest === digest);
}

function insertInOrder(known: readonly Version[], version: Version): Version[] {
  const at = known.findLastIndex((one) => one.recordedAt <= version.recordedAt) + 1;
  return [...known.slice(0, at), version, ...known.slice(at)];
}

async function readVersions<Fact>(
  tx: Transaction,
  table: FactColumns<Fact>,
  given: readonly Fact[],
  authorityId: string,
): Promise<Map<string, Version[]>> {
  const names = table.key.map((name) => sql`${sql.ref(name)}::text`);
  const key = names.length === 0 ? sql`array[]::text[]` : sql`array[${sql.join(names)}]`;
  // Only what is given can be compared: exactly its keys are looked up.
  const keys = given.map((fact) => table.keyOf(fact));
  const lists = table.key.map((_, index) => sql`${keys.map((each) => each[index])}::text[]`);
  const wanted =
    names.length === 0 ? sql`` : sql` and (${sql.join(names)}) in (select * from unnest(${sql.join(lists)}))`;
  const found = await sql<{ key: string[]; recorded_at: string; digest: string }>`
    select ${key} as key, recorded_at, encode(digest, 'hex') as digest from ${sql.table(table.table)}
    where authority_id = ${authorityId}${wanted}
    order by recorded_at, revision_id`.execute(tx.db);
  const versions = new Map<string, Version[]>();
  for (const row of found.rows) {
    const name = JSON.stringify(row.key);
    const version = { recordedAt: row.recorded_at, digest: row.digest };
    const held = versions.get(name);
    if (held) held.push(version);
    else versions.set(name, [version]);
  }
  return versions;
}
