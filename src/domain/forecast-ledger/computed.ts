import { addsUp } from '../measure/adds-up.ts';
import { sameTargetAllYear } from '../measure/average.ts';
import { positionIn } from '../measure/position.ts';
import { toText } from '../number/decimal.ts';
import { isYearEnd, periodsIn } from '../period/relate.ts';
import { type Prospect, prospect } from '../statistics/forecast/against-target.ts';
import { percentageYearEnd } from '../statistics/forecast/percentage.ts';
import { MOST_YEARS, type PeriodFigure, type YearSeries } from '../statistics/forecast/year.ts';
import { type NoForecast, type YearEnd, yearEnd } from '../statistics/forecast/year-end.ts';
import type { PaceSource } from './pace.ts';
import { amountsIn, periodsInYear, periodsSoFar, yearsBefore } from './year-figures.ts';

export type NotComputed =
  | NoForecast
  | 'annual'
  | 'rolling12'
  | 'doesNotAddUp'
  | 'noParts'
  | 'noTarget'
  | 'yearOver';

/** The year end as the figures alone would have it. */
export interface ComputedForecast extends YearEnd {
  kind: 'computed';
  /** null without a range, without a target, and where neither higher nor lower is better. */
  prospect: Prospect | null;
}

/**
 * The computed year end to stand beside the service's own: by the ladder of `yearEnd` for counts and amounts, numerator
 * over denominator for percentages, the last value for what is counted on a day. Others are not computed, and it says why.
 *
 * @example // 366 checks to the second quarter, after three whole years: 757 by the share of year
 */
export function computedForecast(source: PaceSource): ComputedForecast | { kind: 'none'; why: NotComputed } {
  const { version, find, periodTarget, yearTarget } = source;
  const { unit, periodBasis, polarity } = version;
  const perYear = periodsInYear(version);
  const none = (why: NotComputed) => ({ kind: 'none', why }) as const;
  if (periodBasis === 'rolling12') return none('rolling12');
  if (periodBasis === 'annual' || perYear === null) return none('annual');
  if (unit.kind === 'milestone' || unit.kind === 'yesNo' || unit.kind === 'date') return none('doesNotAddUp');
  // Of the last period the target is that of the year: nothing tells an average from a count.
  if (isYearEnd(source.period)) return none('yearOver');
  if (addsUp(version) && yearTarget?.kind !== 'number') return none('noTarget');
  if (addsUp(version) && sameTargetAllYear(periodTarget, yearTarget)) return none('doesNotAddUp');
  const series = (kind: YearSeries['kind'], of: (year: string) => readonly PeriodFigure[]): YearSeries => ({
    kind,
    perYear,
    previousYears: yearsBefore(source.period, source.firstYear)
      .slice(-MOST_YEARS)
      .map((year) => of(year).map((figure, index) => comparable(source, year, index, figure))),
    soFar: of(source.period.year).slice(0, periodsSoFar(version, source.period)),
  });
  const found = (() => {
    if (periodBasis === 'snapshot') {
      return yearEnd(
        series('stock', (year) =>
          periodsIn(year, version.frequency).map((period) => {
            const { figure } = positionIn(find, version, period);
            return figure.kind === 'number' ? toText(figure.value) : null;
          }),
        ),
      );
    }
    if (addsUp(version)) return yearEnd(series('flow', (year) => amountsIn(find, version, year)));
    if (unit.kind !== 'percentage') return null;
    const part = (which: 'numerator' | 'denominator') =>
      series('flow', (year) =>
        periodsIn(year, version.frequency).map(({ code }) => find(code, 'actual')?.[which] ?? null),
      );
    const [numerator, denominator] = [part('numerator'), part('denominator')];
    return denominator.soFar.some((each) => each === null) ? null : percentageYearEnd(numerator, denominator);
  })();
  if (found === null) return none(unit.kind === 'percentage' ? 'noParts' : 'doesNotAddUp');
  if (found.method === 'none') return none(found.why);
  const target = yearTarget?.kind === 'number' ? toText(yearTarget.value) : null;
  const better = polarity === 'higher' || polarity === 'lower' ? polarity : null;
  return {
    kind: 'computed',
    ...found,
    prospect: target === null || better === null ? null : prospect(found, target, better),
  };
}

/** A figure that was counted otherwise is as good as missing: its year is not used. */
function comparable(
  { version, brokenOn }: PaceSource,
  year: string,
  index: number,
  figure: PeriodFigure,
): PeriodFigure {
  const period = periodsIn(year, version.frequency)[index];
  return brokenOn !== null && period !== undefined && period.end < brokenOn ? null : figure;
}
