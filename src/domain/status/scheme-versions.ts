import type { StatusScheme } from './scheme.ts';

/**
 * The version of a scheme in force on a day: the one that began last, the higher version number where two began
 * together; null before the first and after an end.
 *
 * @param on ISO date
 * @example schemeInForce([havering2012, havering2013], '2014-06-30')?.id // 'havering-2013'
 */
export function schemeInForce(versions: readonly StatusScheme[], on: string): StatusScheme | null {
  const begun = versions
    .filter(({ effectiveFrom }) => effectiveFrom <= on)
    .sort((a, b) =>
      a.effectiveFrom === b.effectiveFrom
        ? a.version - b.version
        : a.effectiveFrom < b.effectiveFrom
          ? -1
          : 1,
    );
  const last = begun.at(-1);
  if (last === undefined || (last.effectiveTo !== null && last.effectiveTo < on)) return null;
  return last;
}
