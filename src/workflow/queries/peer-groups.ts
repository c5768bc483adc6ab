import { areasOf, groupsOn, type PeerArea } from '../../domain/peers/peer-group.ts';
import type { Store } from '../../store/database.ts';
import { readPeerGroups } from '../../store/peers.ts';

/** The councils of all groups in force on a day. */
export const areasComparedWith = async (store: Store, authority: string, day: string): Promise<PeerArea[]> =>
  areasOf(groupsOn(await readPeerGroups(store, authority), day));
