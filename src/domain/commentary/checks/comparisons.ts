import { compare, type Decimal, roundTo } from '../../number/decimal.ts';
import { placesOf } from './claims.ts';
import type { FindingFigure } from './finding.ts';
import type { CheckInput } from './input.ts';
import type { Sentence } from './reading.ts';
import type { Pair, Reference } from './references.ts';
import { figure } from './words.ts';

/** Words that may stand between a word of change and what is compared with. */
const LINK =
  /^(?:,? (?:than|since|on|upon|from|compared|with|to|over|against|in|at|for|of|by|that|those|the|figure|level|rate|result|position|end|start|recorded|reported|seen|achieved|both|figures|volume|number|[£$€]?[\d.,]+%?|per cent|percentage|points?|days|\p{L}{4,12} points))*(?:,? )?$/iu;

/** The first thing compared with that follows a place in a sentence and belongs to it; null where none does. */
export function referenceAfter(sentence: Sentence, from: number): Reference | null {
  const next = sentence.references().find(({ index }) => index >= from - 1);
  if (next === undefined) return null;
  return LINK.test(sentence.text.slice(from, next.index)) || next.index <= from + 1 ? next : null;
}

/** Which way a pair of figures went: 1 up, -1 down, 0 not at all. */
export const wayOf = ({ now, before }: Pair): -1 | 0 | 1 => compare(now, before);

/** Which way is better: 1 for higher, -1 for lower, null where that is not so simple or not known. */
export function better({ measure: { polarity } }: CheckInput): 1 | -1 | null {
  if (polarity === 'higher') return 1;
  return polarity === 'lower' ? -1 : null;
}

/** A pair as printed is one figure twice. */
export function sameAsPrinted({ now, before }: Pair, input: CheckInput): boolean {
  const places = placesOf(input);
  return roundTo(now, places).eq(roundTo(before, places));
}

/** How far a pair is apart, as a percentage of the earlier figure; null where that is zero. */
export function relativeChange({ now, before }: Pair): { times100: Decimal; of: Decimal } | null {
  if (before.eq('0')) return null;
  return { times100: now.minus(before).abs().times('100'), of: before.abs() };
}

/** True where a pair is further apart than a percentage of the earlier figure. */
export function changedBy(pair: Pair, percent: string): boolean {
  const change = relativeChange(pair);
  return change === null ? !pair.now.eq(pair.before) : change.times100.gt(change.of.times(percent));
}

/** The figures of pairs for a finding, each once. */
export function figuresOfPairs(pairs: readonly Pair[], input: CheckInput): FindingFigure[] {
  const { unit } = input.measure;
  const all = pairs.flatMap(({ now, before, nowLabel, beforeLabel }) => [
    figure(nowLabel, now, unit),
    figure(beforeLabel, before, unit),
  ]);
  return all.filter(
    (one, at) => all.findIndex(({ label, exact }) => label === one.label && exact === one.exact) === at,
  );
}
