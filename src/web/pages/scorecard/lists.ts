import type { EvaluatedMeasure, JudgedStatus } from '../../../domain/evaluate.ts';
import { isOffTarget } from '../../../domain/scorecard/tally.ts';
import { signalRank } from '../../../domain/signal/signal-in-words.ts';
import type { Outcome } from '../../../domain/status/outcome.ts';
import type { ScorecardView } from '../../../workflow/queries/read-scorecard.ts';

/** A measure as the scorecard shows it. */
export interface Line {
  measure: EvaluatedMeasure;
  /** Its status the period before, where both are statuses and they differ; else null. */
  was: Outcome | null;
}

/** What somebody chose to see; null for everything. */
export interface Filters {
  directorate: string | null;
  /** Id of the status now. */
  status: string | null;
  changedOnly: boolean;
  /** Only those whose status, now or in forecast, is close to another. */
  close: 'now' | 'forecast' | null;
  /** Strongest signal of the control charts first, instead of the scorecard's own order. */
  bySignal: boolean;
}

export interface Lists {
  attention: readonly Line[];
  changed: readonly Line[];
  rest: readonly Line[];
}

/** Every measure once: off target now or in forecast, else changed, else the rest; each list in the order that was chosen. */
export function listsOf({ evaluation, before }: ScorecardView, filters: Filters): Lists {
  const lists = { attention: [] as Line[], changed: [] as Line[], rest: [] as Line[] };
  for (const measure of evaluation.measures) {
    const { version, directorate } = measure.snapshot;
    const now = measure.status.outcome;
    const then = before.get(version.code) ?? null;
    const hasChanged = then?.inDenominator && now.inDenominator && then.id !== now.id;
    if (filters.directorate !== null && directorate.code !== filters.directorate) continue;
    if (filters.status !== null && now.id !== filters.status) continue;
    if (filters.changedOnly && !hasChanged) continue;
    if (filters.close === 'now' && closeTo(measure.status) === null) continue;
    if (filters.close === 'forecast' && closeTo(measure.forecastStatus) === null) continue;
    const line = { measure, was: hasChanged ? then : null };
    if (isOffTarget(now) || isOffTarget(measure.forecastStatus.outcome)) lists.attention.push(line);
    else if (hasChanged) lists.changed.push(line);
    else lists.rest.push(line);
  }
  if (!filters.bySignal) return lists;
  const rank = ({ measure }: Line) => signalRank(measure.signal());
  const sorted = (lines: readonly Line[]) => [...lines].sort((a, b) => rank(a) - rank(b));
  return {
    attention: sorted(lists.attention),
    changed: sorted(lists.changed),
    rest: sorted(lists.rest),
  };
}

/** True where only some of the measures are shown, or in another order. */
export const isChosen = ({ directorate, status, changedOnly, close, bySignal }: Filters): boolean =>
  directorate !== null || status !== null || changedOnly || close !== null || bySignal;

/** What a status is close to, in a few words: "0.1 points from Red"; null where it is not, or not ours. */
export const closeTo = (status: JudgedStatus): string | null =>
  status.shown === 'computed' ? (status.explain().near?.brief ?? null) : null;

/** `Red now, forecast Green`; null where they agree or one of them is no status. */
export function disagreement({ status, forecastStatus }: EvaluatedMeasure): string | null {
  const [now, then] = [status.outcome, forecastStatus.outcome];
  if (!now.inDenominator || !then.inDenominator || now.id === then.id) return null;
  return `${now.label} now, forecast ${then.label}`;
}
