import type { EvaluatedMeasure } from '../../domain/evaluate.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { type SeriesBreak, seriesBreaks } from '../../domain/measure/series-change.ts';
import { predecessorCodes } from '../../domain/predecessors.ts';
import type { ReadablePeriod } from './readable-periods.ts';

/** A measure that another was made from, as it stood before. */
export interface PredecessorView {
  code: string;
  title: string;
  change: SeriesBreak;
  /** Oldest first, at least one; none from the change on. */
  points: readonly PredecessorPoint[];
}

export interface PredecessorPoint extends ReadablePeriod {
  measure: EvaluatedMeasure;
}

const FOREVER = '9999-12-31';

/** The codes that a measure was ever made from. */
export const codesBefore = (versions: readonly MeasureVersion[]): string[] =>
  predecessorCodes(versions[0]?.code ?? '', seriesBreaks(versions, FOREVER)).map(({ code }) => code);

/**
 * Where the measures that one was made from stood: in the periods of its own that are shown, and where those go back to
 * its beginning in the ones before, as many together as may be shown.
 *
 * @param versions of the measure itself
 * @param shown its own periods, oldest first
 * @param latestFirst those before its own to go back to as well
 * @param pointIn where a measure stood in a period; null where nothing was reported of it
 */
export function predecessorsBefore(
  versions: readonly MeasureVersion[],
  shown: readonly ReadablePeriod[],
  latestFirst: readonly ReadablePeriod[],
  most: number | null,
  pointIn: (code: string, readable: ReadablePeriod) => PredecessorPoint | null,
): PredecessorView[] {
  const last = shown.at(-1)?.period.end ?? '';
  const found = predecessorCodes(versions[0]?.code ?? '', seriesBreaks(versions, last));
  if (found.length === 0) return [];
  const begins = shown[0]?.period.start ?? '';
  const earlier = latestFirst.filter(({ period }) => period.end < begins);
  const room = most === null ? earlier.length : Math.max(0, most - shown.length);
  const span = [...earlier.slice(0, room).reverse(), ...shown];
  return found.flatMap(({ code, change }): PredecessorView[] => {
    const points = span
      .filter(({ period }) => period.end < change.day)
      .flatMap((readable) => pointIn(code, readable) ?? []);
    const title = points.at(-1)?.measure.snapshot.version.title;
    return title === undefined ? [] : [{ code, title, change, points }];
  });
}
