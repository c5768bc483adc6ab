import { createHash } from 'node:crypto';
import facts from './0001-facts.sql';
import rounds from './0002-rounds.sql';
import commitments from './0003-commitments.sql';
import targetChanges from './0004-target-changes.sql';
import cover from './0005-cover.sql';
import factsByEvent from './0006-facts-by-event.sql';
import restatements from './0007-restatements.sql';
import assurance from './0008-assurance.sql';
import findingDismissals from './0009-finding-dismissals.sql';
import peers from './0010-peers.sql';
import proposedCorrections from './0011-proposed-corrections.sql';
import restatementsByFile from './0012-restatements-by-file.sql';

export interface Migration {
  version: number;
  name: string;
  sql: string;
  /** A migration that has been applied anywhere never changes; a later one corrects it. */
  checksum: string;
}

const numbered = (version: number, name: string, sql: string): Migration => ({
  version,
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});

/** In order, forward only. */
export const migrations: readonly Migration[] = [
  numbered(1, 'facts', facts),
  numbered(2, 'rounds', rounds),
  numbered(3, 'commitments', commitments),
  numbered(4, 'target-changes', targetChanges),
  numbered(5, 'cover', cover),
  numbered(6, 'facts-by-event', factsByEvent),
  numbered(7, 'restatements', restatements),
  numbered(8, 'assurance', assurance),
  numbered(9, 'finding-dismissals', findingDismissals),
  numbered(10, 'peers', peers),
  numbered(11, 'proposed-corrections', proposedCorrections),
  numbered(12, 'restatements-by-file', restatementsByFile),
];

export const latestVersion = migrations.length;
