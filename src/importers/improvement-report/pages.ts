import { type Decoder, oneLine, rememberingDecoder } from './cell-text.ts';
import type { Findings } from './findings.ts';
import { type Columns, inColumns, readHeadings, sameHeadings } from './headings.ts';
import type { FileLine } from './lines.ts';
import { furnitureOf, type OutlineLine } from './page-furniture.ts';
import { type PageHeader, readPageHeader } from './page-header.ts';
import { ROW_WIDTH, RowJoiner } from './row-joiner.ts';
import { partOfRow } from './row-parts.ts';
import { sectionOf } from './section-row.ts';

/** The table of all pages in one, each row with the directorate above it. */
export interface Pages {
  header: PageHeader;
  columns: Columns;
  directorates: readonly string[];
  rows: readonly PageRow[];
}

export interface PageRow extends RowPlace {
  line: number;
  cells: readonly string[];
}

interface RowPlace {
  columns: Columns;
  directorate: string | null;
}

/** A line with what it turned out to be. */
interface ReadLine extends OutlineLine {
  cells: readonly string[];
  section: ReturnType<typeof sectionOf>;
  headings: ReturnType<typeof readHeadings>;
}

/** No council has so many; a file that seems to is not a report. */
const MOST_DIRECTORATES = 500;
const LINES_WITHOUT_TABLE = 40;

/** Reads the pages: the header of the first, then every row, leaving out what each page repeats. */
export function readPages(
  lines: readonly FileLine[],
  isStatus: (text: string) => boolean,
  findings: Findings,
): Pages | null {
  const decode = rememberingDecoder();
  const read = lines.map((line) => readLine(line, isStatus, decode));
  const firstTable = read.findIndex(({ kind }) => kind === 'headings');
  const above = read.slice(0, firstTable < 0 ? LINES_WITHOUT_TABLE : firstTable);
  const header = readPageHeader(
    above.flatMap(({ line, kind, cells }) =>
      kind === 'blank' || kind === 'section' ? [] : [{ line, text: oneLine(cells.join(' ').slice(0, 500)) }],
    ),
  );
  if (firstTable < 0) {
    findings.error(0, {
      message: 'There is no row of column headings.',
      remedy: 'Check that this is an improvement report with tabs between its seven columns.',
    });
    return null;
  }
  const furniture = furnitureOf(read, firstTable, header, findings);
  const reader = new PageReader(isStatus, decode, findings);
  read.forEach((line, at) => {
    if (at < firstTable && line.kind !== 'section') return;
    const part = furniture.get(at);
    if (part === 'head') reader.pageBreak(line.line);
    else if (part === undefined) reader.read(line);
  });
  return { header, ...reader.finish() };
}

function readLine({ line, cells }: FileLine, isStatus: (text: string) => boolean, decode: Decoder): ReadLine {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const of = (kind: OutlineLine['kind'], text = ''): ReadLine => ({
    line,
    cells,
    kind,
    text,
    single: filled.length === 1 && cells[0] === filled[0],
    section: null,
    headings: null,
  });
  if (filled.length === 0) return of('blank');
  const headings = readHeadings(cells, isStatus, decode);
  if (headings !== null) return { ...of('headings'), headings };
  const section = sectionOf(cells, decode);
  if (section !== null) return { ...of('section'), section };
  const length = filled.reduce((sum, cell) => sum + cell.length, 0);
  if (length > LONGEST_REPEATED || filled.length > MOST_SIDE_BY_SIDE) return of('row');
  return of('text', decode(filled.join(' ')));
}

const LONGEST_REPEATED = 300;
const MOST_SIDE_BY_SIDE = 3;

class PageReader {
  readonly #isStatus: (text: string) => boolean;
  readonly #decode: Decoder;
  readonly #findings: Findings;
  readonly #joiner: RowJoiner<RowPlace>;
  /** By name in lower case: a page may spell one differently. */
  readonly #directorates = new Map<string, string>();
  /** As the first page has them, and as the current one does. */
  #columns: Columns | null = null;
  #current: Columns | null = null;
  #directorate: string | null = null;

  constructor(isStatus: (text: string) => boolean, decode: Decoder, findings: Findings) {
    this.#decode = decode;
    this.#isStatus = isStatus;
    this.#findings = findings;
    this.#joiner = new RowJoiner(findings);
  }

  pageBreak(line: number): void {
    this.#joiner.pageBreak(line);
  }

  read(line: ReadLine): void {
    if (line.kind === 'blank') this.#joiner.blank(line.cells);
    else if (line.section !== null) this.#startDirectorate(line.line, line.section);
    else if (line.headings !== null) this.#startTable(line.line, line.headings);
    else this.#addCells(line);
  }

  finish(): Omit<Pages, 'header'> {
    this.#joiner.close();
    return {
      columns: this.#columns as Columns,
      directorates: [...this.#directorates.values()],
      rows: this.#joiner.rows.map(({ line, cells, place }) => ({ line, cells, ...place })),
    };
  }

  #addCells({ line, cells }: ReadLine): void {
    const columns = (this.#current ?? this.#columns) as Columns;
    const placed = columns === null || columns.order.length === 0 ? cells : inColumns(cells, columns);
    const part = partOfRow(placed, columns, this.#joiner.details, this.#isStatus, this.#decode);
    if (
      part === 'below' &&
      this.#joiner.addBelow(placed.map((cell, at) => (columns.order[at] === 'details' ? '' : cell)))
    )
      return;
    this.#joiner.add(line, [...placed], { columns, directorate: this.#directorate }, part === 'start');
  }

  #startDirectorate(line: number, { name, doubtful }: { name: string; doubtful: boolean }): void {
    const key = name.toLowerCase().replace(/\s+and\s+/g, ' & ');
    // The heading of the page before, repeated: the row that was broken there may go on below it.
    if (!(this.#joiner.isAcrossPages && this.#directorates.get(key) === this.#directorate))
      this.#joiner.close();
    if (!this.#directorates.has(key)) {
      if (this.#directorates.size === MOST_DIRECTORATES) {
        this.#findings.error(line, {
          value: name,
          message: `There are more than ${MOST_DIRECTORATES} directorates.`,
          remedy: 'Check that this is an improvement report.',
        });
      }
      if (doubtful) {
        this.#findings.warning(line, {
          value: name,
          message: 'This row has a name and nothing else. It was taken for the name of a directorate.',
          remedy: 'Write "Directorate : " before it if that is right; otherwise complete the row.',
        });
      }
      this.#directorates.set(key, name);
    }
    this.#directorate = this.#directorates.get(key) as string;
  }

  #startTable(line: number, headings: { columns: Columns } | { problem: string }): void {
    this.#joiner.pageBreak(line);
    if ('problem' in headings) {
      this.#joiner.close();
      this.#findings.error(line, {
        message: headings.problem,
        remedy: `Keep the ${ROW_WIDTH} columns of the improvement report, with one tab between them.`,
      });
      this.#columns ??= { order: [], places: [], width: 0, headings: {} } as unknown as Columns;
      return;
    }
    const first = this.#columns;
    if (first !== null && first.order.length > 0 && !sameHeadings(first, headings.columns)) {
      this.#joiner.close();
      this.#findings.warning(line, {
        message: 'The column headings on this page differ from those on the first.',
        remedy: 'Check that each text of this page is in its own column.',
      });
    } else {
      this.#columns = headings.columns;
    }
    this.#current = headings.columns;
  }
}
