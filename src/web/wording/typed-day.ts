import { readDate } from '../../domain/number/date.ts';

/** A day as somebody typed it. @returns the ISO day, null for nothing typed, or what is wrong with it */
export function typedDay(text: string, what: string): { day: string | null } | { problem: string } {
  const trimmed = text.trim();
  if (trimmed === '') return { day: null };
  const read = readDate(trimmed);
  if (read !== null && 'date' in read) return { day: read.date };
  return { problem: `${what} must be a real date, like 14/1/2019` };
}
