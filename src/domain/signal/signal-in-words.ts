import type { Assurance, Variation } from '../statistics/xmr/icons.ts';
import type { MeasureSignal } from './signal.ts';

/** A variation in a few words, to stand beside its icon. */
export const variationLabels: Readonly<Record<Variation, string>> = {
  common_cause: 'Usual variation',
  improvement_high: 'Better: high or rising',
  improvement_low: 'Better: low or falling',
  concern_high: 'Worse: high or rising',
  concern_low: 'Worse: low or falling',
  neutral_high: 'Changed: high or rising',
  neutral_low: 'Changed: low or falling',
};

/** An assurance in a few words, to stand beside its icon. */
export const assuranceLabels: Readonly<Record<Assurance, string>> = {
  pass: 'Target likely to be met',
  fail: 'Target unlikely to be met',
  inconsistent: 'Target met or missed by chance',
};

const changed: Readonly<Record<Variation, string>> = {
  common_cause: 'Within usual variation',
  improvement_high: 'Higher than usual variation explains, a change for the better',
  improvement_low: 'Lower than usual variation explains, a change for the better',
  concern_high: 'Higher than usual variation explains, a change for the worse',
  concern_low: 'Lower than usual variation explains, a change for the worse',
  neutral_high: 'Higher than usual variation explains',
  neutral_low: 'Lower than usual variation explains',
};

const prospects: Readonly<Record<Assurance, string>> = {
  pass: 'the target is likely to be met as the service now runs',
  fail: 'the target is unlikely to be met as the service now runs',
  inconsistent: 'the target will be met or missed by chance',
};

/**
 * What a control chart says of a measure, in a line of a report; where it can say nothing, why.
 * @example signalInWords(signal) // 'Within usual variation; the target is unlikely to be met as the service now runs.'
 */
export function signalInWords({ variation, assurance }: MeasureSignal): string {
  if (variation.icon === null) {
    // Of a constant the one thing that can be said is whether it meets the target.
    return assurance.icon === null ? variation.words : assurance.words;
  }
  const first = changed[variation.icon];
  return assurance.icon === null ? `${first}.` : `${first}; ${prospects[assurance.icon]}.`;
}

/**
 * Where a measure stands in a list by signal: 0 first. What has got worse and what cannot meet its target come before
 * what is left to chance; what has no signal comes after what has one that asks for nothing.
 */
export function signalRank({ variation, assurance }: MeasureSignal): number {
  const worse = variation.icon?.startsWith('concern') === true;
  const better = variation.icon?.startsWith('improvement') === true;
  const fails = assurance.icon === 'fail';
  if (worse && fails) return 0;
  if (worse) return 1;
  if (fails) return better ? 3 : 2;
  if (variation.icon?.startsWith('neutral') === true) return 4;
  if (assurance.icon === 'inconsistent') return better ? 6 : 5;
  if (better) return 7;
  return variation.icon === null && assurance.icon === null ? 9 : 8;
}
