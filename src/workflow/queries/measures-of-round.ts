import type { Store } from '../../store/database.ts';
import { measuresDue } from '../round/change-round.ts';

/** Codes of the measures that a round of the period would collect. */
export const measuresOfRound = (
  store: Pick<Store, 'db'>,
  authority: string,
  period: string,
): Promise<string[]> => measuresDue(store, authority, period);
