import { betaQuantile } from './beta.ts';

/**
 * How many standard errors a two-sided interval reaches where the spread was estimated: Student's t, from the beta
 * distribution (DLMF 8.17: df / (df + t²) has shapes df/2 and ½).
 * @param level share of intervals that hold the truth, between 0 and 1
 * @param df degrees of freedom, above 0
 * @example studentReach(0.95, 5) // 2.570581835636314
 */
export function studentReach(level: number, df: number): number {
  const x = betaQuantile(1 - level, df / 2, 0.5, 'lower');
  return Math.sqrt((df * (1 - x)) / x);
}
