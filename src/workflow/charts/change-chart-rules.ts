import type { ChartRules } from '../../domain/signal/chart-setting.ts';
import { CHART_RULES_SETTING } from '../../domain/signal/read-setting.ts';
import type { Store } from '../../store/database.ts';
import { writeSetting } from '../../store/settings.ts';
import { inTransaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';

/** How the authority draws all its control charts from now on; reports as known before stay as they were. */
export const changeChartRules = (
  store: Store,
  acting: Acting,
  { rules, reason: typed }: { rules: ChartRules; reason: string },
): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'setChartRules', null, null);
    const reason = typed.trim();
    if (reason === '') {
      throw new Refused('invalid', 'There is a problem', [{ field: 'reason', message: 'Enter the reason' }]);
    }
    await openAuthority(tx, acting.authority, acting.now);
    await writeSetting(tx, acting.authority, CHART_RULES_SETTING, rules, {
      recordedAt: acting.now,
      actor: acting.person.id,
      actingAs: roleFor(acting, 'setChartRules', null, null),
      reason,
    });
  });
