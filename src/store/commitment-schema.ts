import type { ColumnType } from 'kysely';

type Json<T = unknown> = ColumnType<T, string, string>;

/** The tables of commitments. */
export interface CommitmentSchema {
  commitment_record: {
    authority_id: string;
    commitment_id: string;
    sequence: number;
    measure: string;
    period: string;
    verb: string;
    person: string;
    acting_as: string;
    recorded_at: string;
    event_id: string;
    reason: string | null;
    detail: Json;
  };
  suggestion_answer: {
    authority_id: string;
    measure: string;
    words_key: string;
    recorded_at: string;
    record_id: string;
    event_id: string;
    period: string;
    person: string;
    answer: string;
    words: string;
    commitment_id: string | null;
  };
  commitment_evidence: {
    authority_id: string;
    evidence_id: string;
    commitment_id: string;
    recorded_at: string;
    event_id: string;
    person: string;
    kind: string;
    title: string;
    url: string | null;
    file_name: string | null;
    media_type: string | null;
    size: string | null;
    sha256: string | null;
  };
  commitment_evidence_file: { authority_id: string; evidence_id: string; bytes: Buffer };
  forum_feed_key: {
    authority_id: string;
    person: string;
    forum: string;
    recorded_at: string;
    record_id: string;
    event_id: string;
    key_hash: Buffer;
  };
}
