import type { ReportingPeriod } from '../../../domain/period/period.ts';
import type { PredecessorPoint, PredecessorView } from '../../../workflow/queries/predecessors.ts';
import type { MeasurePoint } from '../../../workflow/queries/read-measure.ts';

/** A period of a measure's page: its own figure, and those of the measures that it was made from. */
export interface Moment {
  period: ReportingPeriod;
  point: MeasurePoint | null;
  before: readonly { code: string; point: PredecessorPoint }[];
}

/** Every period in which the measure, or one that it was made from, has a figure; oldest first. */
export function timeline(
  points: readonly MeasurePoint[],
  predecessors: readonly PredecessorView[],
): Moment[] {
  const moments = new Map<string, { period: ReportingPeriod; point: MeasurePoint | null }>();
  const before = new Map<string, { code: string; point: PredecessorPoint }[]>();
  const last = points.at(-1)?.period.end ?? '';
  for (const { code, points: theirs } of predecessors) {
    for (const point of theirs.filter(({ period }) => period.end <= last)) {
      const held = before.get(point.period.code) ?? [];
      before.set(point.period.code, [...held, { code, point }]);
      moments.set(point.period.code, { period: point.period, point: null });
    }
  }
  for (const point of points) moments.set(point.period.code, { period: point.period, point });
  return [...moments.values()]
    .sort((a, b) => (a.period.end < b.period.end ? -1 : 1))
    .map(({ period, point }) => ({ period, point, before: before.get(period.code) ?? [] }));
}
