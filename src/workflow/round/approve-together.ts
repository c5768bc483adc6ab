import type { Store } from '../../store/database.ts';
import { inTransaction } from '../../store/transaction.ts';
import { approvalQueue } from '../queries/approval-queue.ts';
import { Refused } from '../refused.ts';
import type { Acting } from './acting.ts';
import { approveIn, type Which } from './enter-update.ts';

/**
 * Approves several updates in one go: those on target whose status and forecast are as they were, about which nothing is odd
 * and whose words bear no warning that nobody has dismissed. All are approved, or none: whatever has changed since the page was shown is looked at one by one.
 */
export const approveTogether = (store: Store, acting: Acting, all: readonly Which[]): Promise<number> =>
  inTransaction(store, async (tx) => {
    if (all.length === 0) {
      throw new Refused('invalid', 'There is a problem', [
        { field: 'together', message: 'Choose the updates to approve' },
      ]);
    }
    const { queue } = await approvalQueue(tx, acting);
    for (const which of all) {
      const queued = queue.find(
        ({ line }) => line.code === which.measure && line.round.period === which.period,
      );
      if (queued === undefined || !queued.plain || queued.line.standing.version !== which.version) {
        throw new Refused(
          'notNow',
          'One of these has changed since you opened the page, so none was approved. Look at them again.',
        );
      }
      await approveIn(tx, acting, which, { note: '', batch: true });
    }
    return all.length;
  });
