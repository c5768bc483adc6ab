import { type Comparison, isSame } from './compare.ts';

/**
 * How much differs, in one sentence.
 *
 * @example comparisonSentence(comparison) // '5 differences in 1 measure.'
 */
export function comparisonSentence(comparison: Comparison): string {
  const { differences } = comparison;
  if (isSame(comparison)) return 'Nothing that a reader sees is different.';
  if (differences.length === 0) return 'Nothing is different in the measures that are on both sides.';
  const measures = new Set(differences.map(({ measure }) => measure)).size;
  return `${counted(differences.length, 'difference')} in ${counted(measures, 'measure')}.`;
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
