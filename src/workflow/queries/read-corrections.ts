import type { EvaluatedMeasure } from '../../domain/evaluate.ts';
import type { Corrections } from '../../domain/restatement/corrections.ts';
import type { ReportKind } from '../../domain/round/edition.ts';
import { snapshotOf } from '../../domain/snapshot.ts';
import type { Store } from '../../store/database.ts';
import { correctionsSince } from '../restatements/corrections-since.ts';
import { type EvaluationQuestion, factsFor } from './read-evaluation.ts';

/**
 * What the last published edition of a report, of this period or before, said otherwise; only of the measures that are
 * asked for. null where nothing was published before.
 */
export async function readCorrections(
  store: Store,
  report: ReportKind,
  question: EvaluationQuestion,
  scope: readonly EvaluatedMeasure[],
  now: string | null,
): Promise<Corrections | null> {
  const { authority, period, asAt } = question;
  const facts = await factsFor(store, question);
  const codes = new Set(scope.map(({ snapshot }) => snapshot.version.code));
  const { scorecard } = snapshotOf({ ...facts, measures: [] }, question);
  const at = asAt ?? now ?? new Date().toISOString();
  return correctionsSince(
    store,
    { authority, report, scorecard: scorecard.code, period, samePeriod: true, at },
    { ...facts, measures: facts.measures.filter(({ code }) => codes.has(code)) },
  );
}
