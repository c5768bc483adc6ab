import { monthsIn, periodIn, periodOf } from './parse.ts';
import type { ReportingPeriod, Span } from './period.ts';

/** How far `period` is moved in whole periods of its own span. */
function moved(period: ReportingPeriod, by: number): ReportingPeriod {
  const inYear = 12 / monthsIn[period.span];
  const index = beginsIn(period) * inYear + period.number - 1 + by;
  return periodIn(Math.floor(index / inYear), period.yearKind, period.span, (index % inYear) + 1);
}

function beginsIn(period: ReportingPeriod): number {
  return Number(period.year.slice(0, 4));
}

/** The period before, of the same span. @example predecessor(periodOf('2018-19/Q1')).code // '2017-18/Q4' */
export function predecessor(period: ReportingPeriod): ReportingPeriod {
  return moved(period, -1);
}

/** The period after, of the same span. @example successor(periodOf('2018-19/M12')).code // '2019-20/M01' */
export function successor(period: ReportingPeriod): ReportingPeriod {
  return moved(period, 1);
}

/** @example samePeriodLastYear(periodOf('2018-19/Q2')).code // '2017-18/Q2' */
export function samePeriodLastYear(period: ReportingPeriod): ReportingPeriod {
  return moved(period, -12 / monthsIn[period.span]);
}

/** The whole year that the period is in; its target is the year-end target. @example yearOf(periodOf('2018-19/Q2')).code // '2018-19' */
export function yearOf(period: ReportingPeriod): ReportingPeriod {
  return periodIn(beginsIn(period), period.yearKind, 'year', 1);
}

/** The whole year before: where the last outturn is found. @example lastYearOf(periodOf('2018-19/Q2')).code // '2017-18' */
export function lastYearOf(period: ReportingPeriod): ReportingPeriod {
  return predecessor(yearOf(period));
}

/** True for the last period of its span in the year, whose value is the outturn. */
export function isYearEnd(period: ReportingPeriod): boolean {
  return period.number === 12 / monthsIn[period.span];
}

/** All periods of the span in a year, in order. @example periodsIn('2018-19', 'half').map((p) => p.code) // ['2018-19/H1', '2018-19/H2'] */
export function periodsIn(year: string, span: Span): ReportingPeriod[] {
  const whole = periodOf(year);
  const begins = beginsIn(whole);
  const count = 12 / monthsIn[span];
  const periods: ReportingPeriod[] = [];
  for (let number = 1; number <= count; number += 1) {
    periods.push(periodIn(begins, whole.yearKind, span, number));
  }
  return periods;
}

/** The code of every period of a year, of every span. @example periodCodesIn('2018-19').length // 19 */
export const periodCodesIn = (year: string): string[] =>
  (['month', 'quarter', 'half', 'year'] as const).flatMap((span) =>
    periodsIn(year, span).map(({ code }) => code),
  );

/** The periods of the same span from the start of the year to this one, both included. */
export function periodsToDate(period: ReportingPeriod): ReportingPeriod[] {
  return periodsIn(period.year, period.span).slice(0, period.number);
}

/**
 * The periods of a span that lie within a period, in order; none where the span is longer than the period.
 * @example periodsWithin(periodOf('2018-19/Q2'), 'month').map((p) => p.code) // ['2018-19/M04', '2018-19/M05', '2018-19/M06']
 */
export function periodsWithin(period: ReportingPeriod, span: Span): ReportingPeriod[] {
  return periodsIn(period.year, span).filter((each) => containsPeriod(period, each));
}

/** The last `count` periods of the span, oldest first, ending with this one. */
export function lastPeriods(period: ReportingPeriod, count: number): ReportingPeriod[] {
  return Array.from({ length: count }, (_, i) => moved(period, i + 1 - count));
}

/** True where the ISO day is within the period, ends included. @example containsDay(periodOf('2018-19/Q2'), '2018-09-30') // true */
export function containsDay(period: ReportingPeriod, day: string): boolean {
  return period.start <= day && day <= period.end;
}

/** True where the inner period lies wholly within the outer one; a period contains itself. */
export function containsPeriod(outer: ReportingPeriod, inner: ReportingPeriod): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * Orders by the day a period ends; of those that end together the shorter comes first, so that a month precedes
 * its quarter and the quarter its year. @example [q4, year].sort(comparePeriods)
 */
export function comparePeriods(a: ReportingPeriod, b: ReportingPeriod): number {
  if (a.end !== b.end) return a.end < b.end ? -1 : 1;
  if (a.start !== b.start) return a.start > b.start ? -1 : 1;
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
