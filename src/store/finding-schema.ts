import type { ColumnType } from 'kysely';

/** The table of migration 0009, column by column. */
export interface FindingSchema {
  finding_dismissal: {
    authority_id: string;
    period: string;
    measure: string;
    finding_key: string;
    recorded_at: string;
    record_id: string;
    event_id: string;
    verb: string;
    person: string;
    acting_as: string;
    reason: string | null;
    finding: ColumnType<unknown, string, never>;
  };
}
