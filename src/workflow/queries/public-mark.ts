import { isPublic } from '../../domain/round/edition.ts';
import type { Store } from '../../store/database.ts';
import { readEditions } from '../../store/editions.ts';
import { countPublicEvents, firstEventOf } from '../../store/what-changed.ts';

const A_DAY = 24 * 60 * 60 * 1000;

/**
 * Changes with everything that a public page rests on: editions, settings, the authority itself; and each day, so that
 * the events to be counted do not become ever more. Two days are longer than any transaction is open.
 */
export async function publicMark(store: Store, authority: string): Promise<string> {
  const from = firstEventOf((Math.floor(Date.now() / A_DAY) - 2) * A_DAY);
  return `${from} ${await countPublicEvents(store, authority, from)}`;
}

/** The next instant at which an edition becomes public by itself; null while none will. */
export async function nextRelease(store: Store, authority: string, now: string): Promise<string | null> {
  const moments = (await readEditions(store, authority)).flatMap((each) =>
    each.withdrawn === null && each.releaseAt !== null && !isPublic(each, now) ? [each.releaseAt] : [],
  );
  return moments.sort()[0] ?? null;
}
