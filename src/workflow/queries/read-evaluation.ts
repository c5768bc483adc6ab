import { type Evaluation, evaluate } from '../../domain/evaluate.ts';
import type { Facts } from '../../domain/facts.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { type Snapshot, snapshotOf } from '../../domain/snapshot.ts';
import type { Store } from '../../store/database.ts';
import { readFacts } from '../../store/read-facts.ts';
import { schemesInForce } from './schemes-in-force.ts';

export interface EvaluationQuestion {
  authority: string;
  period: ReportingPeriod;
  /** Code or name; null for the only one. */
  scorecard: string | null;
  /** ISO instant: facts as known then; null for now. */
  asAt: string | null;
}

/** One scorecard in one period, judged under the authority's own schemes, as known now or at a past moment. */
export async function readEvaluation(store: Store, question: EvaluationQuestion): Promise<Evaluation> {
  return evaluationFrom(store, await factsFor(store, question), question);
}

/** The same from facts that have been read. */
export async function evaluationFrom(
  store: Store,
  facts: Facts,
  question: EvaluationQuestion,
): Promise<Evaluation> {
  const snapshot = snapshotOf(facts, question);
  const schemes = await schemesInForce(store, snapshot.authority, question.period.end);
  return evaluate(snapshot, schemes.status, schemes.direction);
}

/** The facts in force, not yet judged. */
export const readSnapshot = async (store: Store, question: EvaluationQuestion): Promise<Snapshot> =>
  snapshotOf(await factsFor(store, question), question);

/** All that a snapshot of the question could look at. */
export function factsFor(store: Store, { authority, period, asAt }: EvaluationQuestion): Promise<Facts> {
  return readFacts(store, { authority, around: [period], ...(asAt === null ? {} : { asAt }) });
}
