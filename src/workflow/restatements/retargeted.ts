import type { Facts } from '../../domain/facts.ts';
import { toText } from '../../domain/number/decimal.ts';
import type { Figure } from '../../domain/number/figure.ts';
import { formatFigure } from '../../domain/number/format.ts';
import type { Outcome } from '../../domain/status/outcome.ts';
import type { TargetRole } from '../../domain/target/target.ts';
import type { Transaction } from '../../store/transaction.ts';
import type { ChangedTarget } from './changed-by-file.ts';
import { effectOfFacts, measuresStanding, type StandingOf } from './weigh-restatement.ts';

/** One target that published figures were judged by, and that a file changes. */
export interface Retargeted {
  measure: string;
  /** Of the measure; null where it is no longer there in the settled period. */
  title: string | null;
  role: TargetRole;
  /** What it is the target of: a period, or a year. */
  period: string;
  /** Code of the settled period that was judged by it; of a year's the latest. */
  settled: string;
  /** As printed; null where there was none. */
  was: string | null;
  is: string;
  /** The same as exact decimal texts; null where it is no number. */
  exact: { was: string | null; is: string | null };
  /**
   * The status of the settled period that it judges: the one now, or of a year's target that of the forecast. Null where
   * the measure is no longer there.
   */
  status: { was: Outcome; is: Outcome } | null;
  /** What it does to the settled period, and a sentence for each later one that changes with it. */
  effect: string;
  later: readonly string[];
}

/** What each changed target was and is, and what it does alone. Nothing is written. */
export async function retargeted(
  tx: Transaction,
  authority: string,
  targets: readonly ChangedTarget[],
): Promise<Retargeted[]> {
  if (targets.length === 0) return [];
  const standing = await measuresStanding(tx, authority, [
    ...new Set(targets.map(({ target }) => target.measure)),
  ]);
  return targets.map((changed) => weighed(changed, standing(changed.target.measure)));
}

function weighed({ target, before, settled }: ChangedTarget, standingOf: StandingOf | null): Retargeted {
  const { measure: code, role, period } = target;
  const exact = { was: exactly(before?.figure ?? null), is: exactly(target.figure) };
  const which = { measure: code, role, period, settled, exact };
  const standing = standingOf?.(settled, null) ?? null;
  // Earlier periods may have been judged by it all the same: it is told, and a reason asked for.
  if (standing === null) {
    const [was, is] = [before?.figure.typed ?? null, target.figure.typed];
    const effect = `The measure is not there in ${settled}.`;
    return { ...which, title: null, was, is, status: null, effect, later: [] };
  }
  const { version, facts, measure } = standing;
  // Newer than what is held, so that it is what counts.
  const newest = { ...target, version: (before?.version ?? 0) + 1 };
  const changed: Facts = { ...facts, targets: [...facts.targets, newest] };
  const effect = effectOfFacts(standing, changed);
  const judges = period === settled ? 'status' : 'forecastStatus';
  return {
    ...which,
    title: version.title,
    was: before === null ? null : formatFigure(before.figure, version.unit),
    is: formatFigure(target.figure, version.unit),
    status: { was: measure[judges].outcome, is: effect.after[judges].outcome },
    effect: effect.own,
    later: effect.later,
  };
}

const exactly = (figure: Figure | null): string | null =>
  figure?.kind === 'number' ? toText(figure.value) : null;
