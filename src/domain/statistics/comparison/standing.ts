import { compare, type Decimal } from '../../number/decimal.ts';

/** Fewest areas a quartile is said among: with fewer it is one or two areas and says less than the rank. */
export const QUARTILE_AMONG = 8;

export interface Place {
  /** 1 is the best, or the highest where neither way is; equals share the better rank. */
  readonly rank: number;
  readonly among: number;
  /** 1 to 4, 1 the best; null among fewer than eight, or where the area's value is missing. */
  readonly quartile: 1 | 2 | 3 | 4 | null;
}

/**
 * Rank and quartile of each area, in the order given; `null` for one whose value is missing, which is not ranked and
 * not counted. Quartiles are four tiles of the ranked list whose sizes differ by one at most, the first the larger
 * (NTILE of SQL, the practice of Fingertips); equals share the tile of the first of them.
 *
 * @param better which way is good; `none` ranks from the highest
 * @example placesOf([decimal('3'), null, decimal('5')], 'higher') // ranks 2, null, 1 among 2
 */
export function placesOf(
  values: readonly (Decimal | null)[],
  better: 'higher' | 'lower' | 'none',
): (Place | null)[] {
  const present = values.filter((value): value is Decimal => value !== null);
  const among = present.length;
  const ahead = better === 'lower' ? -1 : 1;
  return values.map((value) => {
    if (value === null) return null;
    const rank = 1 + present.filter((other) => compare(other, value) === ahead).length;
    return { rank, among, quartile: among < QUARTILE_AMONG ? null : tile(rank, among) };
  });
}

function tile(rank: number, among: number): 1 | 2 | 3 | 4 {
  const small = Math.floor(among / 4);
  let last = 0;
  for (const quartile of [1, 2, 3] as const) {
    last += small + (quartile <= among % 4 ? 1 : 0);
    if (rank <= last) return quartile;
  }
  return 4;
}
