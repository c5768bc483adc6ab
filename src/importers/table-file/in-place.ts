import type { Facts, Scorecard } from '../../domain/facts.ts';
import type { MeasureRow } from '../measures/import-measures.ts';

/** The beginning of what states none: before any figure, so that it holds for every period. */
export const ALWAYS = '1900-01-01';

/**
 * Where a file states no "Valid from", a measure that is new holds for every period, and one held already is
 * corrected where it stands: figures are nearly always about a period that is over, so "from today" would leave
 * them without a measure. A definition that changes on a day states that day.
 */
export function inPlace(rows: readonly MeasureRow[], held: Facts['measures']): MeasureRow[] {
  return rows.map((row) => {
    if (row.measure.validFrom !== ALWAYS) return row;
    const beginnings = held.filter((each) => each.code === row.measure.code).map((each) => each.validFrom);
    const validFrom = beginnings.sort().at(-1) ?? ALWAYS;
    return { ...row, measure: { ...row.measure, validFrom } };
  });
}

/** The name of the scorecard of rows that name none: the only one held, else the usual one. */
export function usualScorecard(held: readonly Scorecard[]): string {
  const names = new Set(held.map((each) => each.name));
  const [only] = names;
  return names.size === 1 && only !== undefined ? only : 'Council Scorecard';
}

/**
 * Scorecards as a file of measures leaves them. A file that names every member gives the order; one that names
 * some adds to the end. Nothing leaves a scorecard because a file is silent about it: a measure is retired.
 */
export function joinedScorecards(
  stated: readonly Scorecard[],
  measures: Facts['measures'],
  held: readonly Scorecard[],
): Scorecard[] {
  return stated.map((each) => {
    const same = (other: Scorecard) =>
      other.code === each.code || other.name.toLowerCase() === each.name.toLowerCase();
    const before = held
      .filter(same)
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
      .at(-1);
    if (before === undefined) return each;
    const named = new Set(each.measures);
    const joining = each.measures.filter((code) => !before.measures.includes(code));
    const members = before.measures.every((code) => named.has(code))
      ? each.measures
      : [...before.measures, ...joining];
    const beginnings = measures.filter(({ code }) => joining.includes(code)).map((one) => one.validFrom);
    const validFrom = [before.validFrom, beginnings.sort()[0] ?? ALWAYS].sort().at(-1) as string;
    return { ...before, measures: members, exceptionsOnly: each.exceptionsOnly, validFrom };
  });
}
