import { reach } from '../distributions/normal.ts';
import { type CountOf, type Interval, mustBeCountOf } from './bounds.ts';

/**
 * A proportion with its Wilson score interval, without continuity correction; shares, 0 to 1.
 * Source: E. B. Wilson, JASA 22 (1927) 209-212; the form of R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872.
 *
 * @param level share of intervals that hold the truth: 0.95 and 0.998 are the field's habits
 * @throws RangeError for a count above its denominator, a denominator of 0, or a level outside 0.9 to 1
 * @example wilson({ count: 4, of: 10 }) // { value: 0.4, lower: 0.1681803…, upper: 0.6873262… }
 */
export function wilson(proportion: CountOf, level = 0.95): Interval {
  mustBeCountOf(proportion);
  const { count, of } = proportion;
  const z = reach(level);
  const middle = 2 * count + z * z;
  const half = z * Math.sqrt(z * z + (4 * count * (of - count)) / of);
  const width = 2 * (of + z * z);
  return {
    value: count / of,
    // At the ends the score bound is the end itself, which the two roots would miss by rounding noise.
    lower: count === 0 ? 0 : Math.max(0, (middle - half) / width),
    upper: count === of ? 1 : Math.min(1, (middle + half) / width),
  };
}
