import { readGlossary } from '../../domain/commentary/checks/glossary.ts';
import { CHECKS_SETTING, type CheckSettings } from '../../domain/commentary/checks/settings.ts';
import type { Store } from '../../store/database.ts';
import { writeSetting } from '../../store/settings.ts';
import { inTransaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';

/** The settings as typed: lines of a glossary, and whole numbers; blank for no such check. */
export interface ChecksGiven {
  glossary: string;
  disclosureThreshold: string;
  lengthGuide: string;
  reason: string | null;
}

/** What the checks of commentary go by from now on; all that is wrong is said at once. */
export const changeChecks = (store: Store, acting: Acting, given: ChecksGiven): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeChecks', null, null);
    const { settings, problems } = read(given);
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    await openAuthority(tx, acting.authority, acting.now);
    await writeSetting(tx, acting.authority, CHECKS_SETTING, settings, {
      recordedAt: acting.now,
      actor: acting.person.id,
      actingAs: roleFor(acting, 'changeChecks', null, null),
      reason: given.reason,
    });
  });

type Numbers = 'disclosureThreshold' | 'lengthGuide';

/** The bounds of the numbers, as the settings are read. */
const bounds: Readonly<Record<Numbers, { least: number; most: number; what: string }>> = {
  disclosureThreshold: { least: 2, most: 1_000, what: 'The smallest number of people' },
  lengthGuide: { least: 20, most: 5_000, what: 'The number of words' },
};

function read(given: ChecksGiven): {
  settings: CheckSettings;
  problems: { field: string; message: string }[];
} {
  const { glossary, problems: wrong } = readGlossary(given.glossary);
  const problems = wrong.map((message) => ({ field: 'glossary', message }));
  const number = (field: Numbers): number | null => {
    const typed = given[field].trim().replaceAll(',', '');
    if (typed === '') return null;
    const { least, most, what } = bounds[field];
    const value = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
    if (value < least || value > most) {
      problems.push({ field, message: `${what} must be a whole number from ${least} to ${most}, or blank` });
    }
    return value;
  };
  const disclosureThreshold = number('disclosureThreshold');
  const lengthGuide = number('lengthGuide');
  return { settings: { glossary, disclosureThreshold, lengthGuide }, problems };
}
