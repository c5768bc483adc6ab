import {
  CHECKS_SETTING,
  type CheckSettings,
  checkSettings,
} from '../../domain/commentary/checks/settings.ts';
import type { Store } from '../../store/database.ts';
import { factsIn } from '../../store/read-facts.ts';
import { readSettings } from '../../store/settings.ts';

/** What an authority has decided about the checks of its commentary, or what holds where it has not. */
export const readCheckSettings = async (db: Pick<Store, 'db'>, authority: string): Promise<CheckSettings> =>
  checkSettings((await readSettings(db, { authority }))[CHECKS_SETTING]);

/** What the checks go by beside a measure: the settings, and whether every measure of the authority is known. */
export interface ChecksNow {
  settings: CheckSettings;
  /** False where a scorecard holds exceptions alone: a measure may be named that nobody has recorded. */
  complete: boolean;
}

export async function readChecksNow(db: Pick<Store, 'db'>, authority: string): Promise<ChecksNow> {
  const settings = await readCheckSettings(db, authority);
  const { scorecards } = await factsIn(db, { authority, periods: [], setUpOnly: true, measures: [] });
  const complete = scorecards.length > 0 && !scorecards.some(({ exceptionsOnly }) => exceptionsOnly);
  return { settings, complete };
}
