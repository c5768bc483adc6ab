import {
  CHECKS_SETTING,
  type CheckSettings,
  checkSettings,
} from '../../domain/commentary/checks/settings.ts';
import type { Store } from '../../store/database.ts';
import { readSettings } from '../../store/settings.ts';

/** What an authority has decided about the checks of its commentary, or what holds where it has not. */
export const readCheckSettings = async (db: Pick<Store, 'db'>, authority: string): Promise<CheckSettings> =>
  checkSettings((await readSettings(db, { authority }))[CHECKS_SETTING]);
