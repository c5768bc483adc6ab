import { timingSafeEqual } from 'node:crypto';

/** What a request says of where it came from. */
export interface Origins {
  fetchSite: string | undefined;
  origin: string | undefined;
  /** Our own, as the person's browser writes it: `https://performance.example.gov.uk`. */
  own: readonly string[];
  /** The token that was posted, and the session's; null where there is no session. */
  posted: string | null;
  expected: string | null;
}

/**
 * Why a form that changes something is refused, or null: it came from another site, or without the token that our own
 * pages carry. Browsers say where a request came from; what says nothing must at least have the token. Before sign-in
 * there is no session to expect a token of: those forms check their own (see `isOwnForm`).
 */
export function forgeryIn({ fetchSite, origin, own, posted, expected }: Origins): string | null {
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return 'another site';
  // Browsers write "null" where a page tells nobody where it is; ours do not, and the token decides about the rest.
  if (origin !== undefined && origin !== 'null' && !own.includes(origin)) return 'another site';
  if (expected !== null && !sameText(posted ?? '', expected)) return 'no token';
  return null;
}

/** Whether two texts are the same, in a time that says nothing of where they differ. */
export function sameText(a: string, b: string): boolean {
  const [one, two] = [Buffer.from(a), Buffer.from(b)];
  return one.length === two.length && timingSafeEqual(one, two);
}
