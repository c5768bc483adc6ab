import type { Position } from './measure/position.ts';
import type { SeriesBreak } from './measure/series-change.ts';
import type { Unit } from './number/unit.ts';
import type { ReportingPeriod } from './period/period.ts';

/** A measure that another was made from: its figures up to the change stay its own. */
export interface Predecessor {
  code: string;
  title: string;
  unit: Unit;
  /** After which the other is counted instead. */
  change: SeriesBreak;
  /** Oldest first; none from the change on. */
  history: readonly PredecessorFigure[];
}

export interface PredecessorFigure {
  period: ReportingPeriod;
  position: Position;
}

/** The codes that a measure was made from, each with the change; its own code, which goes on, is none of them. */
export function predecessorCodes(
  code: string,
  breaks: readonly SeriesBreak[],
): { code: string; change: SeriesBreak }[] {
  const last = new Map<string, SeriesBreak>();
  for (const change of breaks) for (const from of change.from) if (from !== code) last.set(from, change);
  return [...last].map(([from, change]) => ({ code: from, change }));
}

/**
 * The figures of the measures that one was made from, in those of the periods that end before the change: to be shown
 * beside its own, never as its own and never compared with them. One with no figure there is left out.
 *
 * @param standing how another measure was called and where it stood in a period; null where it was not reported then
 * @example predecessorsIn('STR 11', breaks, lastPeriods(period, 8), standing)
 * // [{ code: 'STR 4', history: [2017-18/Q1 … 2017-18/Q4] }, { code: 'STR 6', … }]
 */
export function predecessorsIn(
  code: string,
  breaks: readonly SeriesBreak[],
  periods: readonly ReportingPeriod[],
  standing: (code: string, period: ReportingPeriod) => Standing | null,
): Predecessor[] {
  return predecessorCodes(code, breaks).flatMap(({ code: from, change }): Predecessor[] => {
    const before = periods
      .filter(({ end }) => end < change.day)
      .flatMap((period) => {
        const found = standing(from, period);
        return found === null ? [] : [{ period, ...found }];
      });
    const last = before.at(-1);
    if (last === undefined || !before.some(({ position }) => position.figure.kind !== 'missing')) return [];
    const history = before.map(({ period, position }) => ({ period, position }));
    return [{ code: from, title: last.title, unit: last.unit, change, history }];
  });
}

interface Standing {
  title: string;
  unit: Unit;
  position: Position;
}
