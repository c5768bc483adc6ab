import type { Selectable } from 'kysely';
import type { Recorded } from '../../domain/facts.ts';
import type { PeerArea, PeerGroup } from '../../domain/peers/peer-group.ts';
import { canonicalJson } from '../canonical.ts';
import type { Schema } from '../schema.ts';
import type { FactTable } from './fact-table.ts';

export const peerGroupTable: FactTable<PeerGroup, 'peer_group_version'> = {
  table: 'peer_group_version',
  key: ['code', 'valid_from'],
  keyOf: (group) => [group.code, group.validFrom],
  content: ['name', 'kind', 'members', 'source', 'source_date', 'ended'],
  contentOf: (group) => [
    group.name,
    group.kind,
    canonicalJson(group.members),
    group.source,
    group.sourceDate,
    String(group.ended),
  ],
};

export const peerGroupFrom = (row: Selectable<Schema['peer_group_version']>): Recorded<PeerGroup> => ({
  code: row.code,
  validFrom: row.valid_from,
  name: row.name,
  kind: row.kind as PeerGroup['kind'],
  members: row.members as PeerArea[],
  source: row.source,
  sourceDate: row.source_date,
  ended: row.ended,
  recordedAt: row.recorded_at,
});
