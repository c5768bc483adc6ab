import type { MeasureVersion } from '../measure/measure.ts';
import { type FindObservation, positionIn } from '../measure/position.ts';
import { type Decimal, toText } from '../number/decimal.ts';
import { missing, type TypedFigure } from '../number/figure.ts';
import type { ReportingPeriod } from '../period/period.ts';
import { lastYearOf, periodsIn, yearOf } from '../period/relate.ts';
import type { PeriodFigure } from '../statistics/forecast/year.ts';

type Counted = Pick<MeasureVersion, 'periodBasis' | 'frequency'>;

/**
 * What a year ended at: the outturn where one was recorded, else where the measure stood over the whole year, else the
 * missing figure with its reason.
 */
export const outturnOf = (
  find: FindObservation,
  version: MeasureVersion,
  year: ReportingPeriod,
): TypedFigure => {
  const given = find(year.code, 'outturn')?.figure ?? positionIn(find, version, year).figure;
  return given.kind === 'missing' && given.reason === 'blank' ? missing('awaited') : given;
};

/** How many periods a year of the measure has, where its figures can be added up or carried on; null for others. */
export const periodsInYear = ({ frequency }: Counted): 4 | 12 | null =>
  frequency === 'quarter' ? 4 : frequency === 'month' ? 12 : null;

/**
 * What each period of a year added, in order; null where it is not known, never zero. Of a figure to date that is the
 * difference from the one before, so that the periods always sum to what is printed.
 *
 * @example // to date 9 and 22: ['9', '13', null, null]
 */
export function amountsIn(find: FindObservation, version: MeasureVersion, year: string): PeriodFigure[] {
  const numbers = periodsIn(year, version.frequency).map((period) =>
    numberOf(positionIn(find, version, period).figure),
  );
  if (version.periodBasis !== 'toDate') return numbers.map(asText);
  return numbers.map((number, index) => {
    const before = numbers[index - 1];
    if (number === null || before === null) return null;
    return asText(before === undefined ? number : number.minus(before));
  });
}

const numberOf = (figure: TypedFigure): Decimal | null => (figure.kind === 'number' ? figure.value : null);
const asText = (value: Decimal | null): PeriodFigure => (value === null ? null : toText(value));

/** How many of the measure's own periods are over at the end of a period of its year. @example 2018-19/Q2 of months // 6 */
export const periodsSoFar = (version: Counted, period: ReportingPeriod): number =>
  periodsIn(period.year, version.frequency).filter(({ end }) => end <= period.end).length;

/** The codes of the years before one, oldest first, from the first that has a figure. */
export function yearsBefore(period: ReportingPeriod, firstYear: string): string[] {
  const years: string[] = [];
  let year = yearOf(period);
  for (;;) {
    const before = lastYearOf(year);
    if (before.code < firstYear) return years.reverse();
    years.push(before.code);
    year = before;
  }
}
