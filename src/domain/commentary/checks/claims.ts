import type { Decimal } from '../../number/decimal.ts';
import { sameNoun } from '../../number/suffix.ts';
import { agrees } from './agreement.ts';
import type { CheckInput } from './input.ts';
import { isEmptyWord } from './measure-words.ts';
import type { Quantity } from './quantities.ts';
import type { Reading, Sentence } from './reading.ts';
import { standingValues } from './references.ts';

/** What a sentence says one of its numbers is. */
export type ClaimRole = 'target' | 'forecast' | 'past' | 'actual';

/** A held figure that a claim may mean. */
export type Candidate = readonly [value: Decimal, label: string];

/** A number that a sentence gives as a figure of this measure. */
export interface Claim {
  role: ClaimRole;
  sentence: Sentence;
  quantity: Quantity;
  /** Where the words begin that say what it is. */
  from: number;
  candidates: readonly Candidate[];
  /** Of an actual: what span the words give it; null where they do not say. */
  span: 'period' | 'alone' | 'toDate' | null;
}

/** Decimals the measure is printed with; 0 for units without numbers. */
export const placesOf = ({ measure: { unit } }: CheckInput): number =>
  'decimals' in unit ? unit.decimals : 0;

/** True where a number may be one of the measure's own figures, by what it is counted in. */
export function fitsUnit({ kind, noun, inWords }: Quantity, { input, isTopic }: Reading): boolean {
  const { unit } = input.measure;
  const bare =
    noun === '' || isEmptyWord(noun) || /^(?:per|against|compared|up|down|and|but|on|for|since)$/.test(noun);
  switch (unit.kind) {
    case 'percentage':
      return kind === 'percent' || kind === 'share';
    case 'currency':
      return kind === 'money';
    case 'number':
      return (
        kind === 'plain' && (bare || isTopic(noun) || (unit.noun !== undefined && sameNoun(noun, unit.noun)))
      );
    case 'duration':
      return kind === 'plain' && (bare || sameNoun(noun, unit.noun));
    case 'rate':
    case 'ratio':
      return kind === 'plain' && !inWords && bare;
    default:
      return false;
  }
}

/**
 * True where a sentence is about the measure: it has the measure as a subject, or gives its present figure as printed.
 * Zero and other small whole numbers prove nothing.
 */
export function isAbout(sentence: Sentence, reading: Reading): boolean {
  if (sentence.subjects().length > 0) return true;
  const { input } = reading;
  return sentence
    .quantities()
    .some(
      (said) =>
        said.hedge === 'exact' &&
        !said.inWords &&
        said.value.gte('10') &&
        fitsUnit(said, reading) &&
        standingValues(input.figures.now).some(([held]) => agrees(said, held, placesOf(input))),
    );
}
