import type { BasisKind } from './direction/scheme.ts';
import type { MeasureVersion } from './measure/measure.ts';
import { type SeriesBreak, seriesBreaks } from './measure/series-change.ts';
import { periodLabel } from './period/label.ts';
import { periodHolding } from './period/of-day.ts';
import type { ReportingPeriod } from './period/period.ts';
import { lastYearOf, predecessor, samePeriodLastYear } from './period/relate.ts';

/** When a measure began, and what has changed about its series since. */
export interface SeriesLife {
  begins: string;
  /** Oldest first. */
  breaks: readonly SeriesBreak[];
  /** The last change after which earlier figures cannot be compared at all; null where they all can. */
  broken: SeriesBreak | null;
}

/**
 * The life of a measure's series as a report on a period knows it.
 * @param versions of one measure
 */
export function seriesLife(versions: readonly MeasureVersion[], { end }: ReportingPeriod): SeriesLife {
  const breaks = seriesBreaks(versions, end);
  return {
    begins: versions.map((each) => each.validFrom).sort()[0] ?? '',
    breaks,
    broken: breaks.findLast(({ comparable }) => comparable === 'no') ?? null,
  };
}

/**
 * A change as a reader says it, with the period in which it came.
 * @example breakInWords({ day: '2018-07-01', what: 'the definition changed', … }, 2018-19/Q3)
 * // 'the definition changed in Quarter 2, 2018-19'
 */
export const breakInWords = (
  { what, day }: Pick<SeriesBreak, 'what' | 'day'>,
  { span, yearKind }: Pick<ReportingPeriod, 'span' | 'yearKind'>,
): string => `${what} ${when(what)} ${periodLabel(periodHolding(day, span, yearKind))}`;

/** Something that goes on is so from a period; something that happened did in it. */
const when = (what: string): 'from' | 'in' => (what.startsWith('it combines') ? 'from' : 'in');

/**
 * The change that lies between a period and what its direction of travel compares it with, where the two may only be
 * compared with care; null where none does.
 */
export function careBetween(
  breaks: readonly SeriesBreak[],
  basis: BasisKind,
  period: ReportingPeriod,
): SeriesBreak | null {
  const before = comparedWith(basis, period)?.end ?? '';
  return breaks.findLast(({ comparable, day }) => comparable === 'withCare' && day > before) ?? null;
}

function comparedWith(basis: BasisKind, period: ReportingPeriod): ReportingPeriod | null {
  switch (basis) {
    case 'previousPeriod':
    case 'rollingMean':
      return predecessor(period);
    case 'samePeriodLastYear':
      return samePeriodLastYear(period);
    case 'lastOutturn':
    case 'forecastAgainstLastOutturn':
      return lastYearOf(period);
    case 'baseline':
    // These look at all the figures that there are.
    case 'spc':
    case 'recentTrend':
    case 'testedDifference':
    case 'tested':
      return null;
  }
}
