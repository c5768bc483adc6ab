import { plainDate } from '../../../domain/number/date.ts';

/** A day of a calendar, as a calendar program shows it. */
export interface CalendarEvent {
  /** The same for ever, and nobody else's. */
  uid: string;
  /** ISO date. */
  day: string;
  summary: string;
  description: string;
  /** Whole address of a page. */
  url: string;
}

export interface Calendar {
  name: string;
  events: readonly CalendarEvent[];
  /** ISO instant at which it was written. */
  at: string;
}

/** A calendar by RFC 5545, with days that leave people free: what is due is not an appointment. */
export function icalendar({ name, events, at }: Calendar): string {
  const stamp = utc(at);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Outturn//Round calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    // How often a program is asked to look again: RFC 7986, and the name that Outlook knows.
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap((event) => linesOf(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const linesOf = ({ uid, day, summary, description, url }: CalendarEvent, stamp: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${text(uid)}`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${date(day)}`,
  // The day after the last: RFC 5545, 3.6.1.
  `DTEND;VALUE=DATE:${date(plainDate(day).add({ days: 1 }).toString())}`,
  `SUMMARY:${text(summary)}`,
  ...(description === '' ? [] : [`DESCRIPTION:${text(description)}`]),
  `URL:${url}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** 3.3.11: what would end a value is escaped; other control characters are no text. */
const text = (words: string): string =>
  words
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

const date = (day: string): string => day.replaceAll('-', '');

/** @example utc('2019-01-09T09:00:00.000Z') // '20190109T090000Z' */
const utc = (instant: string): string =>
  `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const LONGEST = 75;

/** 3.1: no line is longer than 75 octets; what follows begins with a space. A character is never cut in two. */
function folded(line: string): string {
  let folds = '';
  let octets = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > LONGEST) {
      folds += '\r\n ';
      octets = 1;
    }
    folds += character;
    octets += length;
  }
  return folds;
}
