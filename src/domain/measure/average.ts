import { compare, zero } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import { sameFigure } from '../number/same-figure.ts';

/**
 * What shows that a plain number to date is an average, which never adds up through a year: its promises, or its figures.
 * A denominator shows nothing: of a year's sickness days for each employee every quarter has its part.
 */
export type SignOfAverage = 'sameTargetEachPeriod' | 'falls';

/**
 * What a period and the whole year are promised alike is an average, whatever its unit says: 28.5 days a quarter and
 * 28.5 days a year. A target of none is none of either. Of the period that ends a year it says nothing: what is promised
 * of a count to date is the same there too.
 *
 * @example sameTargetAllYear(28.5, 28.5) // true; of 250 in the first quarter and 1,000 in the year, false
 */
export const sameTargetAllYear = (ofPeriod: Figure | null, ofYear: Figure | null): boolean =>
  ofPeriod !== null &&
  ofYear?.kind === 'number' &&
  sameFigure(ofPeriod, ofYear) &&
  compare(ofYear.value, zero) !== 0;
