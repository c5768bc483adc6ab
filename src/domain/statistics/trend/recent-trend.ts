import { normalQuantile } from '../distributions/normal.ts';

/** One annual value with the bounds of its 95% interval, all in the same unit. */
export interface BoundedValue {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

export const TREND_POINTS = 5;
/** 9.5495357…: chi-squared with one degree of freedom at 99.8%, the square of the normal quantile. */
export const TREND_CRITICAL = normalQuantile(0.999) ** 2;
/** What 95% bounds are apart, in standard errors, as Fingertips rounds it. */
const APART = 3.92;

export type RecentTrend =
  | { readonly marker: 'cannotBeCalculated'; readonly why: 'fewerThanFive' | 'noSpread' }
  | {
      readonly marker: 'increasing' | 'decreasing' | 'noSignificantChange';
      /** Change a period, in the unit of the values. */
      readonly slope: number;
      readonly chiSquared: number;
      /** Slopes with each of the points left out in turn, oldest first. */
      readonly withoutOne: readonly number[];
      /** The trend keeps its sign whichever point is left out. */
      readonly steady: boolean;
    };

/**
 * The recent trend of Fingertips: a weighted line through the latest five values, weights from their 95% intervals;
 * a change where its slope is beyond chance at 99.8% and no single point turns it.
 * Source: Department of Health and Social Care, Fingertips (TrendMarkerCalculator), and its Technical Guidance.
 *
 * @param values oldest first, one a period without gaps; earlier ones than the latest five are passed over
 * @example recentTrend(five values of 70 to 83% of 1,000 each).marker // 'increasing'
 */
export function recentTrend(values: readonly BoundedValue[]): RecentTrend {
  const latest = values.slice(-TREND_POINTS);
  if (latest.length < TREND_POINTS) return { marker: 'cannotBeCalculated', why: 'fewerThanFive' };
  if (latest.some(({ lower, upper }) => !(upper > lower)))
    return { marker: 'cannotBeCalculated', why: 'noSpread' };
  const points = latest.map(({ value, lower, upper }, x) => ({
    x,
    y: value,
    weight: (APART / (upper - lower)) ** 2,
  }));
  const { slope, error } = line(points);
  const chiSquared = (slope / error) ** 2;
  const withoutOne = points.map((left) => line(points.filter((point) => point !== left)).slope);
  const steady = withoutOne.every((each) => Math.sign(each) === Math.sign(slope)) && slope !== 0;
  const moved = chiSquared > TREND_CRITICAL && steady;
  const marker = moved ? (slope > 0 ? 'increasing' : 'decreasing') : 'noSignificantChange';
  return { marker, slope, chiSquared, withoutOne, steady };
}

/** Weighted least squares: the slope, and its standard error where the weights are one over the variances. */
function line(points: readonly { x: number; y: number; weight: number }[]): { slope: number; error: number } {
  const sum = (of: (point: { x: number; y: number; weight: number }) => number) =>
    points.reduce((total, point) => total + of(point), 0);
  const weight = sum((point) => point.weight);
  const x = sum((point) => point.weight * point.x) / weight;
  const y = sum((point) => point.weight * point.y) / weight;
  const spread = sum((point) => point.weight * (point.x - x) ** 2);
  return {
    slope: sum((point) => point.weight * (point.x - x) * (point.y - y)) / spread,
    error: Math.sqrt(1 / spread),
  };
}
