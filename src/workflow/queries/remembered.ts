import { markFrom, readDataMark } from '../../store/data-mark.ts';
import type { Store } from '../../store/database.ts';

interface Memory {
  from: string;
  /** Milliseconds: when `from` was chosen. */
  begun: number;
  mark: string;
  values: Map<string, Promise<unknown>>;
}

const memories = new WeakMap<Store, Map<string, Memory>>();

/** A scorecard of a thousand measures is some ten megabytes, and two as a page. */
const MOST = 12;
const A_DAY = 24 * 60 * 60 * 1000;

/**
 * What many people read at once is worked out once, and again as soon as anything is recorded that could change it. For
 * answers that are the same for everybody who may have them.
 *
 * @param work must depend on nothing but the authority's facts, rules and rounds, and on `key`
 */
export async function remembered<T>(
  store: Store,
  authority: string,
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  const all = memories.get(store) ?? new Map<string, Memory>();
  memories.set(store, all);
  let memory = all.get(authority);
  const begun = Date.now();
  if (memory === undefined || begun - memory.begun > A_DAY) {
    memory = { from: markFrom(begun), begun, mark: '', values: new Map() };
    all.set(authority, memory);
  }
  // Read before the work begins: what is recorded meanwhile makes the work be done once more, never once too few.
  const mark = await readDataMark(store, authority, memory.from);
  if (mark !== memory.mark) {
    memory.mark = mark;
    memory.values = new Map();
  }
  const { values } = memory;
  const known = values.get(key) as Promise<T> | undefined;
  values.delete(key);
  const value = known ?? work();
  // The one used last stands last; a failure is not remembered.
  values.set(key, value);
  for (const oldest of values.keys()) {
    if (values.size <= MOST) break;
    values.delete(oldest);
  }
  value.catch(() => values.delete(key));
  return value;
}
