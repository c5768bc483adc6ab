import type { MeasureVersion } from '../domain/measure/measure.ts';
import type { ReportingPeriod } from '../domain/period/period.ts';
import type { TargetRole } from '../domain/target/target.ts';
import { type HeldTarget, promisedPeriods, promisedRoles } from '../workflow/queries/targets-of-year.ts';
import { UsageError } from './console.ts';
import { readPeriod } from './period.ts';

/** One `PERIOD=VALUE` as it was typed. */
export interface TypedPromise {
  period: ReportingPeriod;
  role: TargetRole;
  typed: string;
}

/** Reads `2018-19/Q2=94.5%` and `low:2018-19=4`. @throws UsageError where one is not so written, or they are of two years */
export function promisesIn(all: readonly string[]): TypedPromise[] {
  const promises = all.map((text): TypedPromise => {
    const found = /^(?:(low|high):)?([^=]+)=(.*)$/s.exec(text);
    if (found === null) throw new UsageError(`A target is written PERIOD=VALUE, not "${text}".`);
    const [, role = 'target', period = '', typed = ''] = found;
    return { period: readPeriod(period), role: role as TargetRole, typed };
  });
  const years = [...new Set(promises.map(({ period }) => period.year))];
  if (years.length > 1) {
    throw new UsageError(`Set the targets of one year at a time, not of ${years.join(' and ')} together.`);
  }
  return promises;
}

/** Why a measure takes no such promise: it is not collected then, or is judged otherwise. All at once. */
export function promisedHere(
  promises: readonly TypedPromise[],
  version: MeasureVersion,
  year: string,
  held: ReadonlyMap<string, HeldTarget> | undefined,
): string[] {
  const periods = promisedPeriods(version, year, held).map(({ code }) => code);
  const roles = promisedRoles(version);
  const range = roles.includes('low');
  return promises.flatMap(({ period, role, typed }) => [
    ...(periods.includes(period.code)
      ? []
      : [`${version.code} has no target for ${period.code}. It has one for ${periods.join(', ')}.`]),
    ...(roles.includes(role)
      ? []
      : range
        ? [`${version.code} is promised a range. Write low:${period.code}=… and high:${period.code}=….`]
        : [`${version.code} is promised one target, not a range. Write ${period.code}=….`]),
    ...(typed.trim() === '' ? [`Type the target for ${period.code} after the =.`] : []),
  ]);
}
