import type { Facts } from '../../domain/facts.ts';
import { briefStanding } from '../../domain/peers/sentence.ts';
import { shortPeriodLabel } from '../../domain/period/label.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import type { CommitmentNotes } from '../../reports/model/commitment-notes.ts';
import type { Store } from '../../store/database.ts';
import { readLatestPublished, readPeerGroups, readPeerValues } from '../../store/peers.ts';
import { comparedFrom } from './read-peers.ts';

interface Reported {
  facts: Facts;
  period: ReportingPeriod;
  /** Instant as at which the report's facts were known; null for now. */
  asAt: string | null;
  /** Codes of the measures that it shows. */
  shown: readonly string[];
}

/**
 * How each measure of a report stands among other councils, in a line, of the latest period that ended by the report's; what
 * was held of others at its moment. Measures without a place are left out.
 */
export async function comparisonNotes(
  db: Pick<Store, 'db'>,
  { facts, period, asAt, shown }: Reported,
): Promise<CommitmentNotes> {
  const { code: authority, name } = facts.authority;
  const held = await readLatestPublished(db, authority);
  const codes = shown.filter((code) => held.has(code));
  if (codes.length === 0) return {};
  const groups = await readPeerGroups(db, authority, asAt);
  const notes: Record<string, readonly string[]> = {};
  for (const code of codes) {
    const compared = comparedFrom(
      {
        authority: name,
        versions: facts.measures.filter((each) => each.code === code),
        values: await readPeerValues(db, authority, code, asAt),
        groups,
        observations: facts.observations.filter(({ measure }) => measure === code),
      },
      { period: null, until: period.end, group: null },
    );
    if (typeof compared === 'string') continue;
    const line = briefStanding(compared.standing, shortPeriodLabel(compared.period));
    if (line !== null) notes[code] = [`Compared: ${line}.`];
  }
  return notes;
}
