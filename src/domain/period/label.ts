import { formatDate, monthName, plainDate } from '../number/date.ts';
import type { ReportingPeriod } from './period.ts';

/**
 * The period as a reader says it.
 * @example periodLabel(periodOf('2018-19/Q2')) // 'Quarter 2, 2018-19'
 * @example periodLabel(periodOf('2018-19A/H1')) // 'Half-year 1, academic year 2018-19'
 */
export function periodLabel(period: ReportingPeriod): string {
  const year = period.yearKind === 'academic' ? `academic year ${period.year.slice(0, -1)}` : period.year;
  switch (period.span) {
    case 'year':
      return year.replace(/^a/, 'A');
    case 'quarter':
      return `Quarter ${period.number}, ${year}`;
    case 'half':
      return `Half-year ${period.number}, ${year}`;
    case 'month':
      return monthsLabel(period);
  }
}

/**
 * The months that the period covers, in words.
 * @example monthsLabel(periodOf('2018-19/Q2')) // 'July to September 2018'
 * @example monthsLabel(periodOf('2018-19')) // 'April 2018 to March 2019'
 */
export function monthsLabel(period: ReportingPeriod): string {
  const start = plainDate(period.start);
  const end = plainDate(period.end);
  const last = `${monthName(end.month)} ${end.year}`;
  if (period.span === 'month') return last;
  const first = start.year === end.year ? monthName(start.month) : `${monthName(start.month)} ${start.year}`;
  return `${first} to ${last}`;
}

/** The last day as reports print it. @example endDateLabel(periodOf('2018-19/Q2')) // '30-Sep-2018' */
export function endDateLabel(period: ReportingPeriod): string {
  return formatDate(period.end);
}

/**
 * The period where there is little room: under a small chart, above a column.
 * @example shortPeriodLabel(periodOf('2018-19/Q2')) // 'Q2 2018-19'
 */
export function shortPeriodLabel(period: ReportingPeriod): string {
  const year = period.yearKind === 'academic' ? period.year.slice(0, -1) : period.year;
  switch (period.span) {
    case 'year':
      return year;
    case 'quarter':
      return `Q${period.number} ${year}`;
    case 'half':
      return `H${period.number} ${year}`;
    case 'month':
      return `${monthName(plainDate(period.start).month).slice(0, 3)} ${period.start.slice(0, 4)}`;
  }
}
