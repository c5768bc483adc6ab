import type { EvaluatedMeasure } from '../evaluate.ts';

/** What is read of a measure before and after. */
export type Judged = Pick<EvaluatedMeasure, 'status' | 'forecastStatus' | 'direction'>;

/**
 * What a change does to what a reader sees, in one sentence.
 *
 * @param before as it stands; @param after as it would stand
 * @example effectInWords(amberGreenImproving, redGreenImproving)
 * // 'Amber becomes Red; forecast stays Green; direction of travel stays Improving.'
 */
export function effectInWords(before: Judged, after: Judged): string {
  const parts = [
    turned('', before.status.outcome.label, after.status.outcome.label),
    turned('forecast ', before.forecastStatus.outcome.label, after.forecastStatus.outcome.label),
    turned('direction of travel ', before.direction.label, after.direction.label),
  ];
  const sentence = parts.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** True where a reader sees another status or direction. */
export const hasEffect = (before: Judged, after: Judged): boolean =>
  before.status.outcome.id !== after.status.outcome.id ||
  before.forecastStatus.outcome.id !== after.forecastStatus.outcome.id ||
  before.direction.label !== after.direction.label;

const turned = (what: string, was: string, is: string): string =>
  was === is ? `${what === '' ? 'status ' : what}stays ${was}` : `${what}${was} becomes ${is}`;
