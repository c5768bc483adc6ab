import type { Polarity } from '../../measure/measure.ts';
import { sideOfEdge } from '../float.ts';
import type { Limits } from './limits.ts';
import type { RuleMet } from './rules.ts';

/** What a point, or the latest one for the whole series, says: usual variation, or a change for better or worse. */
export type Variation =
  | 'common_cause'
  | 'improvement_high'
  | 'improvement_low'
  | 'concern_high'
  | 'concern_low'
  | 'neutral_high'
  | 'neutral_low';

/** Whether the target can be met as the service now runs: always, never, or now and then by chance. */
export type Assurance = 'pass' | 'fail' | 'inconsistent';

/** 1 where higher is better, -1 where lower is, 0 where neither: also for a target to be near to, or a range. */
export function goodSide(polarity: Polarity | null): -1 | 0 | 1 {
  return polarity === 'higher' ? 1 : polarity === 'lower' ? -1 : 0;
}

/**
 * The variation that a label stands for.
 * @example variationOf({ rule: 'shift', side: 'low' }, 'lower') // 'improvement_low'
 */
export function variationOf(label: RuleMet | null, polarity: Polarity | null): Variation {
  if (label === null) return 'common_cause';
  const good = goodSide(polarity);
  if (good === 0) return `neutral_${label.side}`;
  return (label.side === 'high') === good > 0 ? `improvement_${label.side}` : `concern_${label.side}`;
}

/**
 * The assurance of a target against limits, in one unit. A target on a limit may be met or missed: `inconsistent`.
 * Null where neither way is better: then no target is better met by being passed.
 * @example assuranceOf(95, { lower: 60, upper: 90, … }, 'higher') // 'fail'
 */
export function assuranceOf(
  target: number,
  { lower, upper }: Pick<Limits, 'lower' | 'upper'>,
  polarity: Polarity | null,
): Assurance | null {
  const good = goodSide(polarity);
  if (good === 0) return null;
  if (sideOfEdge(target, upper) > 0) return good > 0 ? 'fail' : 'pass';
  if (sideOfEdge(target, lower) < 0) return good > 0 ? 'pass' : 'fail';
  return 'inconsistent';
}

/**
 * The assurance of a target where every figure is the same: met if that figure meets it, an equal one included.
 * @example assuranceOfConstant(100, 100, 'higher') // 'pass'
 */
export function assuranceOfConstant(
  target: number,
  constant: number,
  polarity: Polarity | null,
): 'pass' | 'fail' | null {
  const good = goodSide(polarity);
  if (good === 0) return null;
  return sideOfEdge(constant, target) * good >= 0 ? 'pass' : 'fail';
}

const rises = { high: 'higher', low: 'lower' } as const;

/**
 * A variation in a sentence.
 * @example variationInWords('concern_low') // 'Lower than usual variation explains: a change for the worse.'
 */
export function variationInWords(variation: Variation): string {
  if (variation === 'common_cause') return 'Within usual variation: no significant change.';
  const [kind, side] = variation.split('_') as ['improvement' | 'concern' | 'neutral', 'high' | 'low'];
  const meaning = {
    improvement: 'a change for the better',
    concern: 'a change for the worse',
    neutral: 'a change; neither way is better',
  }[kind];
  const way = rises[side];
  return `${way.charAt(0).toUpperCase()}${way.slice(1)} than usual variation explains: ${meaning}.`;
}

/** An assurance in a sentence. @example assuranceInWords('fail') // 'The target is unlikely to be met as the service now runs.' */
export function assuranceInWords(assurance: Assurance): string {
  return {
    pass: 'The target is likely to be met as the service now runs.',
    fail: 'The target is unlikely to be met as the service now runs.',
    inconsistent: 'The target lies within usual variation: it will be met or missed by chance.',
  }[assurance];
}
