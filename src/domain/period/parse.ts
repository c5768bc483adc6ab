import { Temporal } from 'temporal-polyfill';
import type { ReportingPeriod, Span, YearKind } from './period.ts';
import { firstMonth, parseYear, yearCode } from './year.ts';

export const monthsIn: Record<Span, number> = { month: 1, quarter: 3, half: 6, year: 12 };

const LETTERS: Record<string, Span> = { M: 'month', Q: 'quarter', H: 'half' };

/**
 * Reads a period code.
 *
 * The year: `2018-19` is the financial year from 1 April 2018 to 31 March 2019, `2018` the calendar year and
 * `2018-19A` the academic year from 1 September 2018 to 31 August 2019. The part of it, after a slash: `Q1` to
 * `Q4`, `H1` or `H2`, `M01` to `M12`, counted from the start of that year (M01 of a financial year is April);
 * nothing for the whole year. So `2018-19/Q2` is July to September 2018 and `2018-19A/Q1` September to November.
 *
 * Refuses everything else with a sentence; where the meaning is plain (`2018/19 q2`) it names the code to use.
 *
 * @example parsePeriod('2018-19/Q2') // { period: { code: '2018-19/Q2', start: '2018-07-01', end: '2018-09-30', … } }
 */
export function parsePeriod(code: string): { period: ReportingPeriod } | { problem: string } {
  const known = byCode.get(code);
  if (known !== undefined) return { period: known };
  const [yearPart = '', part, ...more] = code.split('/');
  const year = parseYear(yearPart);
  if (year !== null && 'problem' in year) return year;
  if (year === null || more.length > 0) return { problem: refusal(code) };
  if (part === undefined) return { period: periodIn(year.beginsIn, year.kind, 'year', 1) };
  const found = /^(?:([QH])([1-9])|(M)(0[1-9]|1[0-9]))$/.exec(part);
  const span = LETTERS[found?.[1] ?? found?.[3] ?? ''];
  const number = Number(found?.[2] ?? found?.[4]);
  if (span === undefined || number > 12 / monthsIn[span]) return { problem: refusal(code) };
  return { period: periodIn(year.beginsIn, year.kind, span, number) };
}

/** The period of a code that is known to be sound. @throws RangeError with the sentence of `parsePeriod` for any other. */
export function periodOf(code: string): ReportingPeriod {
  const read = parsePeriod(code);
  if ('problem' in read) throw new RangeError(read.problem);
  return read.period;
}

/**
 * The n-th period of a span in the year that begins in a calendar year.
 * @example periodIn(2018, 'financial', 'quarter', 2).code // '2018-19/Q2'
 */
export function periodIn(beginsIn: number, yearKind: YearKind, span: Span, number: number): ReportingPeriod {
  if (!Number.isInteger(number) || number < 1 || number > 12 / monthsIn[span]) {
    throw new RangeError(`a year has no ${span} ${number}`);
  }
  const key = ((beginsIn * 13 + number) * 13 + monthsIn[span]) * 13 + firstMonth[yearKind];
  const known = made.get(key);
  if (known !== undefined) return known;
  const year = yearCode(beginsIn, yearKind);
  const start = Temporal.PlainDate.from({ year: beginsIn, month: firstMonth[yearKind], day: 1 }).add({
    months: (number - 1) * monthsIn[span],
  });
  const end = start.add({ months: monthsIn[span] }).subtract({ days: 1 });
  const period: ReportingPeriod = Object.freeze({
    code: `${year}${partCode(span, number)}`,
    yearKind,
    year,
    span,
    number,
    start: start.toString(),
    end: end.toString(),
  });
  made.set(key, period);
  byCode.set(period.code, period);
  return period;
}

/** Periods already worked out: an import asks for the same few 100,000 times. Never more than 300 years hold. */
const made = new Map<number, ReportingPeriod>();
const byCode = new Map<string, ReportingPeriod>();

function partCode(span: Span, number: number): string {
  if (span === 'year') return '';
  if (span === 'month') return `/M${String(number).padStart(2, '0')}`;
  return `/${span === 'quarter' ? 'Q' : 'H'}${number}`;
}

const FORMS =
  'Periods are written 2018-19/Q2, 2018-19/M06, 2018-19/H1 or 2018-19 (2018/Q2 for a calendar year, 2018-19A/Q1 for an academic year)';

function refusal(code: string): string {
  const shown = code.length > 40 ? `${code.slice(0, 40)}…` : code;
  const meant = suggestion(code);
  return `“${shown}” is not a reporting period. ${meant === null ? FORMS : `Did you mean ${meant}? ${FORMS}`}.`;
}

/** The code that a loosely written period most likely means, or null. It is offered, never assumed. */
function suggestion(code: string): string | null {
  const found = /^\s*(\d{4})[-/](?:\d{2})?(\d{2})(A?)(?:[\s/,-]*([QHM])\s*0?(\d{1,2}))?\s*$/i.exec(code);
  if (!found) return null;
  const [, year = '', second = '', academic = '', letter = '', number = ''] = found;
  const head = `${year}-${second}${academic.toUpperCase()}`;
  const upper = letter.toUpperCase();
  const part = upper === '' ? '' : `/${upper}${upper === 'M' ? number.padStart(2, '0') : number}`;
  if (`${head}${part}` === code) return null;
  return 'period' in parsePeriod(`${head}${part}`) ? `${head}${part}` : null;
}
