import { formatDate, readDate } from '../domain/number/date.ts';
import { dayIn, endOfDay } from '../domain/period/of-day.ts';
import type { ReportingPeriod } from '../domain/period/period.ts';
import { type Edition, reportKinds } from '../domain/round/edition.ts';
import { editionInWords } from '../workflow/queries/comparison-table.ts';
import type { Side } from '../workflow/queries/read-comparison.ts';
import { Refusal, UsageError } from './console.ts';
import { readMoment } from './period.ts';

/** One side of a comparison as typed: `now`, a day, a moment, an edition by its number or the end of its address. */
export type TypedSide =
  | { kind: 'now' }
  | { kind: 'day'; day: string }
  | { kind: 'moment'; instant: string }
  | { kind: 'number'; report: string | null; number: number }
  | { kind: 'id'; id: string };

const NUMBERED = /^(?:([a-z]+):)?([1-9]\d{0,5})$/;
const ID = /^(?:.*\/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const compared = reportKinds.filter((kind) => kind !== 'cabinet');

/** @throws UsageError for what is none of them */
export function typedSide(text: string): TypedSide {
  if (text === 'now') return { kind: 'now' };
  const [, report = null, number] = NUMBERED.exec(text) ?? [];
  if (number !== undefined) {
    if (report !== null && !compared.some((kind) => kind === report)) {
      throw new UsageError(`There are editions of ${compared.join(' and ')} to compare, not of "${report}".`);
    }
    return { kind: 'number', report, number: Number(number) };
  }
  const [, id] = ID.exec(text) ?? [];
  if (id !== undefined) return { kind: 'id', id: id.toLowerCase() };
  const read = readDate(text);
  if (read !== null && 'date' in read) return { kind: 'day', day: read.date };
  if (read !== null) throw new UsageError(read.problem);
  if (text.includes('T')) return { kind: 'moment', instant: readMoment(text, 'UTC') };
  throw new UsageError(
    `"${text}" is nothing to compare. Write now, a day (2018-11-01), or an edition: its number (1, scorecard:2) or the last part of its address.`,
  );
}

interface Given {
  editions: readonly Edition[];
  /** Of the sides that are no editions, and of those by number. */
  period: ReportingPeriod;
  /** Code of the only one whose editions are meant; null for any. */
  scorecard: string | null;
  now: string;
  timeZone: string;
}

/** @throws Refusal where there is no such edition, more than one, or the day has not come */
export function sideTyped(typed: TypedSide, given: Given): Side {
  switch (typed.kind) {
    case 'now':
      return { kind: 'known', asAt: null };
    case 'day':
      if (typed.day > dayIn(given.now, given.timeZone)) {
        throw new Refusal(`${formatDate(typed.day)} is still to come. Name today or an earlier day.`);
      }
      return { kind: 'known', asAt: endOfDay(typed.day, given.timeZone) };
    case 'moment':
      if (typed.instant > given.now)
        throw new Refusal(`${typed.instant} is still to come. Name an earlier moment.`);
      return { kind: 'known', asAt: typed.instant };
    case 'id':
      return { kind: 'edition', edition: editionWithId(given.editions, typed.id) };
    case 'number':
      return { kind: 'edition', edition: numbered(typed, given) };
  }
}

/** @throws Refusal where there is none among those that may be compared */
export function editionWithId(editions: readonly Edition[], id: string): Edition {
  const found = editions.find((each) => each.id === id);
  if (found !== undefined) return found;
  throw new Refusal('There is no such edition of a scorecard or improvement report that everybody may read.');
}

function numbered(
  { report, number }: TypedSide & { kind: 'number' },
  { editions, period, scorecard }: Given,
): Edition {
  const same = editions.filter(
    (each) =>
      each.period === period.code &&
      (report === null || each.report === report) &&
      (scorecard === null || each.scorecard === scorecard),
  );
  const [found, another] = same.filter((each) => each.number === number);
  if (found !== undefined && another === undefined) return found;
  const listed = (some: readonly Edition[]) =>
    some.map((each) => `\n  ${each.id}  ${editionInWords(each)}`).join('');
  if (found !== undefined) {
    const several = same.filter((each) => each.number === number);
    throw new Refusal(
      `There are several editions ${number} for ${period.code}. Name the report, as in ${found.report}:${number}, or --scorecard, or one of:${listed(several)}`,
    );
  }
  throw new Refusal(
    same.length === 0
      ? `No ${report === null ? 'edition' : `edition of the ${report} report`} that can be compared has been published for ${period.code}.`
      : `There is no edition ${number} for ${period.code} that everybody may read. There is:${listed(same)}`,
  );
}
