import type { CommentaryPart } from '../../domain/commentary/text-tree.ts';
import type { Suggestion } from '../../domain/commitment/suggest.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { Store } from '../../store/database.ts';
import type { Acting } from '../round/acting.ts';
import { type CommitmentLine, readCommitments } from './commitments.ts';
import { suggestionsFor } from './suggestions.ts';

/** What an update carries forward, and what its own texts promise and nobody has answered. */
export interface CommitmentsOfUpdate {
  /** Open, whenever they were made. */
  open: readonly CommitmentLine[];
  /** Done or dropped since the period began: what became of what was open last time. */
  closed: readonly CommitmentLine[];
  suggestions: readonly Suggestion[];
}

export async function commitmentsOfUpdate(
  db: Pick<Store, 'db'>,
  acting: Acting,
  { period, measure }: { period: string; measure: string },
  texts: Readonly<Record<CommentaryPart, string>>,
): Promise<CommitmentsOfUpdate> {
  const all = await readCommitments(db, acting.authority, acting.today, { measures: [measure] });
  const { start } = periodOf(period);
  const open = all.filter(({ state }) => state === 'open');
  const asked = await suggestionsFor(db, acting, { period, measure }, texts);
  return {
    open,
    closed: all.filter(({ closed }) => closed !== null && closed.at.slice(0, 10) >= start),
    // What comes to that forum on that day already is followed, whatever the words.
    suggestions: asked.filter(
      ({ forum, due }) =>
        !open.some((one) => one.forum !== null && one.forum === forum?.forum && one.due === due?.day),
    ),
  };
}
