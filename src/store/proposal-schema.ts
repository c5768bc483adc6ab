import type { ColumnType } from 'kysely';

type Json<T = unknown> = ColumnType<T, string, string>;

/** The tables of target change control (migration 4). */
export interface ProposalSchema {
  proposal_record: {
    authority_id: string;
    proposal: number;
    sequence: number;
    verb: string;
    person: string;
    acting_as: string;
    recorded_at: string;
    event_id: string;
    reason: string | null;
    content: Json | null;
    detail: Json;
  };
  proposal_file: { authority_id: string; evidence_id: string; bytes: Buffer };
}
