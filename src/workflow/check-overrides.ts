import type { Facts } from '../domain/facts.ts';
import type { ParameterOverride } from '../domain/status/inputs.ts';
import { overrideProblems } from '../domain/status/overrides.ts';
import type { StatusScheme } from '../domain/status/scheme.ts';
import { scorecardOverrides, toleranceOverride } from '../domain/tolerances.ts';
import { isPlainDecimal } from '../store/canonical.ts';
import { StoreProblem } from '../store/problem.ts';

/** Whether any of these facts decides a setting of the status scheme differently. */
export const decidesSettings = ({ scorecards = [], targets = [] }: Partial<Facts>): boolean =>
  scorecards.some(({ overrides }) => overrides.length > 0) ||
  targets.some(({ role }) => role === 'tolerance');

/**
 * Refuses settings that the scheme does not have, that are below zero or that nobody gave a reason for: once recorded
 * they would be applied as they are, or passed over in silence.
 *
 * @throws StoreProblem naming every one, with the scorecard or the measure it is about.
 */
export function checkOverrides(
  { scorecards = [], targets = [] }: Partial<Facts>,
  scheme: StatusScheme,
): void {
  const said = (where: string, overrides: readonly ParameterOverride[]) =>
    overrideProblems(scheme, overrides).map(({ message, remedy }) => `${where}: ${message} ${remedy}`);
  const problems = [
    ...scorecards.flatMap((card) => {
      const unreadable = card.overrides.filter(({ value }) => !isPlainDecimal(value));
      if (unreadable.length === 0) return said(card.name, scorecardOverrides(card));
      return unreadable.map(
        ({ parameter, value }) =>
          `${card.name}: The setting “${parameter}” is ${JSON.stringify(value)}, which is not a plain decimal. Write it as 7.5.`,
      );
    }),
    ...targets.flatMap((target) => {
      const override = target.role === 'tolerance' ? toleranceOverride(target) : null;
      return override === null ? [] : said(`${target.measure}, ${target.period}`, [override]);
    }),
  ];
  if (problems.length > 0) throw new StoreProblem('unusableFact', problems.join('\n'));
}
