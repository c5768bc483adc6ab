import type { Found } from '../finding.ts';
import { type Reading, whole } from '../reading.ts';

/** GOV.UK asks for 25; advice begins where a reader is sure to have lost the thread. */
const MOST_WORDS = 50;

/** Sentences that nobody reads at one go; the longest of each section. */
export function longSentence({ sentences }: Reading): Found[] {
  const longest = new Map<string, { words: number; found: Found }>();
  for (const sentence of sentences) {
    if (sentence.text.length < MOST_WORDS * 3) continue;
    const words = sentence.text.split(/\s+/u).length;
    if (words <= MOST_WORDS || words <= (longest.get(sentence.section)?.words ?? 0)) continue;
    const found: Found = {
      ...whole(sentence),
      says: `This sentence has ${words} words. Two or three shorter ones are easier to read.`,
      severity: 'advice',
    };
    longest.set(sentence.section, { words, found });
  }
  return [...longest.values()].map(({ found }) => found);
}
