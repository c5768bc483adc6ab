import type { ColumnType, Generated } from 'kysely';
import type { AssuranceSchema } from './assurance-schema.ts';
import type { CommitmentSchema } from './commitment-schema.ts';
import type { FindingSchema } from './finding-schema.ts';
import type { PeerSchema } from './peer-schema.ts';
import type { ProposalSchema } from './proposal-schema.ts';
import type { RestatementSchema } from './restatement-schema.ts';
import type { RoundSchema } from './round-schema.ts';

/** A jsonb column: read as the value, written as its text. */
type Json<T = unknown> = ColumnType<T, string, never>;

/** What every fact's row carries besides what it says. */
interface Revision {
  authority_id: string;
  recorded_at: string;
  revision_id: string;
  digest: Buffer;
  event_id: string;
}

interface ImportedRevision extends Revision {
  batch_id: string | null;
}

interface FigureColumns {
  figure_kind: string;
  figure_number: string | null;
  figure_text: string | null;
  figure_typed: string;
}

/** The tables as the migrations leave them. */
export interface Schema
  extends RoundSchema,
    CommitmentSchema,
    ProposalSchema,
    RestatementSchema,
    AssuranceSchema,
    FindingSchema,
    PeerSchema {
  schema_migration: { version: number; name: string; checksum: string; applied_at: Generated<string> };
  authority: { authority_id: string; code: string; created_at: string };
  authority_version: ImportedRevision & {
    name: string;
    time_zone: string;
    language: string;
    year_kind: string;
    status_scheme: string;
    direction_scheme: string;
  };
  organisation_unit_version: ImportedRevision & {
    code: string;
    valid_from: string;
    name: string;
    parent: string | null;
    report_order: string;
    valid_to: string | null;
  };
  measure_version: ImportedRevision & {
    code: string;
    valid_from: string;
    title: string;
    aliases: Json;
    unit: Json;
    polarity: string | null;
    frequency: string;
    period_basis: string | null;
    kind: string;
    directorate: string;
    service: string | null;
    owner: string | null;
    themes: Json;
    definition: Json;
    confidence: Json;
    retired_after: string | null;
    note: string | null;
  };
  scorecard_version: ImportedRevision & {
    code: string;
    valid_from: string;
    name: string;
    measures: Json;
    exceptions_only: boolean;
    overrides: Json;
  };
  target_version: ImportedRevision &
    FigureColumns & {
      measure: string;
      period: string;
      role: string;
      version: number;
      approved_by: string | null;
      approved_on: string | null;
      reason: string | null;
      effective_from: string | null;
      decision: string | null;
    };
  observation: ImportedRevision &
    FigureColumns & {
      measure: string;
      period: string;
      role: string;
      numerator: string | null;
      denominator: string | null;
      data_period: string | null;
      flags: Json;
      parts: Json;
      source: string;
      note: string | null;
    };
  commentary: ImportedRevision & {
    measure: string;
    period: string;
    part: string;
    tree: Json;
    raw: string;
    format: string;
    source: string;
  };
  statement: ImportedRevision & {
    measure: string;
    period: string;
    subject: string;
    stated: string;
    source: string;
  };
  scheme_version: Revision & {
    kind: string;
    scheme: string;
    version: string;
    valid_from: string;
    content: Json;
  };
  setting_version: Revision & { name: string; value: Json };
  cover_version: Revision & { period: string; scorecard: string; content: Json };
  import_batch: {
    authority_id: string;
    batch_id: string;
    recorded_at: string;
    event_id: string;
    kind: string;
    file_name: string;
    sha256: string;
    size: string;
    imported_by: string;
    counts: Json;
    warnings: Json;
  };
  import_file: { authority_id: string; batch_id: string; bytes: Buffer };
  audit_event: {
    authority_id: string;
    event_id: string;
    recorded_at: string;
    written_at: Generated<string>;
    actor: string;
    acting_as: string | null;
    action: string;
    object_kind: string;
    object_id: string;
    before: Json | null;
    after: Json | null;
    reason: string | null;
    request_id: string | null;
    batch_id: string | null;
  };
  audit_seal: {
    authority_id: string;
    seal_number: string;
    first_event: string;
    last_event: string;
    events: string;
    previous_hash: Buffer | null;
    hash: Buffer;
    sealed_at: string;
  };
  edition: {
    authority_id: string;
    edition_id: string;
    report: string;
    scorecard: string;
    period: string;
    number: number;
    recorded_at: string;
    event_id: string;
    published_by: string;
    inputs: Json;
    standing: Generated<string>;
    release_at: string | null;
    corrects: string | null;
    note: string | null;
    chain_head: Buffer | null;
    title: Generated<string>;
  };
  edition_file: {
    authority_id: string;
    edition_id: string;
    format: string;
    bytes: Buffer;
    sha256: string;
    media_type: Generated<string>;
  };
}
