import { type Branding, brandingFrom } from '../../domain/organisation/branding.ts';
import type { Authority } from '../../domain/organisation/organisation.ts';
import type { Store } from '../../store/database.ts';
import { listAuthorities } from '../../store/read-authorities.ts';
import { readSettings } from '../../store/settings.ts';
import type { Known } from '../remembered/known-now.ts';

/** Name of the setting that holds an authority's colours. */
export const BRANDING_SETTING = 'branding';

/** An authority as it is at this moment, and how its pages look; null where it is not held. */
export async function authorityNow(
  db: Pick<Store, 'db'>,
  code: string,
): Promise<{ authority: Authority; branding: Branding | null } | null> {
  const authority = (await listAuthorities(db)).find((one) => one.code === code);
  if (authority === undefined) return null;
  const settings = await readSettings(db, { authority: code });
  return { authority, branding: brandingFrom(settings[BRANDING_SETTING]) };
}

/** The same as it is remembered. */
export const authorityKnown = (known: Known): ReturnType<typeof authorityNow> =>
  known.recall({
    key: 'authority',
    of: ['setUp'],
    work: () => authorityNow(known.store, known.authority),
  });
