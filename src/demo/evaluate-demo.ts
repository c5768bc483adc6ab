import { presetDirection } from '../domain/direction/presets.ts';
import { type Evaluation, evaluate } from '../domain/evaluate.ts';
import { periodOf } from '../domain/period/parse.ts';
import { snapshotOf } from '../domain/snapshot.ts';
import { derby } from '../domain/status/presets/derby.ts';
import { demoFacts } from './demo-facts.ts';

/**
 * The demonstration authority judged without a database: what tests and examples start from.
 * @example evaluateDemo().measures.length // 62, at the second quarter of 2018-19
 */
export function evaluateDemo(
  period = '2018-19/Q2',
  { asAt = null, scorecard = null }: { asAt?: string | null; scorecard?: string | null } = {},
): Evaluation {
  const snapshot = snapshotOf(demoFacts(), { period: periodOf(period), scorecard, asAt });
  return evaluate(snapshot, derby, presetDirection('derby'));
}
