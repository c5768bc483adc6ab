import { sameWords } from './typed-text.ts';

/** Milestone scales that councils print, best step first. A document that uses other words needs its own scale. */
export const knownScales: readonly (readonly string[])[] = [
  ['Completed', 'On track', 'Minor slippage', 'Major slippage'],
  ['Complete', 'On track', 'Minor slippage', 'Major slippage'],
  ['Completed', 'On target', 'Behind target', 'Not started'],
  ['Completed', 'In progress', 'Not started'],
  ['Complete', 'In progress', 'Not started'],
  ['Ahead of schedule', 'On schedule', 'Behind schedule'],
  ['Good', 'Adequate', 'Poor'],
  ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'],
  ['High', 'Medium', 'Low'],
];

/** The first known scale that holds all of the words. @example scaleWith(['Completed', 'Major Slippage'])?.[1] // 'On track' */
export function scaleWith(words: readonly string[]): readonly string[] | null {
  const wanted = words.map(sameWords);
  return (
    knownScales.find((scale) => wanted.every((word) => scale.some((step) => sameWords(step) === word))) ??
    null
  );
}
