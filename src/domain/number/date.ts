import { Temporal } from 'temporal-polyfill';
import { quoted } from './typed-text.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const FULL_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[- ]([A-Za-z]{3,9})[- ](\d{4})$/;
/** Close enough to a date that the writer meant one: `30/09/18`, `30.09.2018`, `30-September-18`, `30-09-2018`. */
const NEARLY =
  /^\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})$|^\d{4}[/.-]\d{1,2}[/.-]\d{1,2}$|^\d{1,2}[- ][A-Za-z]{3,9}[- ]\d{2}$/;

/**
 * Reads a date as officers and reports write it, day before month: `30-Sep-2018`, `30 September 2018`,
 * `30/09/2018`, `2018-09-30`. Answers null for text that is no date at all.
 *
 * @example readDate('30/09/2018') // { date: '2018-09-30' }
 */
export function readDate(text: string): { date: string } | { problem: string } | null {
  const parts = partsOf(text);
  if (parts === null) {
    if (!NEARLY.test(text)) return null;
    return { problem: `${quoted(text)} is not written as a date we can be sure of. Type it as 30-Sep-2018.` };
  }
  const [year, month, day] = parts;
  try {
    return { date: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString() };
  } catch {
    return {
      problem: `${quoted(text)} is not a day in the calendar. Dates are read day first; type it as 30-Sep-2018.`,
    };
  }
}

function partsOf(text: string): [year: number, month: number, day: number] | null {
  const iso = ISO.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const slashed = SLASHED.exec(text);
  if (slashed) return [Number(slashed[3]), Number(slashed[2]), Number(slashed[1])];
  const named = NAMED.exec(text);
  if (!named) return null;
  const month = monthNamed(named[2] ?? '');
  return month === 0 ? null : [Number(named[3]), month, Number(named[1])];
}

/** 1 to 12 for an English month name, whole or cut to three letters (`Sept` too); 0 for anything else. */
function monthNamed(name: string): number {
  const wanted = name.toLowerCase();
  const whole = FULL_MONTHS.findIndex((month) => month.toLowerCase() === wanted) + 1;
  if (whole > 0) return whole;
  if (wanted === 'sept') return 9;
  return MONTHS.findIndex((month) => month.toLowerCase() === wanted) + 1;
}

/**
 * A plain ISO date as the reports print it.
 * @throws RangeError for anything but a real `YYYY-MM-DD` date.
 * @example formatDate('2018-09-30') // '30-Sep-2018'
 */
export function formatDate(iso: string): string {
  const { year, month, day } = plainDate(iso);
  return `${String(day).padStart(2, '0')}-${MONTHS[month - 1]}-${String(year).padStart(4, '0')}`;
}

/** A plain ISO date in full, for sentences. @example formatLongDate('2018-09-30') // '30 September 2018' */
export function formatLongDate(iso: string): string {
  const { year, month, day } = plainDate(iso);
  return `${day} ${FULL_MONTHS[month - 1]} ${year}`;
}

/** The name of a month, 1 to 12. @example monthName(9) // 'September' */
export function monthName(month: number): string {
  const name = FULL_MONTHS[month - 1];
  if (name === undefined) throw new RangeError(`not a month: ${month}`);
  return name;
}

/** A real calendar date from ISO text. @throws RangeError for anything else, an instant included. */
export function plainDate(iso: string): Temporal.PlainDate {
  if (!ISO.test(iso)) throw new RangeError(`not a date like 2018-09-30: ${quoted(iso)}`);
  return Temporal.PlainDate.from(iso, { overflow: 'reject' });
}
