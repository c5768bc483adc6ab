import type { Temporal } from 'temporal-polyfill';
import { plainDate } from '../number/date.ts';
import { bankHolidays } from './bank-holidays.ts';

const SATURDAY = 6;

/** Why nobody works on a day: `a Saturday`, the name of a bank holiday; null on a working day. ISO date in. */
export function whyClosed(day: string): string | null {
  const date = plainDate(day);
  const holiday = holidaysOf(date.year).get(day);
  if (holiday !== undefined) return holiday;
  if (date.dayOfWeek < SATURDAY) return null;
  return date.dayOfWeek === SATURDAY ? 'a Saturday' : 'a Sunday';
}

/**
 * Whether councils in England work on a day: neither a weekend nor a bank holiday.
 *
 * @example isWorkingDay('2018-12-26') // false: Boxing Day
 */
export const isWorkingDay = (day: string): boolean => whyClosed(day) === null;

/**
 * The day so many working days before a day, or after it where the number is negative; the day itself, or the nearest
 * working day before it, for nought.
 *
 * @param day ISO date, working or not
 * @param count a whole number of working days
 * @throws RangeError for what is no date or no whole number
 * @example workingDaysBefore('2019-01-02', 3) // '2018-12-27': 1 January is a holiday, 29 and 30 December a weekend
 */
export function workingDaysBefore(day: string, count: number): string {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number of working days: ${count}`);
  let date = plainDate(day);
  if (count === 0) {
    while (!isWorkingDay(date.toString())) date = date.subtract({ days: 1 });
    return date.toString();
  }
  const step = count > 0 ? -1 : 1;
  for (let left = Math.abs(count); left > 0; ) {
    date = date.add({ days: step });
    if (isWorkingDay(date.toString())) left -= 1;
  }
  return date.toString();
}

/**
 * How many working days lie ahead: those after the first day, up to and with the second. Negative where the second is
 * the earlier.
 *
 * @example workingDaysUntil('2018-10-12', '2018-10-15') // 1: from a Friday to the Monday
 */
export function workingDaysUntil(from: string, to: string): number {
  if (to < from) return -workingDaysUntil(to, from) || 0;
  return countWorking(plainDate(from).add({ days: 1 }), to);
}

/**
 * How many clear days lie between a notice and a meeting: neither the day of the notice nor that of the meeting counts,
 * nor does a day on which the council's offices are closed. Agendas and reports must be open to inspection for five of
 * them: Local Government Act 1972, section 100B(3), for committees and scrutiny, and for a cabinet the Local
 * Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012, regulation 7.
 *
 * @param notice ISO date on which the agenda is published
 * @param meeting ISO date of the meeting
 * @example clearDays('2018-11-27', '2018-12-05') // 5: Wednesday 28 November to Tuesday 4 December, less the weekend
 */
export function clearDays(notice: string, meeting: string): number {
  if (meeting <= notice) return 0;
  return countWorking(
    plainDate(notice).add({ days: 1 }),
    plainDate(meeting).subtract({ days: 1 }).toString(),
  );
}

/**
 * The last day on which notice may be given of a meeting, so that so many clear days lie between them.
 *
 * @example lastDayOfNotice('2018-12-05', 5) // '2018-11-27'
 */
export const lastDayOfNotice = (meeting: string, days: number): string =>
  workingDaysBefore(meeting, days + 1);

function countWorking(first: Temporal.PlainDate, last: string): number {
  let count = 0;
  for (let date = first; date.toString() <= last; date = date.add({ days: 1 })) {
    if (isWorkingDay(date.toString())) count += 1;
  }
  return count;
}

/** Years that have been worked out: plans ask for the same one or two again and again. */
const known = new Map<number, ReadonlyMap<string, string>>();

function holidaysOf(year: number): ReadonlyMap<string, string> {
  const found = known.get(year) ?? new Map(bankHolidays(year).map(({ day, name }) => [day, name]));
  known.set(year, found);
  return found;
}
