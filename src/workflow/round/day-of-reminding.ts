import { Temporal } from 'temporal-polyfill';
import { isWorkingDay } from '../../domain/round/working-days.ts';

const EIGHT = 8;

/** Working days before its day on which somebody is first told of what is due. */
export const DUE_DAYS = 5;

/** The day on which people are reminded now, where the authority is: a working day from eight o'clock; null at other times. */
export function dayOfReminding(now: string, timeZone: string): string | null {
  const there = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
  const today = there.toPlainDate().toString();
  return there.hour < EIGHT || !isWorkingDay(today) ? null : today;
}
