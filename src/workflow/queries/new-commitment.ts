import type { Forum } from '../../domain/commitment/forum.ts';
import { forumsOn } from '../../domain/commitment/forum.ts';
import { type Suggestion, suggestionsIn } from '../../domain/commitment/suggest.ts';
import type { Person } from '../../domain/organisation/person.ts';
import { periodHolding } from '../../domain/period/of-day.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod, YearKind } from '../../domain/period/period.ts';
import type { Store } from '../../store/database.ts';
import { readPeople, readResponsibilities } from '../../store/people.ts';
import { readMeasureVersions } from '../../store/read-set-up.ts';
import type { Acting } from '../round/acting.ts';
import { readForums } from './forums.ts';
import { listRounds } from './list-rounds.ts';

/** What the form of a new commitment starts from. */
export interface NewCommitment {
  title: string;
  /** The round being collected; the quarter of today where there is none. */
  period: ReportingPeriod;
  /** Who answers for the measure; null where nobody does. */
  owner: string | null;
  people: readonly Person[];
  forums: readonly Forum[];
  /** What a sentence of the texts says, where it was given. */
  suggestion: Suggestion | null;
}

/** null where there is no such measure. */
export async function newCommitment(
  db: Pick<Store, 'db'>,
  { authority, today, readText }: Acting,
  yearKind: YearKind,
  measure: string,
  from: { period: string; part: 'actions' | 'intervention'; words: string } | null,
): Promise<NewCommitment | null> {
  const version = (await readMeasureVersions(db, authority, [measure])).at(-1);
  if (version === undefined) return null;
  const forums = await readForums(db, authority);
  const round = (await listRounds(db, authority)).find(({ state }) => state === 'open' || state === 'closed');
  const read = from === null ? null : readText(from.words);
  const [suggestion = null] =
    from === null || read === null || !('text' in read)
      ? []
      : suggestionsIn(
          [{ part: from.part, tree: read.text.tree }],
          periodOf(from.period),
          forumsOn(forums, periodOf(from.period).end),
        );
  return {
    title: version.title,
    period: round === undefined ? periodHolding(today, 'quarter', yearKind) : periodOf(round.period),
    owner: (await readResponsibilities(db, authority, [measure])).get(measure)?.owner ?? null,
    people: (await readPeople(db, authority)).filter(({ active }) => active),
    forums,
    suggestion,
  };
}
