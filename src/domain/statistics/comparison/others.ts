/** What an area counted, and out of or in how many; null where it is missing. */
export type Counted = { readonly count: number; readonly of: number } | null;

/**
 * For each area the pooled average of all the others, as a share or a rate: an area held against an average that it is
 * part of is held against itself, the more so the larger it is. Null for a missing area, and where there is no other.
 * @example othersAverages([{ count: 10, of: 100 }, { count: 30, of: 100 }, { count: 5, of: 100 }])[0] // 35 of 200: 0.175
 */
export function othersAverages(areas: readonly Counted[]): (number | null)[] {
  const held = areas.filter((each) => each !== null);
  return areas.map((area) => {
    if (area === null) return null;
    const others = held.filter((each) => each !== area);
    return pooledAverage(others);
  });
}

/**
 * All events over all that they were counted out of; null without an area.
 * @example pooledAverage([{ count: 10, of: 100 }, { count: 30, of: 300 }]) // 0.1
 */
export function pooledAverage(areas: readonly NonNullable<Counted>[]): number | null {
  if (areas.length === 0) return null;
  const sum = (name: 'count' | 'of') => areas.reduce((total, each) => total + each[name], 0);
  return sum('count') / sum('of');
}
