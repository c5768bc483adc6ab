import type { Forum } from '../../domain/commitment/forum.ts';
import type { Store } from '../../store/database.ts';
import { readSettings } from '../../store/settings.ts';

/** Names of the settings that hold an authority's forums, and whether its reports print commitments. */
export const FORUMS_SETTING = 'forums';
export const PRINT_COMMITMENTS_SETTING = 'printCommitments';

/** Every forum of an authority, those that have ended too, by name. */
export async function readForums(db: Pick<Store, 'db'>, authority: string): Promise<Forum[]> {
  const held = (await readSettings(db, { authority }))[FORUMS_SETTING] as Forum[] | undefined;
  return [...(held ?? [])].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Whether commitments stand as notes under their measures in reports. */
export const printsCommitments = async (db: Pick<Store, 'db'>, authority: string): Promise<boolean> =>
  (await readSettings(db, { authority }))[PRINT_COMMITMENTS_SETTING] === true;
