import type { SeriesBreak } from '../../../domain/measure/series-change.ts';
import type { ReportingPeriod } from '../../../domain/period/period.ts';
import type { MeasurePoint } from '../../../workflow/queries/read-measure.ts';

/**
 * What changed about the series between a point and the period before it on the page; null where nothing did.
 * @param before null where the point is the first of all
 */
export function changeSince(
  { period, measure }: Pick<MeasurePoint, 'period' | 'measure'>,
  before: ReportingPeriod | null,
): SeriesBreak | null {
  // Of the first point only what came in its own period: an earlier change has nothing to be set off from here.
  return (
    measure.snapshot.breaks.findLast(({ day }) =>
      before === null ? day >= period.start : day > before.end,
    ) ?? null
  );
}

/** Whether nothing leads from the figures before a change to those after. */
export const cutsLine = ({ comparable, from }: SeriesBreak): boolean =>
  comparable === 'no' || from.length > 0;
