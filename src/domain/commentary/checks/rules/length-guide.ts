import { commentaryParts } from '../../../status/outcome.ts';
import type { Found } from '../finding.ts';
import { part, type Reading } from '../reading.ts';

/** A section longer than the authority's guide; quoted is the sentence in which the guide is passed. */
export function lengthGuide({ input, sentences }: Reading): Found[] {
  const guide = input.lengthGuide;
  if (guide === null) return [];
  return commentaryParts.flatMap((section): Found[] => {
    let words = 0;
    let passing: Found | null = null;
    for (const sentence of sentences) {
      if (sentence.section !== section) continue;
      words += sentence.text.split(/\s+/u).length;
      if (words > guide)
        passing ??= { ...part(sentence, 0, sentence.text.length), says: '', severity: 'advice' };
    }
    if (passing === null) return [];
    return [
      {
        ...passing,
        figures: [{ label: 'Guide', display: `${guide} words`, exact: String(guide) }],
        says: `This section has ${words} words, and the guide is ${guide}: it is passed here.`,
      },
    ];
  });
}
