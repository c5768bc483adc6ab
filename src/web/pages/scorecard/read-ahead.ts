import { readScorecard } from '../../../workflow/queries/read-scorecard.ts';
import { latestSettled, readablePeriods } from '../../../workflow/queries/readable-periods.ts';
import type { Known } from '../../../workflow/remembered/known-now.ts';
import { wholeLists } from './lists-as-rows.ts';

/** As many as are remembered beside what readers ask for themselves. */
const MOST = 6;

/**
 * Works out the scorecards that readers are shown first before any of them asks, so that nobody is the one who waits
 * after a start, an import or a freeze. Costs next to nothing where nothing has changed.
 */
export async function readScorecardsAhead(known: Known): Promise<void> {
  const readable = latestSettled(await readablePeriods(known));
  if (readable === null) return;
  const { period } = readable;
  const widest = await readScorecard(known, { period, scorecard: null });
  for (const { code } of widest?.scorecards.slice(0, MOST) ?? []) {
    const view = await readScorecard(known, { period, scorecard: code });
    if (view !== null) await wholeLists(view, known.turn);
  }
}
