import type { AttemptsSoFar, Failures } from '../store/credentials.ts';
import { MINUTE, SECOND, secondsBetween } from './moments.ts';

/** Failures count for this long. */
export const COUNTED = 15 * MINUTE;
/** Successes are remembered for this long, so that people are known at the places they sign in from. */
export const KNOWN = 30 * 24 * 60 * MINUTE;

interface Rule {
  /** Failures that cost nothing. */
  free: number;
  /** The wait doubles with each failure after those, from a second up to this. */
  most: number;
}

/** Somebody mistypes twice; a program tries on. */
const together: Rule = { free: 3, most: 5 * MINUTE };
/** One account tried from many addresses; its owner waits half a minute at most, and not at all where known. */
const byName: Rule = { free: 10, most: 30 * SECOND };
/** Many accounts tried from one address, which a whole council may share. */
const byAddress: Rule = { free: 20, most: 30 * SECOND };

/**
 * How many seconds somebody must wait before they may try again; 0 where they need not. Tries that come too early are
 * not counted, so nobody can keep somebody else waiting for ever, and whoever has signed in from an address before is
 * slowed there by their own mistakes alone.
 *
 * @example secondsToWait({ together: { count: 5, last: '…10:00:00Z' }, … }, '…10:00:01Z') // 3
 */
export function secondsToWait(attempts: AttemptsSoFar, now: string): number {
  const own = left(attempts.together, together, now);
  if (attempts.known) return own;
  return Math.max(own, left(attempts.byName, byName, now), left(attempts.byAddress, byAddress, now));
}

function left({ count, last }: Failures, { free, most }: Rule, now: string): number {
  if (last === null || count < free) return 0;
  const wait = Math.min(2 ** (count - free) * SECOND, most) / SECOND;
  return Math.max(0, wait - secondsBetween(last, now));
}
