import { DEFAULT_LIMITS, type FileLimits } from '../../formats/limits.ts';
import type { Problem } from '../problem.ts';
import type { Column } from './column.ts';
import type { Complaint, RowSchema } from './field.ts';
import { type Finding, ProblemList } from './problem-list.ts';
import { readTable, type SourceFile } from './read-table.ts';
import type { TableRow, TableShape } from './table-reader.ts';

/** What an importer makes of a file: all of its rows, or none of them and the problems. */
export interface Imported<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

/** Says what is wrong or doubtful about one column of the row in hand (`null`: the row as a whole). */
export interface RowReport {
  error(key: string | null, finding: Pick<Finding, 'message' | 'remedy'>): void;
  warning(key: string | null, finding: Pick<Finding, 'message' | 'remedy'>): void;
}

/** One kind of table: its shape, its fields, and how a checked row becomes what is imported. */
export interface TableKind<Checked, Row> extends TableShape {
  readonly schema: RowSchema<Checked>;
  /** The row, or null where it was reported or holds nothing to import. */
  rowOf(checked: Checked, report: RowReport, at: { readonly row: number }): Row | null;
  /** The pair that no two rows may share: `AHH 2` and `2018-19/Q2`. */
  identity(row: Row): readonly [string, string];
  /**
   * What can be said only when all rows were seen: asked at the end of a file of which every row could be read.
   * The report is about a row by its number.
   */
  atEnd?(reportOn: (row: number) => RowReport): void;
}

/**
 * Reads a table, checks every row and hands the good ones to `emit` while there is no error. The caller keeps
 * them only if no problem is an error: nothing is imported by halves.
 */
export async function streamTable<Checked, Row>(
  file: SourceFile,
  kind: TableKind<Checked, Row>,
  emit: (row: Row) => void,
  limits: FileLimits = DEFAULT_LIMITS,
): Promise<readonly Problem[]> {
  const problems = new ProblemList(file.name);
  const report = new ReportOnRow(kind, problems);
  const firstSeen = new Map<string, Map<string, number>>();
  const complain = (key: string, complaint: Complaint) => report.complain(key, complaint);
  let unread = 0;
  const visit = (source: TableRow) => {
    report.source = source;
    const checked = kind.schema.check(source.texts, complain);
    if (checked === null || source.broken.length > 0) {
      unread += 1;
      return;
    }
    const row = kind.rowOf(checked, report, source);
    if (row === null) return;
    const [what, when] = kind.identity(row);
    const seen = firstSeen.get(what) ?? new Map<string, number>();
    const before = seen.get(when);
    if (before === undefined) {
      if (seen.size === 0) firstSeen.set(what, seen);
      seen.set(when, source.row);
    } else {
      report.error(null, {
        message: `Row ${source.row} repeats row ${before}: ${what}, ${when}.`,
        remedy: 'Keep the right one and delete the other.',
      });
    }
    if (!problems.refused) emit(row);
  };
  const wholly = await readTable(file, kind, kind.schema.keys, problems, visit, limits);
  if (wholly && unread === 0) {
    const sheet = report.source?.sheet;
    kind.atEnd?.((row) => new ReportOnRow(kind, problems, { row, sheet, texts: [], broken: [] }));
  }
  return problems.all;
}

/** The same with all rows at the end, or none. */
export async function importTable<Checked, Row>(
  file: SourceFile,
  kind: TableKind<Checked, Row>,
  limits?: FileLimits,
): Promise<Imported<Row>> {
  const rows: Row[] = [];
  const problems = await streamTable(file, kind, (row) => rows.push(row), limits);
  return { rows: problems.some((problem) => problem.severity === 'error') ? [] : rows, problems };
}

/** Where a finding is, worked out only once there is one. */
class ReportOnRow implements RowReport {
  source: TableRow | undefined;
  readonly #headings: ReadonlyMap<string, Column>;
  readonly #slots: ReadonlyMap<string, number>;
  readonly #problems: ProblemList;

  constructor(kind: TableShape & { schema: RowSchema<unknown> }, problems: ProblemList, source?: TableRow) {
    this.source = source;
    this.#headings = new Map(kind.columns.map((column) => [column.key, column]));
    this.#slots = new Map(kind.schema.keys.map((key, slot) => [key, slot]));
    this.#problems = problems;
  }

  error(key: string | null, finding: Pick<Finding, 'message' | 'remedy'>): void {
    if (this.#problems.countedOnly('error')) return;
    this.#problems.error(this.source?.row ?? 0, { ...this.#place(key), ...finding });
  }

  warning(key: string | null, finding: Pick<Finding, 'message' | 'remedy'>): void {
    if (this.#problems.countedOnly('warning')) return;
    this.#problems.warning(this.source?.row ?? 0, { ...this.#place(key), ...finding });
  }

  /** A complaint about a field, unless its cell was refused before. */
  complain(key: string, complaint: Complaint): void {
    if (this.source?.broken.includes(key) !== true) this.error(key, complaint);
  }

  #place(key: string | null) {
    const column = key === null ? undefined : this.#headings.get(key);
    const value = key === null ? undefined : this.source?.texts[this.#slots.get(key) ?? -1];
    const sheet = this.source?.sheet;
    return {
      ...(sheet === undefined ? {} : { sheet }),
      ...(column === undefined ? {} : { column: column.heading }),
      ...(value === undefined ? {} : { value }),
    };
  }
}
