import { type NationalData, overdue } from '../../domain/peers/national-data.ts';
import { areasOf, groupsOn, type PeerArea, type PeerGroup } from '../../domain/peers/peer-group.ts';
import type { Store } from '../../store/database.ts';
import { readLatestPublished, readNationalData, readPeerGroups } from '../../store/peers.ts';
import type { Known } from '../remembered/known-now.ts';
import { setUpKnown } from './set-up-now.ts';

/** Every version of every peer group, by code and the day it begins. */
export const peerGroupVersions = (store: Store, authority: string): Promise<PeerGroup[]> =>
  readPeerGroups(store, authority);

/** The councils of all groups in force on a day. */
export const areasComparedWith = async (store: Store, authority: string, day: string): Promise<PeerArea[]> =>
  areasOf(groupsOn(await readPeerGroups(store, authority), day));

export type PeersDue = NationalData & { expectedOn: string; title: string };

/** The measures whose national figures were expected by today and have not been brought in, the longest first. */
export async function peersDue(known: Known, today: string): Promise<PeersDue[]> {
  const { store, authority } = known;
  const [expected, published, versions] = await Promise.all([
    readNationalData(store, authority),
    readLatestPublished(store, authority),
    setUpKnown(known).versions(null),
  ]);
  const titles = new Map(versions.map(({ code, title }) => [code, title]));
  return overdue(expected, published, today).map((one) => ({
    ...one,
    title: titles.get(one.measure) ?? '',
  }));
}
