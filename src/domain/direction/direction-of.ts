import { plainDate } from '../number/date.ts';
import { type Decimal, divideTo } from '../number/decimal.ts';
import type { Fraction } from '../number/fraction.ts';
import { basisInWords, fallbackWords, isAcrossYears } from './basis-in-words.ts';
import { type Comparison, comparisonFor, type NotComparable } from './comparison.ts';
import { type AvailableDirection, directionSymbols, type UnavailableDirection } from './direction.ts';
import { improvementOf, isOptimum, outcomeOf } from './improvement.ts';
import type { DirectionInputs } from './inputs.ts';
import type { Basis, DirectionScheme } from './scheme.ts';
import { comparedWith, sentenceFor } from './sentence.ts';

/** Decimal places of a change against an average that does not end. */
const CHANGE_PLACES = 12;

/**
 * The direction of travel of a measure in a period under a scheme: whether it is getting better, always with what
 * was compared, or the reason in plain words why there is none. Exact: nothing is rounded before it is judged.
 *
 * With polarity `closest` both figures are held against the present target, with `within` against the present
 * range (for a forecast, those of the year end). Steps of a milestone scale compare by their order and need no
 * polarity; a dead band does not apply to them, nor a relative one to dates.
 *
 * @example
 * // CM PM24, lower is better, forecast 29.5, last year's outturn 28.0, scheme derby
 * directionOf(inputs, presetDirection('derby')).label // 'Deteriorating'
 */
export function directionOf(
  inputs: DirectionInputs,
  scheme: DirectionScheme,
): AvailableDirection | UnavailableDirection {
  const { basis, words, comparison } = chosen(inputs, scheme);
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

/** The scheme's basis, or its fallback where the scheme says so. */
function chosen(
  inputs: DirectionInputs,
  scheme: DirectionScheme,
): { basis: Basis; words: string; comparison: Comparison | NotComparable } {
  const first = {
    basis: scheme.basis,
    words: basisInWords(scheme),
    comparison: comparisonFor(inputs, scheme, scheme.basis),
  };
  const why = scheme.fallback?.when.find((each) =>
    each === 'targetsProfiled'
      ? inputs.targetsProfiled === true
      : 'reasonCode' in first.comparison && first.comparison.reasonCode === 'noEarlierFigure',
  );
  if (scheme.fallback === null || why === undefined) return first;
  const { basis } = scheme.fallback;
  return {
    basis,
    words: `${basisInWords(scheme.fallback)}, because ${fallbackWords[why]}`,
    comparison: comparisonFor(inputs, scheme, basis),
  };
}
