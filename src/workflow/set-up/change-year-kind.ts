import type { YearKind } from '../../domain/period/period.ts';
import type { Store } from '../../store/database.ts';
import { inTransaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { writeFacts } from '../../store/write-facts.ts';
import { readSetUp } from '../queries/set-up.ts';
import { yearInUse } from '../queries/year-in-use.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';

/**
 * The kind of year that the authority reports in from now on. Refused once anything is recorded under a period of the
 * present kind: a period's code says its kind, so what is recorded would keep its meaning, and be found by no report.
 */
export const changeYearKind = (
  store: Store,
  acting: Acting,
  { yearKind, reason }: { yearKind: YearKind; reason: string | null },
): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'setUpAuthority', null, null);
    const { authority: code, now, today, person } = acting;
    await openAuthority(tx, code, now);
    const { authority } = await readSetUp(tx, code, today);
    if (authority.yearKind === yearKind) return;
    if ((await yearInUse(tx, code, authority.yearKind)).length > 0) {
      throw new Refused(
        'notNow',
        'The kind of year cannot change any more: something is recorded under its periods.',
      );
    }
    if (reason === null) {
      const message = 'Say why the council reports by another year';
      throw new Refused('invalid', 'There is a problem', [{ field: 'reason', message }]);
    }
    const actingAs = roleFor(acting, 'setUpAuthority', null, null);
    const trail = { recordedAt: now, actor: person.id, actingAs, reason };
    await writeFacts(tx, { authority: { ...authority, yearKind } }, trail);
  });
