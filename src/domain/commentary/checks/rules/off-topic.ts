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
    const other = measuresAbout(spoken, input.measures.named).filter(
      ({ code }) => code !== input.measure.code,
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

interface Titles {
  byStem: ReadonlyMap<string, readonly NamedMeasure[]>;
  stems: ReadonlyMap<NamedMeasure, number>;
}

/** The measures of an authority are one list for all updates of a round. */
const known = new WeakMap<readonly NamedMeasure[], Titles>();

function titlesOf(named: readonly NamedMeasure[]): Titles {
  const held = known.get(named);
  if (held !== undefined) return held;
  const byStem = new Map<string, NamedMeasure[]>();
  const stems = new Map<NamedMeasure, number>();
  for (const measure of named) {
    const own = stemsOf(measure.title);
    stems.set(measure, own.size);
    for (const stem of own) byStem.set(stem, [...(byStem.get(stem) ?? []), measure]);
  }
  const made = { byStem, stems };
  known.set(named, made);
  return made;
}

/** The measures that a text speaks of by half the words of their title, and often. */
function measuresAbout(spoken: readonly string[], named: readonly NamedMeasure[]): NamedMeasure[] {
  const { byStem, stems } = titlesOf(named);
  const met = new Map<NamedMeasure, { stems: Set<string>; mentions: number }>();
  for (const stem of spoken) {
    for (const measure of byStem.get(stem) ?? []) {
      const held = met.get(measure) ?? { stems: new Set(), mentions: 0 };
      held.stems.add(stem);
      held.mentions += 1;
      met.set(measure, held);
    }
  }
  return [...met]
    .filter(
      ([measure, found]) =>
        found.mentions >= FEWEST_MENTIONS &&
        found.stems.size >= FEWEST_STEMS &&
        found.stems.size * 2 >= (stems.get(measure) ?? 0),
    )
    .map(([measure]) => measure);
}
