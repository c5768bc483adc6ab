import type { ApprovalLevel } from '../../domain/round/levels.ts';
import type { Store } from '../../store/database.ts';
import { levelsIn } from '../round/open-update.ts';

/** The levels of approval that an authority uses, first to last. */
export const approvalLevels = (store: Pick<Store, 'db'>, authority: string): Promise<ApprovalLevel[]> =>
  levelsIn(store, authority);
