import type { HeldFindings } from '../../domain/commentary/checks/dismissal.ts';
import type { EvaluatedMeasure } from '../../domain/evaluate.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { RoundStanding } from '../../domain/round/round.ts';
import type { Transaction } from '../../store/transaction.ts';
import { factsByMeasure } from '../queries/evaluate-update.ts';
import { findingsOf } from '../queries/findings.ts';
import type { Acting } from '../round/acting.ts';
import type { FrozenInputs } from './frozen-inputs.ts';

/** What a release would print, and from what. */
interface Printed {
  period: string;
  round: RoundStanding | null;
  inputs: FrozenInputs;
  shown: readonly EvaluatedMeasure[];
}

/** What the checks find in the texts as they would be printed, beside what was said to it; by measure. */
export async function foundInPrint(
  tx: Transaction,
  acting: Acting,
  { period, round, inputs, shown }: Printed,
): Promise<Map<string, HeldFindings>> {
  const { facts, statusScheme: scheme, directionScheme } = inputs;
  const factsOf = factsByMeasure(facts, periodOf(period).end);
  const evaluated = new Map(
    shown.map((measure) => {
      const { code } = measure.snapshot.version;
      return [code, { measure, scheme, directionScheme, facts: factsOf(code) }];
    }),
  );
  return findingsOf(tx, acting, period, round, evaluated);
}
