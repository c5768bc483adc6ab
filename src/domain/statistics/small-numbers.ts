/** From where on a figure is said without a small-numbers note; an authority may set its own. */
export interface SmallNumbers {
  readonly events: number;
  readonly denominator: number;
}

export const SMALL_NUMBERS: SmallNumbers = { events: 10, denominator: 20 };

/**
 * Which of count and denominator is under its threshold; `null` where neither is, or neither is held. A status and an
 * arrow keep their place and carry a note. Hiding figures (disclosure control) is another matter.
 * @example smallNumbers({ count: 9, of: 300 }) // 'events'
 */
export function smallNumbers(
  { count, of }: { readonly count: number | null; readonly of: number | null },
  least: SmallNumbers = SMALL_NUMBERS,
): 'events' | 'denominator' | null {
  if (of !== null && of < least.denominator) return 'denominator';
  return count !== null && count < least.events ? 'events' : null;
}
