import { v7 } from 'uuid';
import type { Delivered, Facts } from '../domain/facts.ts';
import { writeAuditEvent } from './audit.ts';
import { instant } from './canonical.ts';
import { authorityTable } from './facts/authority.ts';
import { commentaryTable } from './facts/commentaries.ts';
import type { FactColumns, FactKind } from './facts/fact-table.ts';
import { measureTable } from './facts/measures.ts';
import { observationTable } from './facts/observations.ts';
import { organisationTable } from './facts/organisation.ts';
import { peerValueTable } from './facts/peer-values.ts';
import { scorecardTable } from './facts/scorecards.ts';
import { statementTable } from './facts/statements.ts';
import { targetTable } from './facts/targets.ts';
import type { Transaction } from './transaction.ts';
import { openAuthority } from './write-authority.ts';
import { type Counts, isNothingHeld, writeKind } from './write-kind.ts';

export interface WriteSettings {
  /** When the facts without a moment of their own became known: ISO instant. */
  recordedAt: string;
  actor: string;
  reason: string | null;
  /** The import they came with. */
  batchId?: string | null;
  actingAs?: string | null;
  requestId?: string | null;
}

export interface WriteResult {
  counts: Record<FactKind, Counts>;
  /** The audit event of this write; null where nothing was new, and so nothing was written. */
  eventId: string | null;
}

/**
 * Writes what is new among `facts`, and its audit event. A fact that says what was already known at its moment
 * is not written again; one that says something else becomes a later row beside the earlier one. `further` figures
 * and texts are written batch by batch; no two of them may be about the same thing.
 */
export async function writeFacts(
  tx: Transaction,
  facts: Delivered & Pick<Facts, 'authority'>,
  settings: WriteSettings,
  further: Iterable<Pick<Partial<Facts>, 'observations' | 'commentaries'>> = [],
): Promise<WriteResult> {
  const recordedAt = instant(settings.recordedAt);
  const authorityId = await openAuthority(tx, facts.authority.code, recordedAt);
  const eventId = v7();
  const batchId = settings.batchId ?? null;
  const write = <Fact>(table: FactColumns<Fact>, given: readonly (Fact & { recordedAt?: string })[] = []) =>
    writeKind(tx, table, given, { authorityId, recordedAt, eventId, batchId });

  const counts: WriteResult['counts'] = {
    authority: await write(authorityTable, [facts.authority]),
    organisation: await write(organisationTable, facts.organisation),
    measures: await write(measureTable, facts.measures),
    scorecards: await write(scorecardTable, facts.scorecards),
    targets: await write(targetTable, facts.targets),
    observations: await write(observationTable, facts.observations),
    commentaries: await write(commentaryTable, facts.commentaries),
    statements: await write(statementTable, facts.statements),
    peerValues: await write(peerValueTable, facts.peerValues),
  };
  const context = { authorityId, recordedAt, eventId, batchId };
  const figures = { ...context, nothingHeld: await isNothingHeld(tx, observationTable, authorityId) };
  const texts = { ...context, nothingHeld: await isNothingHeld(tx, commentaryTable, authorityId) };
  for (const { observations = [], commentaries = [] } of further) {
    const written = await writeKind(tx, observationTable, observations, figures);
    counts.observations = sum(counts.observations, written);
    counts.commentaries = sum(counts.commentaries, await writeKind(tx, commentaryTable, commentaries, texts));
  }
  const written = Object.entries(counts).filter(([, one]) => one.added + one.changed > 0);
  if (written.length === 0) return { counts, eventId: null };
  await writeAuditEvent(
    tx,
    authorityId,
    {
      recordedAt,
      actor: settings.actor,
      actingAs: settings.actingAs ?? null,
      action: 'facts.write',
      object: { kind: 'authority', id: facts.authority.code },
      after: Object.fromEntries(written),
      reason: settings.reason,
      requestId: settings.requestId ?? null,
      batchId,
    },
    eventId,
  );
  return { counts, eventId };
}

const sum = (one: Counts, other: Counts): Counts => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
  unchanged: one.unchanged + other.unchanged,
});
