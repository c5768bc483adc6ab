import { plainDate } from '../number/date.ts';
import { type Decimal, divideTo } from '../number/decimal.ts';
import type { Fraction } from '../number/fraction.ts';
import { isAcrossYears } from './basis-in-words.ts';
import type { Comparison, NotComparable } from './comparison.ts';
import { type AvailableDirection, directionSymbols, type UnavailableDirection } from './direction.ts';
import { improvementOf, isOptimum, outcomeOf } from './improvement.ts';
import type { DirectionInputs } from './inputs.ts';
import type { Basis, DirectionScheme } from './scheme.ts';
import { comparedWith, sentenceFor } from './sentence.ts';

/** Decimal places of a change against an average that does not end. */
const CHANGE_PLACES = 12;

/** The two figures of a basis, or why there are not two. */
export interface Compared {
  basis: Basis;
  words: string;
  comparison: Comparison | NotComparable;
}

/**
 * The direction that two figures give, whichever basis put them side by side.
 * @param words the basis in words, as it is printed with the direction
 */
export function plainDirection(
  inputs: DirectionInputs,
  scheme: DirectionScheme,
  { basis, words, comparison }: Compared,
): AvailableDirection | UnavailableDirection {
  const named = { basis: basis.kind, basisInWords: words };
  const unavailable = (why: NotComparable): UnavailableDirection => ({
    kind: 'unavailable',
    label: scheme.labels.unavailable,
    ...named,
    ...why,
  });
  const { polarity, unit } = inputs;
  if (polarity === 'none') {
    return unavailable({
      reasonCode: 'informationOnly',
      reason: 'For information only: neither way is better.',
    });
  }
  if ('reason' in comparison) return unavailable(comparison);
  const onForecast = basis.kind === 'forecastAgainstLastOutturn';
  const targets = (onForecast ? inputs.yearTargets : inputs.targets) ?? {};
  const improvement = improvementOf(inOneYear(comparison, basis), polarity, unit, targets);
  if ('reason' in improvement) return unavailable(improvement);

  const outcome = outcomeOf(improvement, scheme);
  const best =
    outcome === 'stabilised' && isOptimum(comparison.now, polarity, unit) ? scheme.atOptimum : null;
  const label = best?.label ?? scheme.labels[outcome];
  const { change } = improvement;
  const { now, before } = comparison;
  const difference = change ?? improvement.amount;
  const unchanged = difference.numerator.eq('0');
  return {
    kind: 'available',
    outcome,
    label,
    symbol: directionSymbols[outcome],
    ...named,
    compared: { now, before },
    change: change === null ? null : quotient(change),
    sentence: sentenceFor({ comparison, outcome, label, polarity, unit, targets, basis, scheme, unchanged }),
    tested: null,
    brief: comparedWith(comparison, basis, unit),
  };
}

/** Dates of two years compare by where they fall in the year: 29 May 2018 is earlier than 31 May 2017 was. */
function inOneYear(comparison: Comparison, basis: Basis): Comparison {
  const { before } = comparison;
  if (before.kind !== 'date' || !isAcrossYears(basis)) return comparison;
  const date = plainDate(before.date).add({ years: 1 }).toString();
  return { ...comparison, before: { ...before, date } };
}

function quotient({ numerator, denominator }: Fraction): Decimal {
  return denominator.eq('1') ? numerator : divideTo(numerator, denominator, CHANGE_PLACES);
}
