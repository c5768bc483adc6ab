import { CONTACT_SETTING, type Contact, contactFrom } from '../../domain/organisation/contact.ts';
import type { Store } from '../../store/database.ts';
import { readSettings } from '../../store/settings.ts';
import type { Known } from '../remembered/known-now.ts';

/** Whom the public asks about an authority's reports; null while nobody is set. */
export const readContact = async (db: Pick<Store, 'db'>, authority: string): Promise<Contact | null> =>
  contactFrom((await readSettings(db, { authority }))[CONTACT_SETTING]);

/** The same as it is remembered. */
export const contactKnown = (known: Known): Promise<Contact | null> =>
  known.recall({ key: 'contact', of: ['setUp'], work: () => readContact(known.store, known.authority) });
