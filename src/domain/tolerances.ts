import type { Scorecard } from './facts.ts';
import { decimal } from './number/decimal.ts';
import { parseYear } from './period/year.ts';
import type { ParameterOverride } from './status/inputs.ts';
import type { TargetVersion } from './target/target.ts';

/** The parameter that a target of the role `tolerance` replaces: the scheme's tolerance, whatever its own name. */
export const TOLERANCE = 'tolerance';

/** What was decided for a whole scorecard. @example [] where its settings are the scheme's own */
export function scorecardOverrides({ overrides }: Pick<Scorecard, 'overrides'>): ParameterOverride[] {
  return overrides.map(({ parameter, value, reason }) => ({
    parameter,
    value: decimal(value),
    level: 'scorecard',
    reason,
  }));
}

/**
 * A tolerance recorded with the targets: one for a year (`2018-19`) is the measure's own for that year, one for a
 * period (`2018-19/Q2`) holds in that period alone. Its value is in the unit of the scheme's tolerance: per cent,
 * percentage points, or the measure's own unit. One that was withdrawn (N/A) is none.
 *
 * @example toleranceOverride({ period: '2018-19', figure: 10, reason: 'small numbers', … })
 * // { parameter: 'tolerance', value: 10, level: 'measure', reason: 'small numbers' }
 */
export function toleranceOverride(
  target: Pick<TargetVersion, 'period' | 'figure' | 'reason'>,
): ParameterOverride | null {
  const { period, figure, reason } = target;
  if (figure.kind !== 'number') return null;
  const level = parseYear(period) === null ? 'period' : 'measure';
  return { parameter: TOLERANCE, value: figure.value, level, reason: reason ?? '' };
}

/**
 * Every setting that bears on a figure, in the order in which they give way: the scheme's own (not listed), the
 * scorecard's, the measure's, the period's. The judgement takes the nearest to the figure for each parameter.
 *
 * @param tolerances those recorded for the year and for the period, as far as there are any
 */
export function overridesFor(
  scorecard: Pick<Scorecard, 'overrides'>,
  tolerances: readonly (TargetVersion | null | undefined)[],
): ParameterOverride[] {
  const own = tolerances.flatMap((each) => (each ? (toleranceOverride(each) ?? []) : []));
  return [...scorecardOverrides(scorecard), ...own];
}
