import type { Column, HeaderPlan } from './column.ts';
import { sameHeading } from './column.ts';
import { nearestOf } from './nearest.ts';
import type { ProblemList } from './problem-list.ts';

interface HeaderColumns {
  columns: readonly Column[];
  /** Headings of the file that a person matched with ours; '' for a column to be left out. */
  matched: Readonly<Record<string, string>>;
}

/** A column that a person leaves out: nothing of it is read. */
const LEFT_OUT: Column = { key: '', heading: '', shownOnly: true };

/** Reads the first row of a table: which known column stands where, with every problem of it reported. */
export function planHeader(
  headings: readonly string[],
  row: number,
  { columns, matched }: HeaderColumns,
  problems: ProblemList,
  sheet: string | undefined,
): HeaderPlan {
  const place = sheet === undefined ? {} : { sheet };
  const known = new Map<string, Column>();
  for (const column of columns) {
    for (const name of [column.heading, column.key, ...(column.alsoCalled ?? [])])
      known.set(sameHeading(name), column);
  }
  const importable = columns.filter((column) => column.shownOnly !== true).map((column) => column.heading);
  const seen = new Set<Column>();
  const plan = headings.map((heading) => {
    if (heading.trim() === '') return undefined;
    const match = Object.hasOwn(matched, heading) ? matched[heading] : heading;
    if (match === '') return LEFT_OUT;
    const column = known.get(sameHeading(match ?? heading));
    if (column === undefined) {
      const near = nearestOf(heading, importable);
      problems.error(row, {
        ...place,
        column: heading,
        unknownColumn: true,
        message: `There is no column called “${heading}”.`,
        remedy: `${near === null ? 'Rename or remove it.' : `Did you mean “${near}”?`} The columns are: ${importable.join(', ')}.`,
      });
      return undefined;
    }
    if (seen.has(column)) {
      problems.error(row, {
        ...place,
        column: heading,
        message: `The column “${column.heading}” appears twice.`,
        remedy: 'Remove one of them.',
      });
    }
    seen.add(column);
    return column;
  });
  for (const column of columns) {
    if (column.required !== true || seen.has(column)) continue;
    problems.error(row, {
      ...place,
      column: column.heading,
      message: `The column “${column.heading}” is missing.`,
      remedy: `Add it. The first row must hold the headings: ${importable.join(', ')}.`,
    });
  }
  return plan;
}
