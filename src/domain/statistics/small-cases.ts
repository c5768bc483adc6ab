import type { Cases } from '../measure/parts-ratio.ts';
import { casesInWords } from '../measure/parts-ratio.ts';
import { type Decimal, roundTo } from '../number/decimal.ts';
import type { Unit } from '../number/unit.ts';
import { floatOf } from './float.ts';
import { SMALL_NUMBERS, type SmallNumbers, smallNumbers } from './small-numbers.ts';

/** That a figure rests on few cases, to stand beside its status and its direction of travel. */
export interface SmallNumbersNote {
  sentence: string;
  /** For a cell: `small numbers (9 of 300)`. */
  brief: string;
}

/**
 * The note of a figure that rests on few cases, or null. Of a percentage, a rate or a ratio both the cases counted and all
 * of them are looked at; of a mean or an amount for each, which have no cases counted, all of them. Cases that are
 * no whole numbers are amounts, of which none is small.
 *
 * @param cases null where they are not held: then nothing is said
 * @example smallNumbersNote(9 of 300, { kind: 'percentage', decimals: 1 })?.sentence
 * // 'Small numbers: 9 of 300, which is fewer than 10 cases.'
 */
export function smallNumbersNote(
  cases: Cases | null,
  unit: Unit,
  least: SmallNumbers = SMALL_NUMBERS,
): SmallNumbersNote | null {
  if (cases === null || !('decimals' in unit)) return null;
  const { numerator, denominator } = cases;
  if (!isWhole(denominator)) return null;
  const counted = unit.kind === 'percentage' || unit.kind === 'rate' || unit.kind === 'ratio';
  if (counted && !isWhole(numerator)) return null;
  const small = smallNumbers({ count: counted ? floatOf(numerator) : null, of: floatOf(denominator) }, least);
  if (small === null) return null;
  const said = counted ? casesInWords(cases) : casesInWords(cases).replace(/^.* of /, 'of ');
  const why =
    small === 'events' ? `fewer than ${least.events} cases` : `fewer than ${least.denominator} cases in all`;
  return {
    sentence: `Small numbers: ${counted ? said : `a mean ${said}`}, which is ${why}.`,
    brief: `small numbers (${said})`,
  };
}

const isWhole = (value: Decimal): boolean => value.eq(roundTo(value, 0));
