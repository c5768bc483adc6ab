import { dayIn } from '../../domain/period/of-day.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { successor } from '../../domain/period/relate.ts';
import type { DueCommitment } from '../../reports/model/cover/commitments-due.ts';
import type { Store } from '../../store/database.ts';
import { readCommitments } from './commitments.ts';

export interface DueQuestion {
  authority: { code: string; timeZone: string };
  period: ReportingPeriod;
  /** Codes of the measures on the scorecard. */
  measures: ReadonlySet<string>;
}

/**
 * The commitments of a scorecard's measures that a meeting should ask about: made by then, open, and overdue or due before
 * the next report. null where the authority keeps no commitments. Whether they are printed under each measure is another
 * question: a cover report is written for a meeting, which should hear of them.
 *
 * @param moment ISO instant: what was recorded by then, and overdue on that day where the authority is
 */
export async function dueCommitments(
  db: Pick<Store, 'db'>,
  { authority, period, measures }: DueQuestion,
  moment: string,
): Promise<DueCommitment[] | null> {
  const today = dayIn(moment, authority.timeZone);
  const next = successor(period).end;
  const lines = await readCommitments(db, authority.code, today, { asAt: moment });
  if (lines.length === 0) return null;
  return lines
    .filter(
      ({ state, measure, due, period: made }) =>
        state === 'open' && measures.has(measure) && due <= next && periodOf(made).end <= period.end,
    )
    .map(({ measure, measureTitle, what, due, forumName, ownerPost, overdue }) => ({
      measure,
      measureTitle,
      what,
      due,
      forumName,
      ownerPost,
      overdue,
    }));
}
