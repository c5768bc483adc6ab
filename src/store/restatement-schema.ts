import type { ColumnType } from 'kysely';

/** A jsonb column: read as the value, written as its text. */
type Json<T = unknown> = ColumnType<T, string, never>;

/** The tables of restatements and of those that are proposed, as their migrations leave them. */
export interface RestatementSchema {
  restatement: {
    authority_id: string;
    restatement_id: string;
    measure: string;
    period: string;
    role: string;
    verb: string;
    kind: string | null;
    recorded_at: string;
    event_id: string;
    person: string;
    acting_as: string;
    reason: string;
    was: Json;
    becomes: Json;
    waits_for: string | null;
    effect: string;
    note: string | null;
  };
  correction_record: {
    authority_id: string;
    correction: number;
    sequence: number;
    measure: string;
    period: string;
    verb: string;
    person: string;
    acting_as: string;
    recorded_at: string;
    event_id: string;
    reason: string | null;
    content: Json | null;
    detail: Json;
  };
}
