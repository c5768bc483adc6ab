import type { ColumnType } from 'kysely';

type Json<T = unknown> = ColumnType<T, string, never>;

/** The tables of migration 0008, column by column. */
export interface AssuranceSchema {
  assurance_sample: {
    authority_id: string;
    sample_id: string;
    period: string;
    scorecard: string;
    seed: string | null;
    measures: Json;
    reason: string | null;
    person: string;
    recorded_at: string;
    event_id: string;
  };
  assurance_result: {
    authority_id: string;
    period: string;
    measure: string;
    recorded_at: string;
    record_id: string;
    sample_id: string;
    event_id: string;
    person: string;
    result: string;
    found: string | null;
    note: string;
    tested_on: string;
  };
}
