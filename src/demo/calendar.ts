import { periodOf } from '../domain/period/parse.ts';

/** The four financial years that are held, oldest first; the last one only to its second quarter. */
export const years = ['2015-16', '2016-17', '2017-18', '2018-19'] as const;

/** The first day of all: nothing is known before it. */
export const beginning = '2015-04-01';

/** When Cabinet agreed the targets of each year. */
const agreed: Readonly<Record<string, string>> = {
  '2015-16': '2015-03-11',
  '2016-17': '2016-03-16',
  '2017-18': '2017-03-15',
  '2018-19': '2018-03-14',
};

/** The day on which Cabinet agreed a year's targets. */
export function targetsAgreedOn(year: string): string {
  const day = agreed[year];
  if (day === undefined) throw new RangeError(`no targets were agreed for ${year}`);
  return day;
}

/** The moment on a day when something was recorded, at three in the afternoon. */
export const recordedOn = (day: string): string => `${day}T15:00:00.000Z`;

/** Figures come in on the 12th of the month after the period; those of a whole year on the 12th of May. */
export function figuresRecordedAt(period: string): string {
  const { end, span } = periodOf(period);
  return recordedOn(span === 'year' ? dayAfter(end, 2, '12') : dayAfter(end, 1, '12'));
}

/** Commentary is approved on the 26th, when the late figures are in too. */
export function commentaryRecordedAt(period: string): string {
  return recordedOn(dayAfter(periodOf(period).end, 1, '26'));
}

/** A day of a month after an ISO date: `dayAfter('2018-12-31', 1, '12')` is `2019-01-12`. */
function dayAfter(iso: string, months: number, day: string): string {
  const month = Number(iso.slice(5, 7)) + months;
  const year = Number(iso.slice(0, 4)) + (month > 12 ? 1 : 0);
  return `${year}-${String(month > 12 ? month - 12 : month).padStart(2, '0')}-${day}`;
}
