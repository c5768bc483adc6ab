import { Temporal } from 'temporal-polyfill';
import { formatDate, plainDate } from '../number/date.ts';
import { monthsIn, periodIn } from './parse.ts';
import type { ReportingPeriod, Span, YearKind } from './period.ts';
import { firstMonth } from './year.ts';

/**
 * The period of a span that holds a day.
 * @throws RangeError for anything but a real ISO date.
 * @example periodHolding('2018-08-15', 'quarter', 'financial').code // '2018-19/Q2'
 */
export function periodHolding(day: string, span: Span, yearKind: YearKind): ReportingPeriod {
  const date = plainDate(day);
  const months = date.year * 12 + date.month - firstMonth[yearKind];
  const inYear = months % 12;
  return periodIn(Math.floor(months / 12), yearKind, span, Math.floor(inYear / monthsIn[span]) + 1);
}

/**
 * The period that a report names by its last day. Refuses a day on which no such period ends, naming the
 * period that holds it.
 *
 * @example periodOfEnd('2018-09-30', 'quarter', 'financial') // { period: { code: '2018-19/Q2', … } }
 */
export function periodOfEnd(
  day: string,
  span: Span,
  yearKind: YearKind,
): { period: ReportingPeriod } | { problem: string } {
  const period = periodHolding(day, span, yearKind);
  if (period.end === day) return { period };
  return {
    problem: `${formatDate(day)} is not the last day of a ${spanWords[span]}. It falls in ${period.code}, which ends on ${formatDate(period.end)}: correct the date or name the period.`,
  };
}

const spanWords: Record<Span, string> = {
  month: 'month',
  quarter: 'quarter',
  half: 'half-year',
  year: 'year',
};

/**
 * The calendar day of an instant where the authority is. A quarter ends at the end of its last day there, so in
 * summer an instant after 23:00 UTC belongs to the next day in London.
 *
 * @param instant ISO instant with a zone, `2018-06-30T23:30:00Z`.
 * @param timeZone IANA name, `Europe/London`.
 * @throws RangeError for an instant without a zone, or an unknown time zone.
 * @example dayIn('2018-06-30T23:30:00Z', 'Europe/London') // '2018-07-01'
 */
export function dayIn(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/**
 * The first instant after the period where the authority is: what is known before it was known within the period.
 * @example endOfPeriod(periodOf('2018-19/Q1'), 'Europe/London') // '2018-06-30T23:00:00Z'
 */
export function endOfPeriod(period: ReportingPeriod, timeZone: string): string {
  return plainDate(period.end).add({ days: 1 }).toZonedDateTime(timeZone).toInstant().toString();
}

/**
 * The last millisecond of a day where the authority is: what "as at 30 September" means.
 * @throws RangeError for a day that is not in the calendar.
 * @example endOfDay('2018-09-30', 'Europe/London') // '2018-09-30T22:59:59.999Z'
 */
export function endOfDay(day: string, timeZone: string): string {
  return plainDate(day)
    .add({ days: 1 })
    .toZonedDateTime(timeZone)
    .toInstant()
    .subtract({ milliseconds: 1 })
    .toString();
}
