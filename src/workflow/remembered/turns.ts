import { setTimeout } from 'node:timers/promises';

/** Long work is done a slice at a time; between two slices it awaits this, and others have their turn. */
export type Turn = () => Promise<void>;

const waiting: (() => void)[] = [];

/**
 * One of them goes in each round of the event loop, first come first: however many long pieces of work there are,
 * between two steps of a page lies no more than one slice.
 */
export const nextTurn: Turn = () =>
  new Promise((resolve) => {
    if (waiting.push(resolve) === 1) setImmediate(letOneGo);
  });

function letOneGo(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(letOneGo);
}

/**
 * Milliseconds for which work that nobody waits for yet stands back for one request: longer than most pages take. A page
 * that takes longer may be waiting for that very work.
 */
const FOR_ONE = 50;

/** When each request that is being answered came: one list a process, because they share its one thread. */
const came = new Map<symbol, number>();

/** To be told of each request; returns what is to be called once it is answered. */
export function answering(): () => void {
  const one = Symbol();
  came.set(one, performance.now());
  return () => {
    came.delete(one);
  };
}

/** How many answers that are being worked out somebody waits for. */
let awaited = 0;

/** What is being worked out and somebody waits for, maybe begun ahead of their asking. */
export function awaiting<T>(answer: Promise<T>): Promise<T> {
  awaited += 1;
  const over = () => {
    awaited -= 1;
  };
  answer.then(over, over);
  return answer;
}

/**
 * For work ahead of anybody's asking: goes on when no request has come lately that is still to be answered, and beside
 * them as long as somebody waits for it.
 */
export const afterReaders: Turn = async () => {
  await nextTurn();
  while (awaited === 0 && hasCome(performance.now() - FOR_ONE)) await setTimeout(1);
};

function hasCome(since: number): boolean {
  for (const at of came.values()) if (at > since) return true;
  return false;
}
