import { meanOf } from '../float.ts';

/** A limit is this many mean moving ranges from the mean: 3 ÷ 1.128, cut to the two places that Making Data Count uses. */
const LIMIT = 2.66;
/** A near limit is two thirds of the way to it. */
const NEAR = 2 * (LIMIT / 3);
/** A moving range of so many times their mean is left out (Nelson 1982). */
const SCREEN = 3.267;

/** Mean and process limits, in the unit of the series; not cut at 0 or 100%, because assurance needs them whole. */
export interface Limits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly nearLower: number;
  readonly nearUpper: number;
}

export interface Estimate {
  /** Null without a value in the baseline. */
  readonly mean: number | null;
  /** By row: the distance from the row before; null for the first, and where either is missing. */
  readonly movingRanges: readonly (number | null)[];
  /** By row: true where the moving range was left out of their mean. */
  readonly screened: readonly boolean[];
  /** Null without two adjacent values. */
  readonly meanMovingRange: number | null;
  /** True where screening would have left no range above zero, so that nothing was left out. */
  readonly screeningUndone: boolean;
  /** Null where there is no moving range, or each of them is zero. */
  readonly limits: Limits | null;
}

/**
 * Mean and limits of one segment of an XmR chart: values in order of time, any unit, null for a missing one.
 * A missing row takes both its moving ranges away. Screening leaves the values themselves in the mean.
 *
 * Where screening would leave ranges of zero only (a constant with one blip), it is undone: limits that fall
 * together on the mean would call every figure a signal.
 *
 * Source: NHSRplotthedots 0.2.2, R/ptd_spc_standard.R, apart from that guard.
 * @example
 * // mean 11; moving ranges 2, 3, 1 with mean 2; limits 11 ± 2.66 × 2
 * estimateOf([10, 12, 9, 10, 14], { screening: false, baseline: 4 })
 */
export function estimateOf(
  values: readonly (number | null)[],
  { screening, baseline }: { readonly screening: boolean; readonly baseline: number | null },
): Estimate {
  const rows = Math.min(baseline ?? values.length, values.length);
  const mean = meanOf(values.slice(0, rows).filter((value) => value !== null));
  const movingRanges = values.map((value, at) => {
    const before = at === 0 ? null : values[at - 1];
    return value === null || before === null || before === undefined ? null : Math.abs(value - before);
  });
  const all = movingRanges.slice(0, rows);
  const unscreened = meanOf(all.filter((range) => range !== null));
  // Compared with a whisker, so that a range that equals the bound is left out whatever its last binary digit.
  const bound = unscreened === null ? 0 : SCREEN * unscreened * (1 - 1e-12);
  const left = all.map((range) => range !== null && screening && range >= bound);
  const kept = meanOf(all.filter((range, at): range is number => range !== null && !left[at]));
  const undone = screening && (kept ?? 0) === 0 && unscreened !== null;
  const meanMovingRange = undone ? unscreened : kept;
  return {
    mean,
    movingRanges,
    screened: values.map((_, at) => !undone && (left[at] ?? false)),
    meanMovingRange,
    screeningUndone: undone && unscreened > 0,
    limits: mean === null || !meanMovingRange ? null : limitsAround(mean, meanMovingRange),
  };
}

function limitsAround(mean: number, range: number): Limits {
  return {
    mean,
    lower: mean - LIMIT * range,
    upper: mean + LIMIT * range,
    nearLower: mean - NEAR * range,
    nearUpper: mean + NEAR * range,
  };
}
