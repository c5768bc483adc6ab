import { commentaryParts } from '../../status/outcome.ts';
import type { CommentaryPart } from '../text-tree.ts';
import { type NamedTime, timesIn } from './dates.ts';
import type { Found } from './finding.ts';
import type { CheckInput } from './input.ts';
import { type MeasureWords, measureWords } from './measure-words.ts';
import { mayCount, type Quantity, quantitiesIn } from './quantities.ts';
import { type Reference, referencesIn } from './references.ts';
import { type Span, sentences } from './sentences.ts';
import { type Subject, subjectsIn } from './subjects.ts';

/** A sentence of one of the three sections, taken apart as far as a rule asks. */
export class Sentence implements Span {
  readonly offset: number;
  readonly text: string;
  #times: readonly NamedTime[] | null = null;
  #quantities: readonly Quantity[] | null = null;
  #references: readonly Reference[] | null = null;
  #subjects: readonly Subject[] | null = null;

  constructor(
    { offset, text }: Span,
    readonly section: CommentaryPart,
    /** Its place among the sentences of the section, from 0. */
    readonly place: number,
    readonly input: CheckInput,
    readonly words: MeasureWords,
  ) {
    this.offset = offset;
    this.text = text;
  }

  times(): readonly NamedTime[] {
    this.#times ??= timesIn(this.text, this.input.period);
    return this.#times;
  }

  /** Its numbers; those of dates and of measure codes are not among them. */
  quantities(): readonly Quantity[] {
    this.#quantities ??= this.#mayCount() ? quantitiesIn(masked(this.text, this.times(), this.input)) : [];
    return this.#quantities;
  }

  /** What stands inside a word may begin one once a code before it is blanked. */
  #mayCount(): boolean {
    return mayCount(this.text) || namesOf(this.input).some((name) => this.text.includes(name));
  }

  references(): readonly Reference[] {
    this.#references ??= referencesIn(this.text, this.times(), this.input);
    return this.#references;
  }

  /** Where it speaks of the measure itself. */
  subjects(): readonly Subject[] {
    this.#subjects ??= subjectsIn(this.text, this.words, this.input);
    return this.#subjects;
  }
}

/** What every rule is given: the input, and its texts taken apart once. */
export interface Reading {
  input: CheckInput;
  sentences: readonly Sentence[];
  /** True for a word that the title of the measure has. */
  isTopic(word: string): boolean;
}

/** A rule looks at a reading and says what it found; it never throws. */
export type Rule = (reading: Reading) => Found[];

/** Takes the texts of an input apart. */
export function readingOf(input: CheckInput): Reading {
  const words = measureWords(input);
  const all = commentaryParts.flatMap((section) =>
    sentences(input.texts[section]).map((span, place) => new Sentence(span, section, place, input, words)),
  );
  return { input, sentences: all, isTopic: words.isTopic };
}

const namesOf = ({ measure }: CheckInput): string[] =>
  [measure.code, ...measure.aliases].filter((name) => name !== '');

/** The text with the figures of dates and codes blanked, every other letter where it was. */
function masked(text: string, times: readonly NamedTime[], input: CheckInput): string {
  let out = text;
  const blank = (index: number, length: number) => {
    out = out.slice(0, index) + ' '.repeat(length) + out.slice(index + length);
  };
  for (const { index, length } of times) blank(index, length);
  for (const name of namesOf(input)) {
    for (let at = out.indexOf(name); at >= 0; at = out.indexOf(name, at + name.length))
      blank(at, name.length);
  }
  return out;
}

/** Words of a sentence as a finding's place. @example part(sentence, 4, 10) */
export const part = ({ section, offset }: Sentence, from: number, length: number) => ({
  section,
  offset: offset + from,
  length,
});

/** The whole of a sentence as a finding's place. */
export const whole = (sentence: Sentence) => part(sentence, 0, sentence.text.length);
