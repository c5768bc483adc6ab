import type { CheckInput } from './input.ts';

/** Words of a title that do not say what it is about. */
const EMPTY = new Set(
  'a an and are as at by days each every for from had has have in is it its number of on or our per percent percentage average rate proportion share level the their there these this that those to total under was were which who with within where year years quarter month new all been being after before than less more population aged not no'.split(
    ' ',
  ),
);

/** Nouns that stand for a measure's own figure, whatever it is about. */
const HEADS = new Set(
  'performance figure figures result results measure indicator rate rates percentage average outturn position compliance actual level levels outcome total'.split(
    ' ',
  ),
);
/** Words that may stand before such a noun without changing what it is. */
const QUALIFIERS = new Set(
  'the our this its overall current actual discrete quarterly latest reported published quarter quarters to-date year-to-date year-end cumulative in-year annual average council whole second first third fourth alone also still now only just both full'.split(
    ' ',
  ),
);

/** What is enough of a word to know it again, its ending left out: "collected" and "collection", "wait" and "waited". */
const STEM = 5;
const ENDING = /(?<=\p{L}{3})(?:ies|ing|ed|e?s|['’]s|e|y)$/u;
/** Words come again and again in the texts of a round; so many of them are kept. */
const MOST_KEPT = 20_000;
const stems = new Map<string, string>();

/** @example stemOf('collected') // 'colle' */
export function stemOf(word: string): string {
  const held = stems.get(word);
  if (held !== undefined) return held;
  const made = word.toLowerCase().replace(ENDING, '').slice(0, STEM);
  if (stems.size < MOST_KEPT && word.length < 40) stems.set(word, made);
  return made;
}

/** The stems of the words that say what a measure is about. */
export function stemsOf(title: string): Set<string> {
  const words = title.toLowerCase().match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  return new Set(words.filter((word) => !EMPTY.has(word) && word.length > 2).map(stemOf));
}

export interface MeasureWords {
  /** True for a word that the title has. */
  isTopic(word: string): boolean;
  isHead(word: string): boolean;
}

/** What words a measure is spoken of in. */
export function measureWords({ measure }: Pick<CheckInput, 'measure'>): MeasureWords {
  const topic = stemsOf(measure.title);
  // The words of three texts are few, and are asked about often.
  const asked = new Map<string, boolean>();
  return {
    isTopic: (word) => {
      const held = asked.get(word) ?? topic.has(stemOf(word));
      asked.set(word, held);
      return held;
    },
    isHead: (word) => HEADS.has(word.toLowerCase()),
  };
}

export const isQualifier = (word: string): boolean => QUALIFIERS.has(word.toLowerCase());
export const isEmptyWord = (word: string): boolean => EMPTY.has(word.toLowerCase());
