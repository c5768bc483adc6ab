import { dayIn } from '../../domain/period/of-day.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { type CommitmentNotes, notesOf } from '../../reports/model/commitment-notes.ts';
import type { Store } from '../../store/database.ts';
import { readCommitments } from './commitments.ts';
import { printsCommitments } from './forums.ts';

/**
 * What a report prints of commitments, as they stood at a moment; nothing where the authority does not want them there.
 *
 * @param moment ISO instant: what was recorded by then, and overdue on that day where the authority is
 */
export async function commitmentNotes(
  db: Pick<Store, 'db'>,
  { code, timeZone }: { code: string; timeZone: string },
  period: ReportingPeriod,
  moment: string,
): Promise<CommitmentNotes> {
  if (!(await printsCommitments(db, code))) return {};
  const lines = await readCommitments(db, code, dayIn(moment, timeZone), { asAt: moment });
  const later = lines.map((line) => line.period).filter((held) => periodOf(held).end > period.end);
  return notesOf(lines, period, new Set(later));
}
