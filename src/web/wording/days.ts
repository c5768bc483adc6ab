import { Temporal } from 'temporal-polyfill';
import { formatLongDate, monthName, plainDate } from '../../domain/number/date.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** A day as people say it: with its year only where that is not this one. @example dayInWords('2019-01-14', '2019-01-09') // 'Monday 14 January' */
export function dayInWords(day: string, today: string): string {
  const { dayOfWeek, month, year, day: number } = plainDate(day);
  const shown = `${WEEKDAYS[dayOfWeek - 1]} ${number} ${monthName(month)}`;
  return day.slice(0, 4) === today.slice(0, 4) ? shown : `${shown} ${year}`;
}

/** A day for a narrow column. @example shortDay('2019-01-14') // 'Mon 14 Jan 2019' */
export function shortDay(day: string): string {
  const { dayOfWeek, month, year, day: number } = plainDate(day);
  return `${WEEKDAYS[dayOfWeek - 1]?.slice(0, 3)} ${number} ${monthName(month).slice(0, 3)} ${year}`;
}

/** How far a day is away. @example daysAway('2019-01-14', '2019-01-09') // '5 days left' */
export function daysAway(day: string, today: string): string {
  const { days } = plainDate(today).until(plainDate(day), { largestUnit: 'day' });
  if (days === 0) return 'due today';
  if (days === 1) return '1 day left';
  if (days > 1) return `${days} days left`;
  return days === -1 ? '1 day late' : `${-days} days late`;
}

/** A moment where the authority is. @example momentInWords('2019-01-09T10:42:00Z', 'Europe/London') // '9 January 2019 at 10:42am' */
export function momentInWords(instant: string, timeZone: string): string {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return `${formatLongDate(there.toPlainDate().toString())} at ${timeOf(there)}`;
}

/** The time of day alone. @example timeInWords('2019-01-09T10:42:00Z', 'Europe/London') // '10:42am' */
export const timeInWords = (instant: string, timeZone: string): string =>
  timeOf(Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone));

function timeOf({ hour, minute }: { hour: number; minute: number }): string {
  const half = hour < 12 ? 'am' : 'pm';
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}${half}`;
}
