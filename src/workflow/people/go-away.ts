import type { Store } from '../../store/database.ts';
import { readPeople, writeAbsence } from '../../store/people.ts';
import { inTransaction } from '../../store/transaction.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed } from '../round/acting.ts';

export interface Away {
  /** Id of the person who stands in; null where they are back at work. */
  deputy: string | null;
  fromDay: string;
  /** null until further notice. */
  untilDay: string | null;
}

/** "I am away: pass to my deputy", and "I am back". Whoever stands in may do what they do. */
export const goAway = (store: Store, acting: Acting, away: Away): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeOwnSettings', null, null);
    const { authority, person, now } = acting;
    const problems: { field: string; message: string }[] = [];
    if (away.deputy !== null) {
      const deputy = (await readPeople(tx, authority)).find(({ id }) => id === away.deputy);
      if (deputy === undefined || !deputy.active) {
        problems.push({ field: 'deputy', message: 'Choose who stands in for you' });
      } else if (deputy.id === person.id) {
        problems.push({ field: 'deputy', message: 'Choose somebody else: you cannot stand in for yourself' });
      }
      if (away.untilDay !== null && away.untilDay < away.fromDay) {
        problems.push({ field: 'untilDay', message: 'The last day away must be on or after the first' });
      }
    }
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    const settings = { recordedAt: now, actor: person.id, reason: null };
    await writeAbsence(tx, authority, { person: person.id, ...away }, settings);
  });
