import { Temporal } from 'temporal-polyfill';
import { plainDate } from '../../domain/number/date.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { knownLevels, type LevelsFrom } from '../../domain/round/levels.ts';
import type { Store } from '../../store/database.ts';
import { readRoundPeriods } from '../../store/rounds.ts';
import { readSettings, writeSetting } from '../../store/settings.ts';
import { inTransaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';
import { LEVELS_SETTING } from '../round/open-update.ts';
import { ALWAYS } from './beginning.ts';

/**
 * Who signs off, in which order, in the rounds that are still to be opened. Those that have begun keep their levels: an
 * update approved by all that were asked for stays approved.
 */
export const changeLevels = (
  store: Store,
  acting: Acting,
  { levels: chosen, reason }: { levels: readonly string[]; reason: string | null },
): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeMeasures', null, null);
    const { authority, now } = acting;
    await openAuthority(tx, authority, now);
    const levels = knownLevels.filter(({ id }) => chosen.includes(id));
    if (levels.length === 0) {
      const message = 'Choose at least one level: nothing is approved by nobody';
      throw new Refused('invalid', 'There is a problem', [{ field: 'levels', message }]);
    }
    const held = ((await readSettings(tx, { authority }))[LEVELS_SETTING] as LevelsFrom[] | undefined) ?? [];
    const ends = (await readRoundPeriods(tx, authority)).map((period) => periodOf(period).end).sort();
    const last = ends.at(-1);
    const from = last === undefined ? ALWAYS : dayAfter(last);
    const changes = [...held.filter((one) => one.from < from), { from, levels }];
    await writeSetting(tx, authority, LEVELS_SETTING, changes, {
      recordedAt: now,
      actor: acting.person.id,
      actingAs: roleFor(acting, 'changeMeasures', null, null),
      reason,
    });
  });

const dayAfter = (day: string): string =>
  plainDate(day)
    .add(Temporal.Duration.from({ days: 1 }))
    .toString();
