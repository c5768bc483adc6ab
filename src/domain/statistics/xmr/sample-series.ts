import { decimal } from '../../number/decimal.ts';
import type { SeriesPoint } from '../series.ts';

/** Months from April 2022 on, for tests: texts are figures, null is missing. */
export const monthly = (texts: readonly (string | null)[]): SeriesPoint[] =>
  texts.map((text, at) => ({ date: monthAt(at), value: text === null ? null : decimal(text) }));

/** The first day of the month so many months after April 2022. @example monthAt(9) // '2023-01-01' */
export function monthAt(at: number): string {
  const month = 3 + at;
  return `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** Thirteen weeks of missed bins per 100,000 collections, and what an officer with a calculator makes of them. */
export const missedBins = {
  texts: ['62', '58', '65', '60', '63', '57', '61', '64', '59', '62', '60', '66', '56'],
  /** 793 ÷ 13 */
  mean: 61,
  /** 4 + 7 + 5 + 3 + 6 + 4 + 3 + 5 + 3 + 2 + 6 + 10 = 58 over 12 steps; 58 ÷ 12 = 4.8333…; times 2.66 = 12.8566… */
  lower: 61 - (2.66 * 58) / 12,
  upper: 61 + (2.66 * 58) / 12,
};
