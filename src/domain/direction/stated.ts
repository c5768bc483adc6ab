import { sameWords } from '../number/typed-text.ts';
import {
  type DirectionOutcome,
  directionOutcomes,
  directionSymbols,
  type StatedDirection,
} from './direction.ts';
import type { DirectionScheme } from './scheme.ts';

/** Words for each outcome that published reports use, beside the labels of the scheme. */
const USUAL: Record<DirectionOutcome, readonly string[]> = {
  improving: ['improving', 'improved', 'better', 'up'],
  stabilised: ['stabilised', 'stable', 'static', 'same', 'no change', 'maintained', 'maintaining', 'steady'],
  deteriorating: [
    'deteriorating',
    'deteriorated',
    'declining',
    'declined',
    'worse',
    'worsening',
    'worsened',
    'down',
  ],
};

/**
 * The direction of travel that a published document stated, kept as stated. The document does not say what it
 * compared, so neither do we.
 *
 * @example directionAsStated('Improving', presetDirection('derby')).basisInWords // 'as published; basis not stated'
 */
export function directionAsStated(stated: string, scheme: Pick<DirectionScheme, 'labels'>): StatedDirection {
  const words = sameWords(stated);
  const outcome =
    directionOutcomes.find(
      (each) => sameWords(scheme.labels[each]) === words || USUAL[each].includes(words),
    ) ?? null;
  return {
    kind: 'asStated',
    label: stated,
    outcome,
    symbol: outcome === null ? null : directionSymbols[outcome],
    basisInWords: 'as published; basis not stated',
  };
}
