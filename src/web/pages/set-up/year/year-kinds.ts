import type { YearKind } from '../../../../domain/period/period.ts';

/** Each kind of year as people choose it. */
export const yearKindNames: Readonly<Record<YearKind, string>> = {
  financial: 'Financial: April to March',
  calendar: 'Calendar: January to December',
  academic: 'Academic: September to August',
};

export const yearKinds = Object.keys(yearKindNames) as readonly YearKind[];

/** The kind that was chosen; null for none of them. */
export const chosenYearKind = (typed: string): YearKind | null =>
  yearKinds.find((one) => one === typed) ?? null;
