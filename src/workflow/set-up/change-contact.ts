import { CONTACT_SETTING, type Contact, contactProblems } from '../../domain/organisation/contact.ts';
import type { Store } from '../../store/database.ts';
import { writeSetting } from '../../store/settings.ts';
import { inTransaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';

/** Whom the public asks from now on; what is published keeps whom it names. */
export const changeContact = (store: Store, acting: Acting, contact: Contact): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeBranding', null, null);
    const problems = contactProblems(contact);
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    const { authority, now, person } = acting;
    await openAuthority(tx, authority, now);
    const actingAs = roleFor(acting, 'changeBranding', null, null);
    const trail = { recordedAt: now, actor: person.id, actingAs, reason: null };
    await writeSetting(tx, authority, CONTACT_SETTING, contact, trail);
  });
