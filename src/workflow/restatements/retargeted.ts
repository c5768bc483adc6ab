import type { Facts } from '../../domain/facts.ts';
import { formatFigure } from '../../domain/number/format.ts';
import type { Outcome } from '../../domain/status/outcome.ts';
import type { TargetRole } from '../../domain/target/target.ts';
import type { Transaction } from '../../store/transaction.ts';
import { type ChangedTarget, targetKey } from './changed-by-file.ts';
import { effectOfFacts, measuresStanding, type StandingOf } from './weigh-restatement.ts';

/** One target that published figures were judged by, and that a file changes. */
export interface Retargeted {
  measure: string;
  /** Of the measure. */
  title: string;
  role: TargetRole;
  /** What it is the target of: a period, or a year. */
  period: string;
  /** Code of the settled period that was judged by it; of a year's the latest. */
  settled: string;
  /** As printed; null where there was none. */
  was: string | null;
  is: string;
  /** The status of the settled period that it judges: the one now, or of a year's target that of the forecast. */
  status: { was: Outcome; is: Outcome };
  /** What it does to the settled period, and a sentence for each later one that changes with it. */
  effect: string;
  later: readonly string[];
}

/** What each changed target was and is, and what it does alone, by settled period and measure. Nothing is written. */
export async function retargeted(
  tx: Transaction,
  authority: string,
  targets: readonly ChangedTarget[],
): Promise<Retargeted[]> {
  if (targets.length === 0) return [];
  const standing = await measuresStanding(tx, authority, [
    ...new Set(targets.map(({ target }) => target.measure)),
  ]);
  const inOrder = targets.toSorted(
    (a, b) => compareText(a.settled, b.settled) || compareText(a.target.measure, b.target.measure),
  );
  return inOrder.flatMap((changed) => weighed(changed, standing(changed.target.measure)) ?? []);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** null where nobody saw the measure in that period. */
function weighed({ target, settled }: ChangedTarget, standingOf: StandingOf | null): Retargeted | null {
  const standing = standingOf?.(settled, null) ?? null;
  if (standing === null) return null;
  const { version, facts, measure } = standing;
  const before = facts.targets.findLast((one) => targetKey(one) === targetKey(target));
  // Newer than what is held, so that it is what counts.
  const newest = { ...target, version: (before?.version ?? 0) + 1 };
  const changed: Facts = { ...facts, targets: [...facts.targets, newest] };
  const effect = effectOfFacts(standing, changed);
  const judges = target.period === settled ? 'status' : 'forecastStatus';
  return {
    measure: target.measure,
    title: version.title,
    role: target.role,
    period: target.period,
    settled,
    was: before === undefined ? null : formatFigure(before.figure, version.unit),
    is: formatFigure(target.figure, version.unit),
    status: { was: measure[judges].outcome, is: effect.after[judges].outcome },
    effect: effect.own,
    later: effect.later,
  };
}
