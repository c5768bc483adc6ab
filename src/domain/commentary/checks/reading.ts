import { commentaryParts } from '../../status/outcome.ts';
import type { CommentaryPart } from '../text-tree.ts';
import type { Found } from './finding.ts';
import type { CheckInput } from './input.ts';
import { type Span, sentences } from './sentences.ts';

/** A sentence of one of the three sections. */
export interface Sentence extends Span {
  section: CommentaryPart;
}

/** What every rule is given: the input, and its texts taken apart once. */
export interface Reading {
  input: CheckInput;
  sentences: readonly Sentence[];
}

/** A rule looks at a reading and says what it found; it never throws. */
export type Rule = (reading: Reading) => Found[];

/** Takes the texts of an input apart. */
export function readingOf(input: CheckInput): Reading {
  return {
    input,
    sentences: commentaryParts.flatMap((section) =>
      sentences(input.texts[section]).map((span) => ({ ...span, section })),
    ),
  };
}

/** Words of a sentence as a finding's place. @example part(sentence, 4, 10) */
export const part = ({ section, offset }: Sentence, from: number, length: number) => ({
  section,
  offset: offset + from,
  length,
});

/** The whole of a sentence as a finding's place. */
export const whole = (sentence: Sentence) => part(sentence, 0, sentence.text.length);
