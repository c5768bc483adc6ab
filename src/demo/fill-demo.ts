import type { Store } from '../store/database.ts';
import type { WriteResult } from '../store/write-facts.ts';
import { recordFacts } from '../workflow/record-facts.ts';
import { beginning, recordedOn } from './calendar.ts';
import { demoFacts, demoSettings } from './demo-facts.ts';

/**
 * Writes the demonstration authority into a database, in one transaction. A second time nothing is changed.
 *
 * @param recordedAt when the authority, its measures and its scorecards became known; figures, targets and texts
 *   keep moments of their own. Before all of those unless told otherwise, so that any past moment can be asked for.
 */
export async function fillDemo(
  store: Store,
  recordedAt: string = recordedOn(beginning),
): Promise<WriteResult['counts'] | undefined> {
  const [counts] = await recordFacts(store, [{ facts: demoFacts(), file: null, settings: demoSettings }], {
    actor: 'demonstration',
    reason: 'The demonstration authority',
    recordedAt,
  });
  return counts;
}
