import { toText, zero } from '../number/decimal.ts';
import { parameterMeant } from './compile.ts';
import type { ParameterOverride } from './inputs.ts';
import type { StatusScheme } from './scheme.ts';

/** What is wrong with one part of an override, and what to do. */
export interface OverrideProblem {
  about: 'parameter' | 'value' | 'reason';
  message: string;
  remedy: string;
}

/**
 * What is wrong with overrides of a scheme's parameters; empty where nothing is. Ask before they are recorded: a
 * judgement applies what it is given. `tolerance` means the scheme's tolerance, whatever its name.
 *
 * @example overrideProblems(derby, [{ parameter: 'amber', value: decimal('10'), level: 'measure', reason: '' }])
 * // [{ about: 'reason', message: 'The measure setting of “amber” has no reason.', remedy: 'Say who agreed 10, and why.' }]
 */
export function overrideProblems(
  scheme: StatusScheme,
  overrides: readonly ParameterOverride[],
): OverrideProblem[] {
  const known = scheme.parameters.map(({ id }) => id);
  return overrides.flatMap(({ parameter, value, level, reason }) => {
    const problems: OverrideProblem[] = [];
    const setting = `The ${level} setting of “${parameter}”`;
    if (!known.includes(parameterMeant(scheme, parameter))) {
      const remedy = known.length > 0 ? `Use one of: ${known.join(', ')}.` : 'This scheme has no settings.';
      const message = `“${parameter}” is not a setting of the scheme ${scheme.name}.`;
      problems.push({ about: 'parameter', message, remedy });
    }
    if (value.lt(zero)) {
      const message = `${setting} is ${toText(value)}, which is below zero.`;
      problems.push({ about: 'value', message, remedy: 'Give it as zero or more.' });
    }
    if (reason.trim() === '') {
      const message = `${setting} has no reason.`;
      problems.push({ about: 'reason', message, remedy: `Say who agreed ${toText(value)}, and why.` });
    }
    return problems;
  });
}
