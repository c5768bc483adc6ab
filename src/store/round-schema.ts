import type { ColumnType } from 'kysely';

type Json<T = unknown> = ColumnType<T, string, string>;

/** What happened to a round or to an update: one row a verb. */
interface RecordColumns {
  authority_id: string;
  period: string;
  sequence: number;
  verb: string;
  person: string;
  acting_as: string;
  recorded_at: string;
  event_id: string;
  reason: string | null;
  detail: Json;
}

interface PersonRecord {
  authority_id: string;
  person: string;
  recorded_at: string;
  record_id: string;
  event_id: string;
}

interface Revision {
  authority_id: string;
  recorded_at: string;
  revision_id: string;
  digest: Buffer;
  event_id: string;
}

/** The tables of people, rounds, editions and messages (migration 2). */
export interface RoundSchema {
  person_version: Revision & {
    person: string;
    name: string;
    email: string;
    roles: Json;
    directorate: string | null;
    post: string | null;
    level: string | null;
    subject: string | null;
    mail: string;
    active: boolean;
  };
  responsibility_version: Revision & {
    measure: string;
    owner: string | null;
    contributors: Json;
    approvers: Json;
  };
  absence: PersonRecord & { deputy: string | null; from_day: string; until_day: string | null };
  credential: PersonRecord & { secret: string };
  feed_key: PersonRecord & { key_hash: Buffer };
  session: {
    authority_id: string;
    token_hash: Buffer;
    person: string;
    csrf: string;
    created_at: string;
    seen_at: string;
    expires_at: string;
    agent: string;
    how: string;
  };
  sign_in_attempt: {
    authority_id: string;
    attempt_id: string;
    name: string;
    address: string;
    tried_at: string;
    succeeded: boolean;
  };
  kept_form: { authority_id: string; token_hash: Buffer; path: string; body: Json; kept_at: string };
  round_record: RecordColumns;
  update_record: RecordColumns & { measure: string; content: Json | null };
  evidence: {
    authority_id: string;
    evidence_id: string;
    period: string;
    measure: string;
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
    removes: string | null;
  };
  evidence_file: { authority_id: string; evidence_id: string; bytes: Buffer };
  edition_record: {
    authority_id: string;
    edition_id: string;
    record_id: string;
    verb: string;
    person: string;
    recorded_at: string;
    event_id: string;
    reason: string | null;
    detail: Json;
  };
  audit_sealed_event: {
    authority_id: string;
    seal_number: string;
    place: number;
    event_id: string;
    digest: Buffer;
  };
  mail_message: {
    authority_id: string;
    message_id: string;
    person: string;
    kind: string;
    once_key: string;
    subject: string;
    body: Json;
    written_at: string;
    due_at: string;
    state: string;
    attempts: number;
    claimed_until: string | null;
    sent_at: string | null;
    trouble: string | null;
  };
  job: {
    authority_id: string;
    job_id: string;
    kind: string;
    person: string;
    input: Json;
    state: string;
    step: string;
    done_steps: number;
    all_steps: number;
    result: Json | null;
    written_at: string;
    claimed_until: string | null;
    attempts: number;
    finished_at: string | null;
  };
  job_file: { authority_id: string; job_id: string; bytes: Buffer };
}
