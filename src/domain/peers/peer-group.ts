/** A council, region or country as statistics name it: `E06000015`, `Derby`. */
export interface PeerArea {
  code: string;
  name: string;
}

/** Nearest neighbours are chosen by a published model of likeness; a group of one's own by the authority itself. */
export type PeerGroupKind = 'nearestNeighbours' | 'own';

/** One effective-dated version of a peer group: the councils that the authority is held against from a day on. */
export interface PeerGroup {
  code: string;
  validFrom: string;
  name: string;
  kind: PeerGroupKind;
  /** The others: never the authority itself. */
  members: readonly PeerArea[];
  /** Where the choice comes from: `CIPFA Nearest Neighbours Model 2018`. */
  source: string;
  /** The day of that source (ISO date). */
  sourceDate: string;
  /** True where the group is used no more from `validFrom` on. */
  ended: boolean;
}

/** Fewest and most members of a group; one council is a comparison of two, not a group. */
export const FEWEST_MEMBERS = 2;
export const MOST_MEMBERS = 400;

/**
 * The version of each group in force on a day, by name.
 * @example groupsOn([{ code: 'nn', validFrom: '2018-04-01', … }], '2018-03-31') // []
 */
export function groupsOn(versions: readonly PeerGroup[], day: string): PeerGroup[] {
  const latest = new Map<string, PeerGroup>();
  for (const version of versions) {
    if (version.validFrom > day) continue;
    const before = latest.get(version.code);
    if (before === undefined || before.validFrom <= version.validFrom) latest.set(version.code, version);
  }
  return [...latest.values()]
    .filter(({ ended }) => !ended)
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/**
 * Every council that is in one of the groups, once, in the order of its name.
 * @example areasOf([nearest, midlands]).map(({ name }) => name) // ['Ashby', 'Calder', 'Thornley']
 */
export function areasOf(groups: readonly PeerGroup[]): PeerArea[] {
  const areas = new Map(groups.flatMap(({ members }) => members.map((area) => [area.code, area] as const)));
  return [...areas.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

const COUNCIL =
  /\b(?:(?:city|county|borough|district|metropolitan|unitary|london|royal|council|authority|the|of|and)\b\s*)+/g;

/** Whether two names mean one council, with or without "City Council" and the like. */
export function isSameCouncil(one: string, other: string): boolean {
  const core = (name: string) => {
    const words = name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/&/g, ' and ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ');
    const bare = words.replace(COUNCIL, ' ').replace(/\s+/g, ' ').trim();
    return bare === '' ? words.trim() : bare;
  };
  return core(one) === core(other);
}
