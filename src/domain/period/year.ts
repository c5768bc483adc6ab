import type { YearKind } from './period.ts';

/** The month in which each kind of year begins, on its first day. Sources: UK local government accounts run from
 * 1 April; school and pupil statistics of the Department for Education run from 1 September. */
export const firstMonth: Record<YearKind, number> = { financial: 4, calendar: 1, academic: 9 };

/** Years outside these are typing errors. */
const EARLIEST = 1900;
const LATEST = 2199;

/**
 * The year code of the year that begins in a calendar year.
 * @throws RangeError outside 1900 to 2199.
 * @example yearCode(2018, 'financial') // '2018-19'
 * @example yearCode(2018, 'academic') // '2018-19A'
 */
export function yearCode(beginsIn: number, kind: YearKind): string {
  if (!Number.isInteger(beginsIn) || beginsIn < EARLIEST || beginsIn > LATEST) {
    throw new RangeError(`the year ${beginsIn} is outside ${EARLIEST} to ${LATEST}`);
  }
  if (kind === 'calendar') return String(beginsIn);
  const second = String((beginsIn + 1) % 100).padStart(2, '0');
  return `${beginsIn}-${second}${kind === 'academic' ? 'A' : ''}`;
}

/**
 * Reads a year code; null where the text has not the shape of one, a problem where its years do not follow.
 * @example parseYear('2018-19') // { beginsIn: 2018, kind: 'financial' }
 */
export function parseYear(code: string): { beginsIn: number; kind: YearKind } | { problem: string } | null {
  const found = /^(\d{4})(?:-(\d{2})(A?))?$/.exec(code);
  if (!found) return null;
  const beginsIn = Number(found[1]);
  if (beginsIn < EARLIEST || beginsIn > LATEST) {
    return { problem: `“${code}” is outside the years ${EARLIEST} to ${LATEST}. Check the year.` };
  }
  const kind: YearKind = found[2] === undefined ? 'calendar' : found[3] === 'A' ? 'academic' : 'financial';
  const expected = yearCode(beginsIn, kind);
  if (expected === code) return { beginsIn, kind };
  return { problem: `“${code}” is not a year: the year that begins in ${beginsIn} is ${expected}.` };
}
