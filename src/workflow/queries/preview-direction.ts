import type { Direction } from '../../domain/direction/direction.ts';
import type { DirectionScheme } from '../../domain/direction/scheme.ts';
import { evaluate } from '../../domain/evaluate.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import type { Known } from '../remembered/known-now.ts';
import { readEvaluation } from './read-evaluation.ts';
import { latestSettled, readablePeriods } from './readable-periods.ts';

/** What another direction scheme would say of the widest scorecard in the latest settled period. */
export interface DirectionPreview {
  period: ReportingPeriod;
  measures: number;
  changes: readonly { code: string; title: string; is: string; wouldBe: string; why: string }[];
}

/** null before the first figures. Nothing is written. */
export async function previewDirection(
  known: Known,
  scheme: DirectionScheme,
): Promise<DirectionPreview | null> {
  const period = latestSettled(await readablePeriods(known))?.period;
  if (period === undefined) return null;
  // With all the figures of a chart: what is judged now may look back less than what is tried.
  const question = { authority: known.authority, period, scorecard: null, asAt: null };
  const evaluation = await readEvaluation(known.store, question);
  const tried = evaluate(evaluation.snapshot, evaluation.scheme, scheme);
  const changes = evaluation.measures.flatMap(({ snapshot, direction: now }, index) => {
    const then = tried.measures[index]?.direction;
    if (then === undefined || (then.label === now.label && then.kind === now.kind)) return [];
    const { code, title } = snapshot.version;
    return [{ code, title, is: now.label, wouldBe: then.label, why: whyOf(then) }];
  });
  return { period, measures: evaluation.measures.length, changes };
}

function whyOf(direction: Direction): string {
  if (direction.kind === 'available') return direction.sentence;
  return direction.kind === 'asStated' ? direction.basisInWords : direction.reason;
}
