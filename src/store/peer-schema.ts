import type { ColumnType } from 'kysely';

interface Revision {
  authority_id: string;
  recorded_at: string;
  revision_id: string;
  digest: Buffer;
  event_id: string;
  batch_id: string | null;
}

/** The tables of migration 0010, column by column. */
export interface PeerSchema {
  peer_group_version: Revision & {
    code: string;
    valid_from: string;
    name: string;
    kind: string;
    members: ColumnType<unknown, string, never>;
    source: string;
    source_date: string;
    ended: boolean;
  };
  peer_value: Revision & {
    measure: string;
    period: string;
    area: string;
    area_name: string;
    kind: string;
    figure_kind: string;
    figure_number: string | null;
    figure_text: string | null;
    figure_typed: string;
    numerator: string | null;
    denominator: string | null;
    same_definition: boolean;
    definition_note: string | null;
    follows: string;
    publication: string;
    published_on: string;
    source: string;
  };
  national_data: Revision & {
    measure: string;
    expected_on: string | null;
    period: string | null;
    publication: string | null;
  };
}
