import { Temporal } from 'temporal-polyfill';
import { readDate } from '../domain/number/date.ts';
import { endOfDay } from '../domain/period/of-day.ts';
import { parsePeriod } from '../domain/period/parse.ts';
import type { ReportingPeriod } from '../domain/period/period.ts';
import { UsageError } from './console.ts';

export function readPeriod(code: string): ReportingPeriod {
  const read = parsePeriod(code);
  if ('problem' in read) throw new UsageError(read.problem);
  return read.period;
}

/** The last instant meant by `--as-at`: the end of a day where the authority is, or an instant as it stands. */
export function readMoment(text: string, timeZone: string): string {
  try {
    if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.test(text))
      return Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 });
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return endOfDay(text, timeZone);
  } catch {
    // Not a day of the calendar or a time of the clock: said below.
  }
  throw new UsageError(
    `"${text}" is not a date. Write it as 2018-11-01, or an instant as 2018-11-01T17:00:00Z.`,
  );
}

/** A day as an option gives it, in any way that dates are typed; null where the option was left out. */
export function dayOf(text: string | undefined, option: string): string | null {
  if (text === undefined) return null;
  const read = readDate(text);
  if (read !== null && 'date' in read) return read.date;
  throw new UsageError(`${option} takes a date like 13-Feb-2019, not "${text}".`);
}
