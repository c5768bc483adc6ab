import { isTested } from './basis.ts';
import { basisInWords, fallbackWords } from './basis-in-words.ts';
import { comparisonFor } from './comparison.ts';
import type { AvailableDirection, UnavailableDirection } from './direction.ts';
import type { DirectionInputs } from './inputs.ts';
import { type Compared, plainDirection } from './plain-direction.ts';
import type { DirectionScheme } from './scheme.ts';
import { testedDirection } from './tested-direction.ts';

/**
 * The direction of travel of a measure in a period under a scheme: whether it is getting better, always with what
 * was compared, or the reason in plain words why there is none. Exact: nothing is rounded before it is judged.
 *
 * With polarity `closest` both figures are held against the present target, with `within` against the present
 * range (for a forecast, those of the year end). Steps of a milestone scale compare by their order and need no
 * polarity; a dead band does not apply to them, nor a relative one to dates.
 *
 * A basis that tests for chance gives `stabilised` where chance explains the change; see `testedDirection`.
 *
 * @example
 * // CM PM24, lower is better, forecast 29.5, last year's outturn 28.0, scheme derby
 * directionOf(inputs, presetDirection('derby')).label // 'Deteriorating'
 */
export function directionOf(
  inputs: DirectionInputs,
  scheme: DirectionScheme,
): AvailableDirection | UnavailableDirection {
  const { kind } = scheme.basis;
  return isTested(kind)
    ? testedDirection(inputs, scheme, kind)
    : plainDirection(inputs, scheme, chosen(inputs, scheme));
}

/** The scheme's basis, or its fallback where the scheme says so. */
function chosen(inputs: DirectionInputs, scheme: DirectionScheme): Compared {
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
