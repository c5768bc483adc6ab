import { reach } from '../distributions/normal.ts';
import { studentReach } from '../distributions/student.ts';
import { meanOf } from '../float.ts';

/** A mean with its interval; no bounds with one value, which says nothing of its own spread. */
export interface MeanInterval {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Values that the mean is of. */
  readonly count: number;
  readonly standardDeviation: number | null;
}

/**
 * The mean of single values with Student's interval: mean ± t × s ÷ √n, t with n - 1 degrees of freedom and s the
 * sample standard deviation; all in the unit of the values.
 * Source: Student, Biometrika 6 (1908) 1-25; Public Health England, Technical Guide: Confidence Intervals (2018).
 *
 * @param values what was measured, in any order, negative ones too; a missing one is left out by the caller
 * @param level share of intervals that hold the truth
 * @throws RangeError without a value, for one that is no finite number, or a level outside 0.9 to 1
 * @example meanInterval([4, 6, 8, 10]) // 7, s = 2.5820, t = 3.1824: from 2.8915 to 11.1085
 */
export function meanInterval(values: readonly number[], level = 0.95): MeanInterval {
  reach(level);
  const value = meanOf(values);
  if (value === null || !values.every(Number.isFinite)) {
    throw new RangeError('a mean needs at least one value, each a finite number');
  }
  const count = values.length;
  if (count === 1) return { value, lower: null, upper: null, count, standardDeviation: null };
  let squares = 0;
  for (const each of values) squares += (each - value) ** 2;
  const standardDeviation = Math.sqrt(squares / (count - 1));
  const half = (studentReach(level, count - 1) * standardDeviation) / Math.sqrt(count);
  return { value, lower: value - half, upper: value + half, count, standardDeviation };
}
