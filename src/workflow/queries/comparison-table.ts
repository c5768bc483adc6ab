import {
  type ChosenDifferences,
  comparisonHeadings,
  comparisonRows,
} from '../../domain/comparison/as-rows.ts';
import type { Comparison } from '../../domain/comparison/compare.ts';
import { formatLongDate } from '../../domain/number/date.ts';
import { periodLabel } from '../../domain/period/label.ts';
import { dayIn, endOfDay } from '../../domain/period/of-day.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { type Edition, editionName, momentOnPaper } from '../../domain/round/edition.ts';
import type { Side } from './read-comparison.ts';

export const editionInWords = (edition: Edition): string =>
  `${editionName(edition)} of ${edition.title}, ${periodLabel(periodOf(edition.period))}`;

/** `Quarter 2, 2018-19, as known on 1 November 2018`; of a moment within a day, with its time. */
export function sideInWords(side: Side, period: ReportingPeriod, timeZone: string): string {
  if (side.kind === 'edition') return editionInWords(side.edition);
  const label = periodLabel(period);
  if (side.asAt === null) return `${label}, as now known`;
  const day = dayIn(side.asAt, timeZone);
  return side.asAt === endOfDay(day, timeZone)
    ? `${label}, as known on ${formatLongDate(day)}`
    : `${label}, as known at ${momentOnPaper(side.asAt, timeZone)}`;
}

export interface ComparisonTable {
  /** Name of its file without the ending. */
  fileStem: string;
  headings: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A comparison as a table to download, wherever it was asked for. */
export function comparisonTable(
  authority: { code: string; timeZone: string },
  period: ReportingPeriod,
  { before, after }: { before: Side; after: Side },
  comparison: Comparison,
  chosen: ChosenDifferences,
): ComparisonTable {
  const words = (side: Side) => sideInWords(side, period, authority.timeZone);
  return {
    fileStem: `${authority.code}-comparison-${period.code.replace('/', '-')}`,
    headings: comparisonHeadings,
    rows: comparisonRows(comparison, chosen, [words(before), words(after)]),
  };
}
