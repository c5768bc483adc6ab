import { readDate } from './date.ts';
import { scaleWith } from './known-scales.ts';
import { missingReasonOf } from './missing-words.ts';
import { type ParsedFigure, parseFigure } from './parse.ts';
import { sameNoun, samePer, suffixOf } from './suffix.ts';
import { readNumber, type TypedNumber } from './typed-number.ts';
import { cleanTyped, quoted, sameWords } from './typed-text.ts';
import type { Unit } from './unit.ts';

export interface InferredUnit {
  unit: Unit;
  /** Each text read in that unit, in the order given; one that does not fit it is a problem. */
  figures: readonly ParsedFigure[];
  /** Why a person should confirm the unit, or null where every text agrees. */
  doubt: string | null;
}

/**
 * The unit that the printed texts of one measure imply (its target, actual and forecasts): the kind and its
 * wording from what follows the numbers, the decimals from the most that any text prints, a milestone scale from
 * the words. A document that states no unit is read so; the result stays to be confirmed by a person.
 *
 * Answers null where no text is a figure, or where the texts state different units.
 *
 * @example inferUnit(['81.10 per 10,000 population', '84.80 per 10,000 population'])?.unit
 * // { kind: 'rate', decimals: 2, per: '10,000 population' }
 */
export function inferUnit(typedTexts: readonly string[]): InferredUnit | null {
  const texts = typedTexts.flatMap((typed) => {
    const cleaned = cleanTyped(typed);
    return 'text' in cleaned && missingReasonOf(cleaned.text) === null ? [cleaned.text] : [];
  });
  const inferred = unitOf(texts);
  if (inferred === null) return null;
  return { ...inferred, figures: typedTexts.map((typed) => parseFigure(typed, inferred.unit)) };
}

type Guess = Omit<InferredUnit, 'figures'>;

function unitOf(texts: readonly string[]): Guess | null {
  const dates = texts.filter((text) => readDate(text) !== null);
  const numbers = texts.flatMap((text) => {
    const number = dates.includes(text) ? null : readNumber(text);
    return number !== null && 'value' in number ? [number] : [];
  });
  const words = texts.filter((text) => {
    const read = parseFigure(text, null);
    return 'figure' in read && read.figure.kind === 'step';
  });
  // A scale stored as numbers leaks its codes ("2.0" beside "Completed"), so words win a tie against numbers.
  if (words.length > 0 && words.length >= numbers.length && words.length >= dates.length) {
    return wordUnit(words, texts.length);
  }
  if (dates.length > numbers.length)
    return { unit: { kind: 'date' }, doubt: outsiders(dates.length, texts.length) };
  return numbers.length === 0 ? null : numericUnit(numbers, texts.length);
}

function wordUnit(words: readonly string[], all: number): Guess {
  if (words.every((word) => /^(?:yes|no|y|n)$/.test(sameWords(word)))) {
    return { unit: { kind: 'yesNo' }, doubt: outsiders(words.length, all) };
  }
  const known = scaleWith(words);
  if (known !== null) {
    // Keep the document's own spelling ("Major Slippage"), so that the report prints it back.
    const steps = known.map((step) => words.find((word) => sameWords(word) === sameWords(step)) ?? step);
    return { unit: { kind: 'milestone', scale: { steps } }, doubt: outsiders(words.length, all) };
  }
  const steps = words.filter(
    (word, i) => words.findIndex((other) => sameWords(other) === sameWords(word)) === i,
  );
  return {
    unit: { kind: 'milestone', scale: { steps } },
    doubt: `The words ${steps.map(quoted).join(', ')} belong to no milestone scale we know, so their order is not known. Give the scale, best step first.`,
  };
}

function numericUnit(numbers: readonly TypedNumber[], all: number): Guess | null {
  const decimals = Math.max(...numbers.map((number) => number.decimals));
  let unit: Unit = { kind: 'number', decimals };
  let bare = 0;
  for (const [i, number] of numbers.entries()) {
    const stated = statedBy(number, decimals);
    if (stated === null) return null;
    if (stated === 'bare') {
      bare += 1;
      continue;
    }
    if (i > bare && !sameUnit(unit, stated)) return null;
    // The plural is the better wording where one text prints "1 day" and another "10 days".
    if (i === bare || wordingLength(stated) > wordingLength(unit)) unit = stated;
  }
  const odd = outsiders(numbers.length, all);
  if (odd !== null || bare === 0 || bare === numbers.length) return { unit, doubt: odd };
  return { unit, doubt: `${bare} of ${numbers.length} figures are printed without the unit of the others.` };
}

function statedBy(number: TypedNumber, decimals: number): Unit | 'bare' | null {
  const suffix = suffixOf(number.suffix, number.attached);
  if (number.symbol !== null) {
    return suffix.kind === 'none' ? { kind: 'currency', decimals, symbol: number.symbol } : null;
  }
  switch (suffix.kind) {
    case 'none':
      return 'bare';
    case 'unknown':
      return null;
    case 'rate':
      return { kind: 'rate', decimals, per: suffix.per };
    case 'noun':
      return { kind: 'number', decimals, noun: suffix.noun };
    case 'duration':
      return { kind: 'duration', decimals, noun: suffix.noun };
    default:
      return { kind: suffix.kind, decimals };
  }
}

function sameUnit(a: Unit, b: Unit): boolean {
  if (a.kind === 'rate' && b.kind === 'rate') return samePer(a.per, b.per);
  if (a.kind === 'currency' && b.kind === 'currency') return a.symbol === b.symbol;
  if ((a.kind === 'duration' || a.kind === 'number') && a.kind === b.kind) {
    return sameNoun(a.noun ?? '', b.noun ?? '');
  }
  return a.kind === b.kind;
}

function wordingLength(unit: Unit): number {
  return unit.kind === 'duration' || unit.kind === 'number' ? (unit.noun ?? '').length : 0;
}

function outsiders(fitting: number, all: number): string | null {
  return fitting === all ? null : `${all - fitting} of ${all} texts are not written in this unit.`;
}
