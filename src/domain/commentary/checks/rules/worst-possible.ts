import { better } from '../comparisons.ts';
import type { Found } from '../finding.ts';
import { part, type Reading } from '../reading.ts';
import { figure, inUnit, periodInWords } from '../words.ts';

const NONE =
  /\b(?:no|none|nil|zero|0%|0\.0%)(?: (?!further\b|longer\b|more\b|one\b)\p{L}+){0,4}? (?:in|this|during|for|since)\b/giu;

/**
 * A figure that could not be worse (nothing, where higher is better), words that say so for this period, and a published
 * direction of travel of improving: nothing is held that explains it. A direction that we worked out says what it compares.
 */
export function worstPossible({ input, sentences }: Reading): Found[] {
  const { direction, figures, measure, period } = input;
  const { position } = figures.now;
  if (direction?.kind !== 'asStated' || direction.outcome !== 'improving' || better(input) !== 1) return [];
  if (position === null || !position.eq('0')) return [];
  const found = sentences.flatMap((sentence): Found[] => {
    for (const match of sentence.text.matchAll(NONE)) {
      const end = match.index + match[0].length;
      const time = sentence.times().find(({ index }) => index >= end && index <= end + 5);
      const thisPeriod = /^ ?(?:the |this )?(?:quarter|period|year)\b(?! [1-4])/i.exec(
        sentence.text.slice(end),
      );
      const to =
        time?.end === period.end
          ? time.index + time.length
          : thisPeriod === null
            ? null
            : end + thisPeriod[0].length;
      if (to === null) continue;
      return [
        {
          ...part(sentence, match.index, to - match.index),
          figures: [
            figure('Actual', position, measure.unit),
            { label: 'Direction of travel', display: direction.label, exact: null },
          ],
          says: `The figure is ${inUnit(position, measure.unit)}, the worst it can be, and the text says that there was nothing in ${periodInWords(period, period)}, but the direction of travel is given as ${direction.label}. Say what has improved.`,
          severity: 'warning',
        },
      ];
    }
    return [];
  });
  return found.slice(0, 1);
}
