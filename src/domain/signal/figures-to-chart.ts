import { type SignOfAverage, sameTargetAllYear } from '../measure/average.ts';
import { compare, type Decimal, zero } from '../number/decimal.ts';
import type { TypedFigure } from '../number/figure.ts';
import type { ReportingPeriod } from '../period/period.ts';
import { isYearEnd } from '../period/relate.ts';
import type { TargetStep } from '../statistics/series.ts';
import type { SignalInputs, SignalPoint } from './signal.ts';

/** The figures of a measure as numbers that a control chart may be drawn of. */
export interface FiguresToChart {
  /** From the first that there is; a missing one is null. */
  points: readonly { period: ReportingPeriod; value: Decimal | null; target: Decimal | null }[];
  /** True where each still holds the ones before it in its year, and has to be unwound. */
  toDate: boolean;
  /** What the points are, where they are not the figures themselves. */
  what: string | null;
}

/**
 * Chooses what is charted of a measure: its figures, or of a figure to date that does not add up, a percentage or an
 * average, those of each period by itself. An average to date less the one before it means nothing.
 *
 * @returns why no chart can be drawn, in words, where there is nothing to draw one of.
 * @example // 24 and 25 days to date, 24 and 26 in the quarters, 28.5 promised for each and for the year: points 24 and 26
 */
export function figuresToChart(inputs: SignalInputs): FiguresToChart | { why: string } {
  const { version, series, target } = inputs;
  const kinds = new Set(series.map(({ position }) => position.figure.kind));
  if (kinds.has('date') || kinds.has('step')) return { why: 'A control chart is drawn of numbers only.' };
  const isToDate = version.periodBasis === 'toDate';
  const sign = isToDate ? neverAddsUp(inputs) : null;
  const rows = series.flatMap((point, at) => {
    const figure = sign === null ? point.position.figure : point.inPeriod?.figure;
    if (figure?.kind === 'missing' && figure.reason === 'notDue') return [];
    const promised = at === series.length - 1 ? target : point.target;
    return [{ period: point.period, value: numberOf(figure), target: numberOf(promised) }];
  });
  const first = rows.findIndex(({ value }) => value !== null);
  if (first < 0) {
    return {
      why: sign !== null && kinds.has('number') ? NOT_HELD[sign] : 'Nothing has been reported.',
    };
  }
  return {
    points: rows.slice(first),
    toDate: isToDate && sign === null,
    what: sign === null ? null : 'The points are the figures of each period by itself.',
  };
}

/** Targets in the terms of the points: of amounts to date, what a period adds to the promise. */
export function stepsOf({ points, toDate }: FiguresToChart): TargetStep[] {
  return points.map(({ period, target }, at) => {
    if (!toDate || period.number === 1) return { from: period.end, value: target };
    const before = points[at - 1];
    const held = before?.period.year === period.year ? before.target : null;
    return { from: period.end, value: target === null || held === null ? null : target.minus(held) };
  });
}

const NEEDED = 'A control chart needs the figure of each period by itself, which is not held.';

const NOT_HELD: Readonly<Record<'share' | SignOfAverage, string>> = {
  share: `Each figure to date holds the one before it. ${NEEDED}`,
  sameTargetEachPeriod: `Every period has the same target as the whole year, so these figures to date are taken for averages. ${NEEDED}`,
  falls: `These figures to date fall within a year more than once, as no count does, so they are taken for averages. ${NEEDED}`,
};

/** What shows that figures to date do not add up; null where they do. */
function neverAddsUp({ version, series }: SignalInputs): 'share' | SignOfAverage | null {
  const { kind } = version.unit;
  if (kind !== 'number' && kind !== 'currency') return 'share';
  const promised = series.filter(({ period }) => !isYearEnd(period));
  if (promised.some(({ target, yearTarget }) => sameTargetAllYear(target, yearTarget)))
    return 'sameTargetEachPeriod';
  // Money paid back makes an amount fall, and a count may be put right once.
  return kind === 'number' && fallsWithinYears(series) > 1 ? 'falls' : null;
}

/** How often a figure is less than the one before it in its year; never where some are below zero, as changes may be. */
function fallsWithinYears(series: readonly SignalPoint[]): number {
  let falls = 0;
  const latest = new Map<string, Decimal>();
  for (const { period, position } of series) {
    const value = numberOf(position.figure);
    if (value === null) continue;
    if (compare(value, zero) < 0) return 0;
    const before = latest.get(period.year);
    if (before !== undefined && compare(value, before) < 0) falls += 1;
    latest.set(period.year, value);
  }
  return falls;
}

const numberOf = (figure: TypedFigure | null | undefined): Decimal | null =>
  figure?.kind === 'number' ? figure.value : null;
