import { monthName, plainDate } from '../../number/date.ts';
import { periodIn } from '../../period/parse.ts';
import type { ReportingPeriod } from '../../period/period.ts';
import { yearOf } from '../../period/relate.ts';

/** A day, month, quarter or year that a sentence names. */
export interface NamedTime {
  kind: 'day' | 'month' | 'quarter' | 'year';
  index: number;
  length: number;
  /** First and last day, ISO. */
  start: string;
  end: string;
  /** False where the words leave the year out and it was taken from the reporting period. */
  yearGiven: boolean;
  /** Of a quarter: its number. */
  quarter: number | null;
}

const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const DAY = String.raw`(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?`;
const NUMBERS = 'one|two|three|four|first|second|third|fourth';

/** Longest forms first; each form has its own group names so that one pass finds them all. */
const TIMES = new RegExp(
  [
    String.raw`\b(?<iso>20\d\d-[01]\d-[0-3]\d)\b`,
    String.raw`\b(?<dmy>[0-3]?\d[/.][01]?\d[/.](?:20)?\d\d)\b`,
    String.raw`\b${DAY.replace('(', '(?<day>')} (?:of )?(?<dayMonth>${MONTH})\b(?:,? (?<dayYear>20\d\d))?`,
    String.raw`\b(?<month>${MONTH})\b(?:,? (?<monthYear>20\d\d)\b)?`,
    String.raw`\b[Qq](?:uarter|tr)? ?(?<q>[1-4])\b(?<qYear>,?(?: of)? (?:20\d\d[-/](?:20)?\d\d|last year))?`,
    String.raw`\b(?:[Qq]uarter (?<qWord>${NUMBERS})|(?<qOrdinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) quarter)\b(?<qWordYear>,?(?: of)? (?:20\d\d[-/](?:20)?\d\d|last year))?`,
    String.raw`\b(?<fy>20\d\d[-/](?:20)?\d\d)\b`,
    String.raw`\b(?<year>20\d\d)\b`,
  ].join('|'),
  'g',
);

/** A quick look before the slow one. */
const MAY_NAME_ONE = /20\d\d|uarter|\b[Qq]|\d[/.]\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;

/**
 * The days, months, quarters and years that a sentence names, in order. A month or a quarter without its year is the one
 * nearest before the end of the reporting period's year; two-figure years are of this century.
 *
 * @example timesIn('to be considered in August 2018', periodOf('2018-19/Q2'))[0] // { kind: 'month', start: '2018-08-01', end: '2018-08-31', … }
 */
export function timesIn(text: string, period: ReportingPeriod): NamedTime[] {
  const found: NamedTime[] = [];
  if (!MAY_NAME_ONE.test(text)) return found;
  for (const match of text.matchAll(TIMES)) {
    const time = timeOf(match.groups ?? {}, period);
    if (time !== null) found.push({ ...time, index: match.index, length: match[0].length });
  }
  return found;
}

type Groups = Readonly<Record<string, string | undefined>>;
type Time = Omit<NamedTime, 'index' | 'length'>;

function timeOf(groups: Groups, period: ReportingPeriod): Time | null {
  if (groups.iso !== undefined) return day(groups.iso, true);
  if (groups.dmy !== undefined) {
    const [d = '', m = '', y = ''] = groups.dmy.split(/[/.]/);
    return day(iso(y.length === 2 ? `20${y}` : y, Number(m), Number(d)), true);
  }
  if (groups.dayMonth !== undefined) {
    const month = monthOf(groups.dayMonth);
    return day(
      iso(groups.dayYear ?? yearFor(month, period), month, Number(groups.day)),
      groups.dayYear !== undefined,
    );
  }
  if (groups.month !== undefined) {
    const month = monthOf(groups.month);
    return wholeMonth(groups.monthYear ?? yearFor(month, period), month, groups.monthYear !== undefined);
  }
  const quarter = quarterNumber(groups.q ?? groups.qWord ?? groups.qOrdinal);
  if (quarter !== null) return wholeQuarter(quarter, groups.qYear ?? groups.qWordYear, period);
  const year = groups.fy ?? groups.year;
  return year === undefined ? null : wholeYear(year, groups.fy !== undefined, period);
}

function day(text: string, yearGiven: boolean): Time | null {
  try {
    plainDate(text);
  } catch {
    return null;
  }
  return { kind: 'day', start: text, end: text, yearGiven, quarter: null };
}

/** Days of the months, February's of a common year. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function wholeMonth(year: string, month: number, yearGiven: boolean): Time {
  const leap =
    month === 2 && Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const end = iso(year, month, (DAYS[month - 1] ?? 31) + (leap ? 1 : 0));
  return { kind: 'month', start: iso(year, month, 1), end, yearGiven, quarter: null };
}

function wholeQuarter(number: number, stated: string | undefined, period: ReportingPeriod): Time {
  const year = stated === undefined ? null : /20\d\d/.exec(stated)?.[0];
  const lastYear = stated !== undefined && /last year/i.test(stated);
  const begins = year ? Number(year) : Number(period.year.slice(0, 4)) - (lastYear ? 1 : 0);
  const { start, end } = periodIn(begins, period.yearKind, 'quarter', number);
  return { kind: 'quarter', start, end, yearGiven: year !== null || lastYear, quarter: number };
}

function wholeYear(text: string, isSpan: boolean, period: ReportingPeriod): Time {
  const begins = Number(text.slice(0, 4));
  if (!isSpan)
    return { kind: 'year', start: `${begins}-01-01`, end: `${begins}-12-31`, yearGiven: true, quarter: null };
  const kind = period.yearKind === 'calendar' ? 'financial' : period.yearKind;
  const { start, end } = periodIn(begins, kind, 'year', 1);
  return { kind: 'year', start, end, yearGiven: true, quarter: null };
}

/** The calendar year of a month within the reporting year that the period is in. */
function yearFor(month: number, period: ReportingPeriod): string {
  const { start } = yearOf(period);
  const [year, first] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  return String(month < first ? year + 1 : year);
}

const iso = (year: string, month: number, date: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

function monthOf(name: string): number {
  for (let month = 1; month <= 12; month += 1) {
    if (monthName(month).slice(0, 3) === name.slice(0, 3)) return month;
  }
  throw new RangeError(`not a month: ${name}`);
}

const ORDER = ['one', 'two', 'three', 'four', 'first', 'second', 'third', 'fourth'];

function quarterNumber(word: string | undefined): number | null {
  if (word === undefined) return null;
  const at = ORDER.indexOf(word.toLowerCase());
  return at < 0 ? Number(word) : (at % 4) + 1;
}
