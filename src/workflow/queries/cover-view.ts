import { type CoverPart, noCoverWords } from '../../domain/commentary/cover.ts';
import type { TextTree } from '../../domain/commentary/text-tree.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { type CoverInputs, suggestedFor } from '../../reports/model/cover/cover-report.ts';
import { readCoverWords } from '../../store/cover-words.ts';
import type { Store } from '../../store/database.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed } from '../round/acting.ts';
import { coverOf, readPeriods } from './read-cover.ts';
import { scorecardsIn } from './release-view.ts';

/** A cover report as its author sees it: with the version of the words, and what stands where nothing was written. */
export interface CoverView extends CoverInputs {
  version: string | null;
  suggested: Partial<Record<CoverPart, TextTree>>;
  scorecards: readonly { code: string; name: string }[];
}

/** @throws Refused where there is no such scorecard, or only its exceptions are held */
export async function coverView(
  store: Store,
  acting: Acting,
  { period, scorecard }: { period: ReportingPeriod; scorecard: string | null },
): Promise<CoverView> {
  mustBeAllowed(acting, 'writeCover', null, null);
  const { authority } = acting;
  const periods = await readPeriods(store, { period, scorecard, authority, asAt: null }).catch(inWords);
  const { words, version } = await readCoverWords(store, coverOf(authority, periods.evaluation));
  const inputs = { ...periods, words: { ...noCoverWords, ...words }, due: null };
  return {
    ...inputs,
    version,
    suggested: suggestedFor(inputs),
    scorecards: await scorecardsIn(store, authority, period.code),
  };
}

function inWords(error: unknown): never {
  if (error instanceof RangeError) throw new Refused('notNow', error.message);
  throw error;
}
