import type { SeriesBreak } from '../../../domain/measure/series-change.ts';
import type { MeasurePoint } from '../../../workflow/queries/read-measure.ts';

/** What changed about the series between a point and the one before it; null where nothing did. */
export function changeBefore(points: readonly MeasurePoint[], index: number): SeriesBreak | null {
  const point = points[index];
  const before = points[index - 1];
  if (point === undefined) return null;
  const since = before?.period.end ?? '';
  const { breaks } = point.measure.snapshot;
  // Of the first point only what came in its own period: an earlier change has nothing to be set off from here.
  return (
    breaks.findLast(({ day }) => (before === undefined ? day >= point.period.start : day > since)) ?? null
  );
}
