import { diffWordsWithSpace } from 'diff';

/** A run of words that two texts share, or that only one of them has. */
export interface WordChange {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond this many characters in all, the texts are shown one after the other instead of interleaved. */
const MOST = 40_000;

/**
 * What changed from one text to another, word by word.
 *
 * @example wordChanges('It fell.', 'It fell again.')
 * // [{ kind: 'same', text: 'It fell' }, { kind: 'added', text: ' again' }, { kind: 'same', text: '.' }]
 */
export function wordChanges(before: string, after: string): WordChange[] {
  const asItIs: WordChange[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  const changes =
    before.length + after.length > MOST
      ? undefined
      : diffWordsWithSpace(before, after, { maxEditLength: 4_000 });
  if (changes === undefined) return asItIs.filter(({ text }) => text !== '');
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/**
 * The sentences of a text, for pointing at one of them.
 *
 * @example sentencesOf('It fell. Why?\n- staff') // ['It fell.', 'Why?', 'staff']
 */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.replace(/^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+/, ''))
    .flatMap((line) => line.split(/(?<=[.!?])\s+/))
    .map((one) => one.trim())
    .filter((one) => one !== '');
