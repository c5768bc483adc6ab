import { missingInWords, missingReasonOf } from '../../domain/number/missing-words.ts';
import { sameWords } from '../../domain/number/typed-text.ts';
import { allOutcomes, type StatusScheme } from '../../domain/status/scheme.ts';

/**
 * The status a cell states, in the spelling of the scheme (its word, or its letter); `N/A` and its like as they
 * are printed; empty for an empty cell; null for a word that the scheme does not know.
 */
export function statusIn(text: string, scheme: StatusScheme): string | null {
  if (text === '') return '';
  const words = sameWords(text);
  const outcome = allOutcomes(scheme).find(({ label }) => sameWords(label) === words);
  if (outcome !== undefined) return outcome.label;
  const byLetter = scheme.outcomes.find(({ letter }) => sameWords(letter) === words);
  if (byLetter !== undefined) return byLetter.label;
  const reason = missingReasonOf(text);
  return reason === null ? null : reason === 'notApplicable' ? missingInWords(reason) : text;
}

/** The words that a status cell may hold, for a message. */
export function knownStatuses(scheme: StatusScheme): string {
  return [...new Set([...scheme.outcomes.map(({ label }) => label), 'N/A'])].join(', ');
}
