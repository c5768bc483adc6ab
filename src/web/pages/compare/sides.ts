import { readDate } from '../../../domain/number/date.ts';
import { dayIn, endOfDay } from '../../../domain/period/of-day.ts';
import type { Edition } from '../../../domain/round/edition.ts';
import type { Side } from '../../../workflow/queries/read-comparison.ts';
import type { FieldProblem } from '../../form-problems.tsx';

/** A side as it was chosen: `now`, `day` with a day beside it, or the id of an edition. */
export interface ChosenSide {
  choice: string;
  day: string;
}

export const sideIn = (query: URLSearchParams, name: 'from' | 'to', otherwise: string): ChosenSide => ({
  choice: (query.get(name) ?? otherwise).slice(0, 60),
  day: (query.get(`${name}-day`) ?? '').trim().slice(0, 40),
});

/** The side that was meant, or what is wrong with the choice. */
export function sideOf(
  { choice, day }: ChosenSide,
  name: 'from' | 'to',
  { editions, now, timeZone }: { editions: readonly Edition[]; now: string; timeZone: string },
): Side | FieldProblem {
  if (choice === 'now') return { kind: 'known', asAt: null };
  if (choice === 'day') {
    const read = readDate(day);
    const field = `${name}-day`;
    if (read === null || 'problem' in read) return { field, message: 'Enter a real day, like 1/11/2018' };
    if (read.date > dayIn(now, timeZone)) return { field, message: 'The day must be today or earlier' };
    return { kind: 'known', asAt: endOfDay(read.date, timeZone) };
  }
  const edition = editions.find(({ id }) => id === choice);
  return edition === undefined
    ? { field: name, message: 'Choose an edition, a day, or what is now known' }
    : { kind: 'edition', edition };
}
