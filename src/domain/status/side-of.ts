import type { Polarity } from '../measure/measure.ts';
import { compare, type Decimal, hundred, zero } from '../number/decimal.ts';
import { parametersFor } from './compile.ts';
import type { ParameterOverride, Side } from './inputs.ts';
import type { Parameter, StatusScheme } from './scheme.ts';

/** How far short still earns the middle status, and what that is counted in. */
export interface Tolerance {
  /** Zero or more. */
  size: Decimal;
  unit: Parameter['unit'];
}

/** The tolerance in force under a scheme; of nothing where the scheme has none. */
export function toleranceOf(scheme: StatusScheme, overrides: readonly ParameterOverride[]): Tolerance {
  const parameter = scheme.parameters.find(({ id }) => id === scheme.tolerance);
  if (parameter === undefined) return { size: zero, unit: 'percent' };
  return { size: parametersFor(scheme, overrides).get(parameter.id) ?? zero, unit: parameter.unit };
}

/**
 * On which side of its tolerance an earlier figure was, for rules about runs ("below tolerance two periods running").
 * Per cent are of the target; points and amounts are differences from it. Both edges of the tolerance are within.
 *
 * @returns null where there is no side: another polarity than higher or lower, or a tolerance that is no distance
 *   from the target (a count of cases, a number of sigmas).
 * @example sideOf(decimal('94'), decimal('100'), 'higher', { size: decimal('5'), unit: 'percent' }) // 'worse'
 */
export function sideOf(
  actual: Decimal,
  target: Decimal,
  polarity: Polarity | null,
  { size, unit }: Tolerance,
): Side | null {
  if (polarity !== 'higher' && polarity !== 'lower') return null;
  if (unit === 'count' || unit === 'sigma') return null;
  const gap = polarity === 'higher' ? actual.minus(target) : target.minus(actual);
  const [scaled, band] = unit === 'percent' ? [gap.times(hundred), size.times(target.abs())] : [gap, size];
  if (compare(scaled, band) > 0) return 'better';
  return compare(scaled, band.neg()) < 0 ? 'worse' : 'within';
}
