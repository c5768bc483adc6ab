import { Temporal } from 'temporal-polyfill';
import { readDate } from '../../domain/number/date.ts';

/** What a line at the head of a page says of the period: its last day, or why it cannot be read. */
export type HeadDate = { date: string } | { problem: string };

const LONGEST = 90;
const WORDS_BEFORE =
  /^(?:(?:report(?:ing)?|position|performance|data|figures|period|quarter|month|half[- ]?year|year|date|covered|for|the|as|at|on|to|up|of|from|end(?:ed|ing|s)?|between|is|was)\b[ :,-]*)+/i;
const TIME_AFTER = /[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?[ap]m)?$/i;
const WEEKDAY = /^(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?,? /i;
const SPAN = /^.{3,40}?(?: to | until | and | [-–—] |[–—])(?=\d|[A-Z])/i;

/**
 * The last day that a whole line states, in any usual form, with words such as "As at" or "Quarter ended" before
 * it; a month or a quarter states its last day. Answers null where the line is about something else.
 * The last day of a month is the only day that is looked for here, so `30/09/18` cannot be read two ways.
 * @example dateOfLine('Quarter 2 2018/19 (July to September 2018)') // { date: '2018-09-30' }
 */
export function dateOfLine(line: string): HeadDate | null {
  if (line.length > LONGEST || !/\d/.test(line)) return null;
  const text = line.trim().replace(/[.,;]$/, '');
  const found = dateIn(text) ?? dateIn(text.replace(WORDS_BEFORE, ''));
  if (found !== null) return found;
  const quarter = quarterOf(text);
  const [whole, inside] = IN_BRACKETS.exec(text) ?? ['', ''];
  const rest = text.slice(0, text.length - whole.length).trim();
  if (quarter !== null && quarter.at === 0 && quarter.length >= rest.length) return { date: quarter.date };
  return /^(?:q|quarter|qtr|month|period|year)[ \d]*$/i.test(rest) ? dateOfLine(inside as string) : null;
}

function dateIn(text: string): HeadDate | null {
  const bare = text.replace(TIME_AFTER, '').replace(WEEKDAY, '').trim();
  const whole = readDate(bare);
  if (whole !== null && 'date' in whole) return whole;
  const other = otherForm(bare) ?? monthOf(bare);
  if (other !== null) return other;
  if (whole !== null) return whole;
  const span = SPAN.exec(bare);
  // "1 July to 30 September 2018": what stands before must be a day or a month too, or it is a sentence.
  if (span === null || !/^\d{1,2}(?:st|nd|rd|th)?\b|^[a-z]{3,9}\b|^\d{4}-/i.test(bare)) return null;
  const end = bare.slice(span[0].length);
  const before = span[0].replace(/(?: to | until | and |[ –—-]+)$/i, '');
  return startsPeriod(before) ? (readDate(end) ?? otherForm(end) ?? monthOf(end)) : null;
}

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const MONTH = `(?:(?:${MONTHS})[a-z]{0,6})`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;
const DAY_MONTH = new RegExp(`^${DAY}(?: of)?[ -](${MONTH})\\.?,?[ -](\\d{4}|\\d{2})$`, 'i');
const MONTH_DAY = new RegExp(`^(${MONTH})\\.? ${DAY},? (\\d{4})$`, 'i');
const MONTH_YEAR = new RegExp(`^(${MONTH})\\.?[ -](\\d{4}|\\d{2})$`, 'i');

/** Forms beyond those in which a figure may be typed; all of them put the day before the month, or name it. */
function otherForm(text: string): HeadDate | null {
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) return dayOf(numbers[3], Number(numbers[2]), Number(numbers[1]));
  const dayFirst = DAY_MONTH.exec(text);
  if (dayFirst !== null) return dayOf(dayFirst[3], monthNumber(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = MONTH_DAY.exec(text);
  if (monthFirst !== null) return dayOf(monthFirst[3], monthNumber(monthFirst[1]), Number(monthFirst[2]));
  return null;
}

/** `September 2018` is the whole month. */
function monthOf(text: string): HeadDate | null {
  const found = MONTH_YEAR.exec(text);
  const month = monthNumber(found?.[1]);
  return month === 0 ? null : { date: endOfMonth(fourDigits(found?.[2]), month) };
}

/** The first day of a span: `1 July`, `1st July 2018`, `July`, `01/07/2018`. */
function startsPeriod(text: string): boolean {
  const bare = text.trim();
  return (
    new RegExp(`^(?:${DAY} )?${MONTH}(?: \\d{4})?$`, 'i').test(bare) ||
    otherForm(bare) !== null ||
    readDate(bare) !== null
  );
}

const YEAR = '(20\\d{2})\\s?[/–-]\\s?(?:20)?(\\d{2})';
const QUARTER_FIRST = new RegExp(`\\b(?:q|quarter|qtr) ?([1-4])[ ,:–-]*(?:of )?${YEAR}(?!\\d)`, 'i');
const YEAR_FIRST = new RegExp(`\\b${YEAR}[ ,:–-]*(?:q|quarter|qtr) ?([1-4])(?!\\d)`, 'i');
const YEAR_END = new RegExp(`\\b(?:year[- ]?end|outturn|full year|annual) ?${YEAR}(?!\\d)`, 'i');
const PERIOD_WORDS =
  /(?<![\w-])(?:(?:q|quarter|qtr|month|period) ?\d{1,2}|20\d\d ?[/–-] ?(?:20)?\d\d)(?![\w-])/gi;
const IN_BRACKETS = /\(([^()]{6,60})\)$/;

/** `Quarter 2 2018/19`, `Year end 2018/19`: a year in two parts is a financial year, which begins in April. */
function quarterOf(text: string): { date: string; at: number; length: number } | null {
  const first = QUARTER_FIRST.exec(text);
  const last = YEAR_FIRST.exec(text);
  const year = YEAR_END.exec(text);
  const found = first ?? last ?? year;
  if (found === null) return null;
  const [, a = '', b = '', c = ''] = found;
  const [quarter, from, until] = first ? [a, b, c] : last ? [c, a, b] : ['4', a, b];
  if ((Number(from) + 1) % 100 !== Number(until)) return null;
  const month = Number(quarter) * 3 + 3;
  const end = endOfMonth(Number(from) + (month > 12 ? 1 : 0), month > 12 ? month - 12 : month);
  return { date: end, at: found.index, length: found[0].length };
}

const MOST_WORDS = 8;

/**
 * The date at the end of a title or of an authority's name, or a quarter anywhere in it, for documents that give
 * the date no line of its own; with the text without it.
 * @example dateWithin('Improvement Report - Council Scorecard, 30-Sep-2018')?.rest // 'Improvement Report - Council Scorecard'
 */
export function dateWithin(line: string): { date: string; rest: string } | null {
  const words = line.trim().split(' ');
  let ending: { date: string; rest: string } | null = null;
  for (let take = 1; take <= Math.min(MOST_WORDS, words.length - 1); take += 1) {
    const end = words.slice(-take);
    // "Report as at 30 September 2018": its first word is the end of the title.
    if (ending !== null && /^(?:report(?:ing)?|performance|position|data|figures)$/i.test(end[0] as string))
      break;
    const found = dateOfLine(end.join(' ').replace(/^\(|\)$/g, ''));
    if (found !== null && 'date' in found) {
      ending = { date: found.date, rest: tidy(words.slice(0, -take).join(' ')) };
    }
  }
  if (ending !== null) return ending;
  const quarter = line.length > LONGEST * 2 ? null : quarterOf(line);
  if (quarter === null) return null;
  const rest = `${line.slice(0, quarter.at).trimEnd()} ${line.slice(quarter.at + quarter.length).trimStart()}`;
  return { date: quarter.date, rest: tidy(rest.replace(/ ([–—|-]) +[–—|-] /, ' $1 ')) };
}

/** A title without the quarter, year or date in it. @example withoutPeriod('Council Plan Q2 2018/19') // 'Council Plan' */
export function withoutPeriod(title: string): string {
  if (dateOfLine(title) !== null) return '';
  const rest = dateWithin(title)?.rest ?? title;
  return tidy(rest.replace(PERIOD_WORDS, ' ').replace(/ {2,}/g, ' '));
}

const tidy = (text: string): string => text.trim().replace(/^[\s,:;|–—-]+|[\s,:;|(–—-]+$/gu, '');

function monthNumber(name = ''): number {
  const at = MONTHS.split('|').indexOf(name.slice(0, 3).toLowerCase());
  const full = readDate(`1 ${name} 2000`);
  return full !== null && 'date' in full ? at + 1 : 0;
}

const fourDigits = (year = ''): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

function dayOf(year: string | undefined, month: number, day: number): HeadDate | null {
  if (month === 0) return null;
  try {
    return {
      date: Temporal.PlainDate.from(
        { year: fourDigits(year), month, day },
        { overflow: 'reject' },
      ).toString(),
    };
  } catch {
    return null;
  }
}

function endOfMonth(year: number, month: number): string {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.with({ day: first.daysInMonth }).toString();
}

/** True for the last day of a month, which is the only kind of day that ends a period. */
export function endsMonth(iso: string): boolean {
  const date = Temporal.PlainDate.from(iso);
  return date.day === date.daysInMonth;
}
