import { setImmediate } from 'node:timers/promises';
import type { DirectionScheme } from '../../domain/direction/scheme.ts';
import { type EvaluatedMeasure, type Evaluation, evaluate } from '../../domain/evaluate.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';

/** Some ten milliseconds of work: nobody else's page waits longer for its turn. */
const AT_ONCE = 60;

/** The same as `evaluate`, letting others have their turn in between: a measure is judged by itself. */
export async function evaluateInTurns(
  snapshot: Snapshot,
  scheme: StatusScheme,
  directionScheme: DirectionScheme,
): Promise<Evaluation> {
  const measures: EvaluatedMeasure[] = [];
  for (let from = 0; from < snapshot.measures.length; from += AT_ONCE) {
    if (from > 0) await setImmediate();
    const some = { ...snapshot, measures: snapshot.measures.slice(from, from + AT_ONCE) };
    measures.push(...evaluate(some, scheme, directionScheme).measures);
  }
  return { snapshot, scheme, directionScheme, measures };
}
