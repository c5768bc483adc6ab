import { type Evaluation, evaluate } from '../../domain/evaluate.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { periodsIn } from '../../domain/period/relate.ts';
import { type Snapshot, snapshotOf, yearsOfInterest } from '../../domain/snapshot.ts';
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
  const snapshot = await readSnapshot(store, question);
  const schemes = await schemesInForce(store, snapshot.authority, question.period.end);
  return evaluate(snapshot, schemes.status, schemes.direction);
}

/** The facts in force, not yet judged. */
export async function readSnapshot(store: Store, question: EvaluationQuestion): Promise<Snapshot> {
  const { authority, period, scorecard, asAt } = question;
  const periods = periodCodesAround(period);
  const facts = await readFacts(store, { authority, periods, ...(asAt === null ? {} : { asAt }) });
  return snapshotOf(facts, { period, scorecard, asAt });
}

/** Every period code that a snapshot can look at: all of the years that its history reaches. */
export function periodCodesAround(period: ReportingPeriod): string[] {
  return yearsOfInterest(period).flatMap((year) =>
    (['month', 'quarter', 'half', 'year'] as const).flatMap((span) =>
      periodsIn(year, span).map(({ code }) => code),
    ),
  );
}
