/**
 * Worked out when first asked for, and once: of a thousand measures most are asked for their status, few for their chart
 * or every sentence about it.
 * @example once(() => signalOf(inputs)) // the same signal at every call
 */
export function once<T>(work: () => T): () => T {
  // What it was worked out from is let go with it: answers that are made from one another would keep all before them.
  let left: (() => T) | null = work;
  let made: T;
  return () => {
    if (left !== null) {
      made = left();
      left = null;
    }
    return made;
  };
}
