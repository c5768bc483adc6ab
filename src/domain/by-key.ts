/** Later facts replace earlier ones; of two recorded at one moment, the one written later. */
export function newestByKey<T extends { recordedAt: string }>(
  all: readonly T[],
  key: (each: T) => string,
): Map<string, T> {
  const newest = new Map<string, T>();
  for (const each of all) {
    const held = newest.get(key(each));
    if (held === undefined || each.recordedAt >= held.recordedAt) newest.set(key(each), each);
  }
  return newest;
}

/** All that have the same key, in their order; the keys as they first come. */
export function grouped<T>(all: readonly T[], key: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const group = groups.get(key(each));
    if (group === undefined) groups.set(key(each), [each]);
    else group.push(each);
  }
  return groups;
}
