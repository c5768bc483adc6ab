import type { ReportingPeriod } from './period/period.ts';
import { periodCodesIn } from './period/relate.ts';
import type { ChartSetting } from './signal/chart-setting.ts';
import { chartPeriods } from './signal/chart-window.ts';
import { yearsOfInterest } from './snapshot.ts';

/** Every period code that a snapshot of any measure can look at: all of the years that its history reaches. */
export const periodCodesAround = (period: ReportingPeriod): string[] =>
  yearsOfInterest(period).flatMap(periodCodesIn);

/**
 * Of the measures whose control charts begin earlier than all others look back, those earlier years, by measure; every
 * other measure is left out.
 *
 * @param judged the periods that snapshots are made of
 * @example furtherYears([{ ...usualChart, measure: 'HSG-1' }], [periodOf('2018-19/Q2')]).size // 0
 */
export function furtherYears(
  charts: readonly ChartSetting[] | undefined,
  judged: readonly ReportingPeriod[],
): Map<string, string[]> {
  const around = new Set(judged.flatMap((period) => yearsOfInterest(period)));
  const further = new Map<string, string[]>();
  for (const chart of charts ?? []) {
    const looked = judged.flatMap((period) => chartPeriods(chart, period).map(({ year }) => year));
    const years = [...new Set(looked)].filter((year) => !around.has(year));
    if (years.length > 0) further.set(chart.measure, years);
  }
  return further;
}

/** The codes of all periods of those years, by measure. */
export const furtherPeriods = (...asked: Parameters<typeof furtherYears>): Map<string, string[]> =>
  new Map([...furtherYears(...asked)].map(([measure, years]) => [measure, years.flatMap(periodCodesIn)]));
