import { type AspectGroup, aspectGroups, aspectNames } from './as-printed.ts';
import type { Comparison, Difference } from './compare.ts';

/** Of a comparison as a table; `Before` and `After` say in words what each side is. */
export const comparisonHeadings = [
  'Code',
  'Measure',
  'Directorate',
  'What',
  'Was',
  'Is',
  'Before',
  'After',
] as const;

/** Which differences are asked for; null and '' for all. */
export interface ChosenDifferences {
  what: AspectGroup | null;
  /** Its name. */
  directorate: string;
}

/** The differences that are asked for, in their order. */
export function differencesChosen(
  { differences }: Comparison,
  { what, directorate }: ChosenDifferences,
): Difference[] {
  const group: readonly string[] | null = what === null ? null : aspectGroups[what];
  return differences.filter(
    (each) =>
      (group === null || group.includes(each.aspect)) &&
      (directorate === '' || each.directorate === directorate),
  );
}

/**
 * A comparison as the rows of a table, under `comparisonHeadings`: who joined and who left the scorecard, whatever is
 * chosen, then the differences that are asked for.
 *
 * @param sides both in words
 * @example comparisonRows(comparison, { what: 'figures', directorate: '' }, ['Edition 1 of …', '…, as now known'])
 * // [['IG/20', '…', 'Corporate Resources', 'Actual', '88.7%', '91.2%', 'Edition 1 of …', '…, as now known']]
 */
export function comparisonRows(
  comparison: Comparison,
  chosen: ChosenDifferences,
  [before, after]: readonly [string, string],
): string[][] {
  const rows = [
    ...comparison.joined.map((each) => ({ ...each, name: 'Joined the scorecard', was: '', is: '' })),
    ...comparison.left.map((each) => ({ ...each, name: 'Left the scorecard', was: '', is: '' })),
    ...differencesChosen(comparison, chosen).map((each) => ({ ...each, name: aspectNames[each.aspect] })),
  ];
  return rows.map(({ measure, title, directorate, name, was, is }) => [
    ...[measure, title, directorate, name, was, is],
    ...[before, after],
  ]);
}
