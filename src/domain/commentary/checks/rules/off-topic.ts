import type { Found } from '../finding.ts';
import type { NamedMeasure } from '../input.ts';
import { stemsOf } from '../measure-words.ts';
import type { Reading } from '../reading.ts';

const FEWEST_WORDS = 25;
const FEWEST_STEMS = 2;
const FEWEST_MENTIONS = 4;

/** A longer text with no word of its own measure's title, and several of another's: pasted into the wrong box. */
export function offTopic({ input, isTopic }: Reading): Found[] {
  // Actions and reviews may well speak of other things: only the context must be of the measure.
  return (['context'] as const).flatMap((section): Found[] => {
    const text = input.texts[section];
    const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
    if (words.length < FEWEST_WORDS || words.some(isTopic)) return [];
    if ([input.measure.code, ...input.measure.aliases].some((code) => text.includes(code))) return [];
    const other = input.measures.named.filter(
      (one) => one.code !== input.measure.code && isAbout(one, words),
    );
    const [only] = other;
    if (other.length !== 1 || only === undefined) return [];
    return [
      {
        section,
        offset: 0,
        length: text.length,
        figures: [{ label: only.code, display: only.title, exact: null }],
        says: `This has no word of the title of this measure, and several of ${only.code}, ${only.title}. Is it in the right place?`,
        severity: 'advice',
      },
    ];
  });
}

function isAbout({ title }: NamedMeasure, words: readonly string[]): boolean {
  const stems = stemsOf(title);
  let mentions = 0;
  const met = new Set<string>();
  for (const word of words) {
    for (const stem of stemsOf(word)) {
      if (!stems.has(stem)) continue;
      mentions += 1;
      met.add(stem);
    }
  }
  return met.size >= FEWEST_STEMS && met.size * 2 >= stems.size && mentions >= FEWEST_MENTIONS;
}
