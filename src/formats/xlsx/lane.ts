/** What a lane answers where it takes nothing. */
export const UNUSUAL = -1;
/** The element goes on in bytes that have not come yet. */
export const INCOMPLETE = -2;

/** More than the longest tag that a lane looks for at once. */
export const PADDING = 64;

/**
 * A fast way through the elements that make up nearly all of a large part, as programs usually write them. It reads
 * bytes, and takes an element whole or not at all: whatever it does not know, or would have to refuse, it leaves to
 * the tokeniser, which says what is wrong. So a lane never decides what a file means, only how soon it is read.
 */
export interface Lane {
  /** How many elements are open around those that the lane takes. */
  readonly depth: number;
  /** The end of such an element: `</row>`. */
  readonly closing: string;
  /** Whether such elements may come here. */
  readonly isOpen: boolean;
  /**
   * Takes one element from `at`: the position after it, or one of the two answers above. The bytes that have come
   * end at `end`; there are `PADDING` more, so that looking a little ahead needs no check.
   */
  take(bytes: Buffer, at: number, end: number): number;
}

/** Whether the bytes at a position are these characters (ASCII). */
export function isAt(bytes: Uint8Array, at: number, codes: Uint8Array): boolean {
  for (let index = 0; index < codes.length; index += 1) {
    if (bytes[at + index] !== codes[index]) return false;
  }
  return true;
}

export const asciiCodes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
