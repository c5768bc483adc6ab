import type { XlsxCell } from './cell.ts';

const DAY = 86_400;
const LAST_SERIAL = 2_958_465; // 9999-12-31
const UNIX_EPOCH_1900 = 25_569; // 1970-01-01 in Excel's 1900 system
const SHIFT_1904 = 1_462;
/** Excel believes that 1900 was a leap year: serial 60 is a day that never was, and those before it are one off. */
const PHANTOM_DAY = 60;

/** A date cell from its serial number, as ISO text. */
export function dateCell(raw: string, from1904: boolean): XlsxCell {
  const typed = raw.trim();
  const serial = Number(typed) + (from1904 ? SHIFT_1904 : 0);
  if (typed === '' || !Number.isFinite(serial) || serial < 1 || serial >= LAST_SERIAL + 1)
    return { kind: 'error', text: typed };
  if (Math.floor(serial) === PHANTOM_DAY && !from1904) return { kind: 'error', text: typed };
  const days = serial < PHANTOM_DAY ? serial + 1 : serial;
  const seconds = Math.round((days - UNIX_EPOCH_1900) * DAY);
  const iso = new Date(seconds * 1000).toISOString();
  return { kind: 'date', text: seconds % DAY === 0 ? iso.slice(0, 10) : iso.slice(0, 19) };
}

/** The serial number of an ISO date in the 1900 system, for writing. Dates before March 1900 have none that agree. */
export function serialOf(iso: string): number {
  return Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / (DAY * 1000) + UNIX_EPOCH_1900;
}

/** Built-in formats that show dates or times (ECMA-376 part 1, 18.8.30, with the East Asian ones). */
export function isBuiltInDateFormat(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Whether a format code shows a date: a date letter outside quotes, escapes and brackets. */
export function isDateFormat(code: string): boolean {
  return /[ymdhs]/i.test(bare(code));
}

export const isPercentFormat = (code: string): boolean => bare(code).includes('%');

/** The first section of a format code without quoted text, escaped characters and bracketed colours. */
const bare = (code: string): string =>
  (code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '').replace(/General/gi, '');
