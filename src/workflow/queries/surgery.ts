import { afterwards } from '../../domain/commitment/afterwards.ts';
import { commitmentStateNames } from '../../domain/commitment/commitment.ts';
import type { Authority } from '../../domain/organisation/organisation.ts';
import { dayIn } from '../../domain/period/of-day.ts';
import type { Report } from '../../reports/model/report.ts';
import { type SurgeryMeasure, surgeryPack } from '../../reports/model/surgery.ts';
import type { Known } from '../remembered/known-now.ts';
import { type CommitmentLine, readCommitments } from './commitments.ts';
import { type MeasurePoint, type MeasureView, readMeasure } from './read-measure.ts';

/** As many as a surgery can talk about in one sitting. */
export const MOST_IN_SURGERY = 12;
/** Three years of quarters. */
const PERIODS = 12;

/** One measure of a surgery: its view, what was promised for it, and where performance stood afterwards. */
export interface SurgeryView {
  view: MeasureView;
  /** At least one, oldest first. */
  points: readonly MeasurePoint[];
  commitments: readonly CommitmentLine[];
  done: readonly {
    line: CommitmentLine;
    doneOn: string;
    afterwards: ReturnType<typeof afterwards<MeasurePoint>>;
  }[];
}

/** The measures of a surgery that have figures; nothing of a round that is still being collected. */
export async function readSurgery(
  known: Known,
  { code, timeZone }: Pick<Authority, 'code' | 'timeZone'>,
  measures: readonly string[],
  today: string,
): Promise<SurgeryView[]> {
  const chosen = measures.slice(0, MOST_IN_SURGERY);
  const lines = await readCommitments(known.store, code, today, { measures: chosen });
  const found: SurgeryView[] = [];
  for (const measure of chosen) {
    const view = await readMeasure(known, measure, null, PERIODS);
    if (view === null || view.point === null) continue;
    const points = view.points.slice(0, view.points.indexOf(view.point) + 1);
    const commitments = lines.filter((line) => line.measure === measure);
    const done = commitments.flatMap((line) => {
      if (line.state !== 'done' || line.closed === null) return [];
      const doneOn = dayIn(line.closed.at, timeZone);
      return [{ line, doneOn, afterwards: afterwards(points, line.period, doneOn) }];
    });
    found.push({ view, points, commitments, done });
  }
  return found;
}

/** The pack as a report; null where none of the measures has a figure. */
export function surgeryReport(
  authority: Authority,
  surgery: readonly SurgeryView[],
  today: string,
): Report | null {
  const measures = surgery.flatMap(({ points, commitments, done }): SurgeryMeasure[] => {
    const [first, ...more] = points;
    const last = points.at(-1);
    if (first === undefined || last === undefined) return [];
    return [
      {
        points: [first, ...more],
        scheme: last.scheme,
        commitments: commitments.map((line) => ({
          what: line.what,
          due: line.due,
          ownerPost: line.ownerPost,
          forumName: line.forumName,
          standing: line.overdue ? 'Overdue' : commitmentStateNames[line.state],
          said: line.closed?.words ?? line.note?.text ?? '',
        })),
        done: done.map(({ line, ...rest }) => ({ what: line.what, ...rest })),
      },
    ];
  });
  return measures.length === 0 ? null : surgeryPack(authority, measures, today);
}
