import type { Store } from '../../store/database.ts';
import { countEvents, firstEventOf, readWritten } from '../../store/what-changed.ts';
import { Memory, type Recipe } from './memory.ts';
import { afterReaders, awaiting, nextTurn, type Turn } from './turns.ts';

/** What is remembered, no older than the moment at which this was asked for. */
export interface Known {
  store: Store;
  authority: string;
  recall<T>(recipe: Recipe<T>): Promise<T>;
  /** Between two slices of long work. */
  turn: Turn;
}

interface Shelf {
  memory: Memory;
  /** Milliseconds: when it was begun. */
  begun: number;
  /** Events before it were over by then. */
  from: string;
  reading: Promise<void> | null;
}

const shelves = new WeakMap<Store, Map<string, Shelf>>();

/** Longer than any transaction is open, and than the clocks of two servers differ. */
const SURELY_OVER = 24 * 60 * 60 * 1000;
/** Begun anew each day, so that the events to be counted do not become ever more. */
const A_DAY = 24 * 60 * 60 * 1000;
/** Most transactions are over sooner; where one was not, its event is missed in the count and all are read. */
const LATELY = 10 * 60 * 1000;

/**
 * What many people read is worked out once, and again as far as something was recorded that it rests on. To be asked
 * for when a question comes: whatever was committed by then is in every answer.
 */
export async function knownNow(store: Store, authority: string): Promise<Known> {
  const memory = await memoryNow(store, authority);
  return { store, authority, recall: (recipe) => awaiting(memory.recall(recipe)), turn: nextTurn };
}

/** The same for work ahead of anybody's asking: whoever asks for something goes first. */
export async function knownAhead(store: Store, authority: string): Promise<Known> {
  const memory = await memoryNow(store, authority);
  return { store, authority, recall: (recipe) => memory.recall(recipe), turn: afterReaders };
}

async function memoryNow(store: Store, authority: string): Promise<Memory> {
  const shelf = shelfOf(store, authority);
  const { memory } = shelf;
  const count = await countEvents(store, authority, shelf.from);
  while (memory.size < count) {
    shelf.reading ??= learn(store, authority, shelf, count).finally(() => {
      shelf.reading = null;
    });
    await shelf.reading;
  }
  return memory;
}

async function learn(store: Store, authority: string, { memory, from }: Shelf, count: number): Promise<void> {
  const lately = firstEventOf(Date.now() - LATELY);
  if (memory.size > 0 && lately > from) memory.learn(await readWritten(store, authority, lately));
  if (memory.size < count) memory.learn(await readWritten(store, authority, from));
}

function shelfOf(store: Store, authority: string): Shelf {
  const all = shelves.get(store) ?? new Map<string, Shelf>();
  shelves.set(store, all);
  const begun = Date.now();
  const held = all.get(authority);
  if (held !== undefined && begun - held.begun <= A_DAY) return held;
  const shelf = { memory: new Memory(), begun, from: firstEventOf(begun - SURELY_OVER), reading: null };
  all.set(authority, shelf);
  return shelf;
}
