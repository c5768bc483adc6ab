import type { ReportingPeriod } from '../domain/period/period.ts';
import { chosenScorecard } from '../domain/snapshot.ts';
import type { Store } from '../store/database.ts';
import { readFacts } from '../store/read-facts.ts';
import { Refusal } from './console.ts';

/** The code of a scorecard named by its code or name; of none named, of the one with the most measures. */
export async function scorecardNamed(
  store: Store,
  authority: string,
  { scorecard, period }: { scorecard?: string | undefined; period: ReportingPeriod },
): Promise<string> {
  const { scorecards } = await readFacts(store, { authority, setUpOnly: true, periods: [] });
  try {
    return chosenScorecard({ scorecards }, { period, scorecard: scorecard ?? null }).code;
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal(error.message);
    throw error;
  }
}
