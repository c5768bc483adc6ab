import type { Found } from '../finding.ts';
import type { NamedMeasure } from '../input.ts';
import { stemOf, stemsOf } from '../measure-words.ts';
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
    const spoken = words.map(stemOf);
    if ([input.measure.code, ...input.measure.aliases].some((code) => text.includes(code))) return [];
    const other = input.measures.named.filter(
      (one) => one.code !== input.measure.code && isAbout(stemsOfMeasure(one), spoken),
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

/** Titles are asked for once for each update of a round. */
const known = new WeakMap<NamedMeasure, ReadonlySet<string>>();

function stemsOfMeasure(measure: NamedMeasure): ReadonlySet<string> {
  const held = known.get(measure) ?? stemsOf(measure.title);
  known.set(measure, held);
  return held;
}

function isAbout(stems: ReadonlySet<string>, spoken: readonly string[]): boolean {
  let mentions = 0;
  const met = new Set<string>();
  for (const stem of spoken) {
    if (!stems.has(stem)) continue;
    mentions += 1;
    met.add(stem);
  }
  return met.size >= FEWEST_STEMS && met.size * 2 >= stems.size && mentions >= FEWEST_MENTIONS;
}
