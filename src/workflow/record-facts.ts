import type { DirectionScheme } from '../domain/direction/scheme.ts';
import type { Delivered, Facts } from '../domain/facts.ts';
import type { Authority } from '../domain/organisation/organisation.ts';
import type { StatusScheme } from '../domain/status/scheme.ts';
import type { Store } from '../store/database.ts';
import { newBatchId, recordImport } from '../store/imports.ts';
import { writeScheme } from '../store/schemes.ts';
import { writeSetting } from '../store/settings.ts';
import { inTransaction, type Transaction } from '../store/transaction.ts';
import { type WriteResult, writeFacts } from '../store/write-facts.ts';
import { checkOverrides, decidesSettings } from './check-overrides.ts';
import { schemesInForce } from './queries/schemes-in-force.ts';

/** Facts to be recorded, with the file they came from where there was one. */
export interface Delivery {
  facts: Delivered & Pick<Facts, 'authority'>;
  /**
   * More facts of the same authority, in batches that are made as they are gone through, which may be more than once:
   * figures and texts alone.
   */
  further?: Iterable<Pick<Partial<Facts>, 'observations' | 'commentaries'>>;
  file: { kind: string; name: string; bytes: Uint8Array; warnings: unknown } | null;
  /** A status scheme of the authority's own, to be kept with them; absent where it uses a preset. */
  scheme?: StatusScheme;
  /** The same of a direction of travel scheme. */
  direction?: DirectionScheme;
  /** Settings of the authority to keep with them. */
  settings: Readonly<Record<string, unknown>>;
}

export interface RecordingContext {
  actor: string;
  reason: string;
  /** ISO instant at which all of it becomes known. */
  recordedAt: string;
}

/**
 * Records everything or nothing: all deliveries of one command in one transaction, each with its audit event and,
 * where it came from a file, the file itself with its hash. Settings that differ from the status scheme's are checked
 * against it first.
 */
export async function recordFacts(
  store: Store,
  deliveries: readonly Delivery[],
  context: RecordingContext,
): Promise<WriteResult['counts'][]> {
  return inTransaction(store, (tx) => recordFactsIn(tx, deliveries, context));
}

/**
 * The same within a transaction of the caller's.
 *
 * @param prepare what is recorded of a delivery; asked for when those before it are written
 */
export async function recordFactsIn(
  tx: Transaction,
  deliveries: readonly Delivery[],
  context: RecordingContext,
  prepare: (delivery: Delivery) => Promise<Delivery> = async (delivery) => delivery,
): Promise<WriteResult['counts'][]> {
  for (const { facts } of deliveries) {
    if (decidesSettings(facts)) checkOverrides(facts, await schemeFor(tx, facts.authority, deliveries));
  }
  const all: WriteResult['counts'][] = [];
  for (const delivery of deliveries) {
    const { facts, further, file, settings, scheme, direction } = await prepare(delivery);
    const batchId = file === null ? null : newBatchId();
    const { counts } = await writeFacts(tx, facts, { ...context, batchId }, further);
    for (const [name, value] of Object.entries(settings)) {
      await writeSetting(tx, facts.authority.code, name, value, { ...context, batchId });
    }
    for (const [kind, own] of [
      ['status', scheme],
      ['direction', direction],
    ] as const) {
      if (own === undefined) continue;
      const version = { scheme: own.id, version: String(own.version), validFrom: own.effectiveFrom };
      await writeScheme(tx, facts.authority.code, { kind, ...version, content: own }, context);
    }
    if (file !== null && batchId !== null) {
      await recordImport(tx, facts.authority.code, {
        batchId,
        recordedAt: context.recordedAt,
        kind: file.kind,
        fileName: file.name,
        bytes: file.bytes,
        importedBy: context.actor,
        counts,
        warnings: file.warnings,
        reason: context.reason,
      });
    }
    all.push(counts);
  }
  return all;
}

/** The scheme that these deliveries bring, else the one in force now. */
async function schemeFor(
  store: Pick<Store, 'db'>,
  authority: Authority,
  deliveries: readonly Delivery[],
): Promise<StatusScheme> {
  const brought = deliveries.findLast(
    ({ facts, scheme }) => facts.authority.code === authority.code && scheme?.id === authority.statusScheme,
  );
  return brought?.scheme ?? (await schemesInForce(store, authority, LATEST)).status;
}

/** Past every scheme's first day: the version in force now. */
const LATEST = '9999-12-31';
