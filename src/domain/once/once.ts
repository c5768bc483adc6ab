/**
 * Worked out when first asked for, and once: of a thousand measures most are asked for their status, few for their chart
 * or every sentence about it.
 * @example once(() => signalOf(inputs)) // the same signal at every call
 */
export function once<T>(work: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: work() };
    return made.value;
  };
}
