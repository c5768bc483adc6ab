import type { Decoder } from './cell-text.ts';
import { LEGACY_COLUMNS, type LegacyColumn } from './legacy-report.ts';

/** Which column stands where, and what the document calls it. */
export interface Columns {
  order: readonly LegacyColumn[];
  /** Which cells of a row hold them, where the document has empty columns between or before them. */
  places: readonly number[];
  /** Cells in the row of headings. */
  width: number;
  headings: Readonly<Record<LegacyColumn, string>>;
}

const LONGEST_HEADING = 60;

/** Councils word the headings differently; the first pattern that fits decides. */
const PATTERNS: readonly [LegacyColumn, RegExp][] = [
  ['intervention', /\bintervention|\breview|\bscrutiny/i],
  ['actions', /\bactions?\b/i],
  ['context', /\bcontext|\bcomment|\bnarrative|\breason/i],
  ['forecastStatus', /(?=.*(?:status|\brag\b))(?=.*(?:forecast|year[- ]?end|outturn|predicted))/i],
  ['status', /\bstatus\b|\brag\b/i],
  ['performance', /\bperformance\b|\btarget\b/i],
  ['details', /\bmeasure|\bindicator|\bdetails?\b|\bkpi\b/i],
];

/** How many cells must be recognised before a row is taken for column headings, so that no row of data is. */
const ENOUGH = 5;

/** Cheap first look, so that rows of data are not examined as headings. */
function couldBeHeadings(cells: readonly string[]): boolean {
  if (cells.length < ENOUGH || cells.some((cell) => cell.length > LONGEST_HEADING * 2)) return false;
  return cells.some((cell) => /status|\brag\b/i.test(cell));
}

/**
 * The columns that a row of headings declares, or null where the row is none. `problem` where it is one but
 * does not have the seven columns.
 */
export function readHeadings(
  cells: readonly string[],
  isStatus: (text: string) => boolean,
  decode: Decoder,
): { columns: Columns } | { problem: string } | null {
  if (!couldBeHeadings(cells)) return null;
  const texts = cells.map(decode);
  if (texts.some((text) => text !== '' && isStatus(text))) return null;
  const found = texts.map((text) =>
    text.length > LONGEST_HEADING ? null : (PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? null),
  );
  // A row of data may hold "Review" or "Actions" too, but never a heading about status.
  if (!found.includes('status') && !found.includes('forecastStatus')) return null;
  const order = found.map((column, at) => (column !== null && found.indexOf(column) === at ? column : null));
  if (order.filter((column) => column !== null).length < ENOUGH) return null;
  const places = texts.flatMap((text, at) =>
    text === '' && texts.length > LEGACY_COLUMNS.length ? [] : [at],
  );
  if (places.length !== LEGACY_COLUMNS.length) {
    const extra = texts.filter((text, at) => text !== '' && order[at] === null);
    const named = extra.length === 0 ? '' : ` Not known: ${extra.map((text) => `"${text}"`).join(', ')}.`;
    return {
      problem: `There are ${places.length} column headings.${places.length > LEGACY_COLUMNS.length ? named : ''}`,
    };
  }
  // A heading in words of its own is the column that nobody else claims, in the usual order.
  const left = LEGACY_COLUMNS.filter((column) => !order.includes(column));
  const complete = places.map((place) => order[place] ?? (left.shift() as LegacyColumn));
  const headings = Object.fromEntries(
    complete.map((column, at) => [column, texts[places[at] as number] ?? '']),
  );
  return {
    columns: {
      order: complete,
      places,
      width: texts.length,
      headings: headings as Record<LegacyColumn, string>,
    },
  };
}

/** The seven cells of a row in a table that has empty columns besides; other rows as they are. */
export function inColumns(cells: readonly string[], { places, width }: Columns): readonly string[] {
  if (width === LEGACY_COLUMNS.length || cells.length < LEGACY_COLUMNS.length || cells.length > width)
    return cells;
  const filledElsewhere = cells.some((cell, at) => cell.trim() !== '' && !places.includes(at));
  return filledElsewhere ? cells : places.map((place) => cells[place] ?? '');
}

export function sameHeadings(a: Columns, b: Columns): boolean {
  return a.order.every(
    (column, at) => column === b.order[at] && same(a.headings[column], b.headings[column]),
  );
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
