import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';
import { isoInstant } from './types.ts';

/**
 * An audit event as the chain digests it: every column of its row, as text. JSON columns are PostgreSQL's own text
 * of them, so that no number is rounded on the way. A column that a later migration adds joins only where it is not
 * null, or the digests of older events would change.
 */
export interface AuditRow {
  authorityId: string;
  eventId: string;
  recordedAt: string;
  writtenAt: string;
  actor: string;
  actingAs: string | null;
  action: string;
  objectKind: string;
  objectId: string;
  before: string | null;
  after: string | null;
  reason: string | null;
  requestId: string | null;
  batchId: string | null;
}

/** The columns of `audit_event e` that `auditRow` reads. Instants as text: an infinite one must not stop a check. */
export const AUDIT_COLUMNS = `e.authority_id, e.event_id as present, e.recorded_at::text, e.written_at::text, e.actor,
  e.acting_as, e.action, e.object_kind, e.object_id, e.before::text, e.after::text, e.reason, e.request_id, e.batch_id`;

export interface AuditColumns {
  authority_id: string;
  /** The event's id; null where a left join found none. */
  present: string | null;
  recorded_at: string;
  written_at: string;
  actor: string;
  acting_as: string | null;
  action: string;
  object_kind: string;
  object_id: string;
  before: string | null;
  after: string | null;
  reason: string | null;
  request_id: string | null;
  batch_id: string | null;
}

export const auditRow = (columns: AuditColumns): AuditRow => ({
  authorityId: columns.authority_id,
  eventId: columns.present ?? '',
  recordedAt: inUtc(columns.recorded_at),
  writtenAt: inUtc(columns.written_at),
  actor: columns.actor,
  actingAs: columns.acting_as,
  action: columns.action,
  objectKind: columns.object_kind,
  objectId: columns.object_id,
  before: columns.before,
  after: columns.after,
  reason: columns.reason,
  requestId: columns.request_id,
  batchId: columns.batch_id,
});

/** As the rest of the store writes instants; what no clock writes (infinity, years before Christ) as it stands. */
export function inUtc(text: string): string {
  try {
    return isoInstant(text);
  } catch {
    return text;
  }
}

/** Leaves and nodes of the chain begin differently, so that neither can be passed off as the other (RFC 6962, 2.1). */
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);
const HEADER = Buffer.from([2]);

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** SHA-256(0x00 || canonical JSON of the row). */
export const eventDigest = (row: AuditRow): Buffer => sha256(LEAF, Buffer.from(canonicalJson(row)));

export interface SealHeader {
  sealNumber: number;
  events: number;
  firstEvent: string;
  lastEvent: string;
  sealedAt: string;
}

/** Stands before the first seal. */
const NOTHING = Buffer.alloc(32);

/**
 * SHA-256(0x01 || previous hash || digest of each event || digest of the seal's own columns), taken up event by event.
 * The previous hash of the first seal is 32 noughts.
 */
export class SealHash {
  readonly #hash = createHash('sha256').update(NODE);

  constructor(previous: Uint8Array | null) {
    this.#hash.update(previous ?? NOTHING);
  }

  add(digest: Uint8Array): void {
    this.#hash.update(digest);
  }

  close(header: SealHeader): Buffer {
    return this.#hash.update(sha256(HEADER, Buffer.from(canonicalJson(header)))).digest();
  }
}
