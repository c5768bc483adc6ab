import { type Decimal, toText } from '../number/decimal.ts';

/**
 * An exact figure as a binary float, for statistics alone: limits and tests are estimates, while actuals, targets
 * and statuses stay exact. This is the only place where a figure of a series becomes a float.
 * @throws RangeError for a figure too large for one.
 * @example floatOf(decimal('81.10')) // 81.1
 */
export function floatOf(value: Decimal): number {
  const float = Number(toText(value));
  if (!Number.isFinite(float)) throw new RangeError('too large for statistics');
  return float;
}

/**
 * The mean in two passes, as R takes it: the second removes most of the rounding of the first, which decides on
 * which side of the mean a figure lies. Null for no values.
 * @example meanOf([1, 2, 6]) // 3
 */
export function meanOf(values: readonly number[]): number | null {
  const n = values.length;
  if (n === 0) return null;
  let sum = 0;
  for (const value of values) sum += value;
  const first = sum / n;
  let rest = 0;
  for (const value of values) rest += value - first;
  return first + rest / n;
}

/** Figures this close, for their size, differ by rounding alone. */
const SAME = 1e-9;

/**
 * -1, 0 or 1 as `value` is below, equal to or above `edge`; equal where they differ by no more than 1e-9 of the
 * larger of the two: the mean of 0.1, 0.2 and 0.3 is not exactly 0.2 in binary, and must not be "above" it.
 * @example sideOfEdge(0.1 + 0.2, 0.3) // 0
 */
export function sideOfEdge(value: number, edge: number): -1 | 0 | 1 {
  const difference = value - edge;
  if (Math.abs(difference) <= SAME * Math.max(Math.abs(value), Math.abs(edge))) return 0;
  return difference > 0 ? 1 : -1;
}
