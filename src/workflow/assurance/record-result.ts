import { type Assurance, type AssuranceResult, assuranceProblems } from '../../domain/assurance/assurance.ts';
import { addAssurance, readSample } from '../../store/assurance.ts';
import type { Store } from '../../store/database.ts';
import { inTransaction } from '../../store/transaction.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';

/** The form of one test as it was typed. */
export interface TypedResult {
  sample: string;
  measure: string;
  result: string;
  found: string | null;
  note: string;
}

/** Writes down what the test of one figure of a sample showed. A later one replaces it and stays beside it in the trail. */
export const recordResult = (store: Store, acting: Acting, typed: TypedResult): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'testFigures', null, null);
    const { authority, now, today, person } = acting;
    const sample = await readSample(tx, authority, typed.sample);
    if (sample === null || !sample.measures.includes(typed.measure)) {
      throw new Refused('notNow', 'This figure is not in the sample.');
    }
    const problems = assuranceProblems(typed);
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    const tested: Assurance = {
      measure: typed.measure,
      period: sample.period,
      result: typed.result as AssuranceResult,
      found: typed.found,
      note: typed.note.trim(),
      testedOn: today,
    };
    await addAssurance(tx, authority, sample.id, tested, {
      recordedAt: now,
      actor: person.id,
      actingAs: roleFor(acting, 'testFigures', null, null),
      reason: null,
    });
  });
