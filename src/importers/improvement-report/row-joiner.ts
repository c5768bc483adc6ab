import { takeCode } from './code-grammar.ts';
import type { Findings } from './findings.ts';

/** A row of the table with all its cells, wherever the file broke its lines. */
export interface TableRow<Place> {
  line: number;
  cells: string[];
  /** What stood above the row where it began. */
  place: Place;
}

export const ROW_WIDTH = 7;

/** Enough to see how a text ends. */
const TAIL = 20;

interface OpenRow<Place> extends TableRow<Place> {
  blanks: number;
  joined: number;
  /** Line of the page header that stands within the row, if one does. */
  brokenAt: number | null;
  /** True from a page header to the next line of the row. */
  afterBreak: boolean;
  /** The end of what was added last: the whole cell may be long, and is not looked at for every line. */
  tail: string;
  /** The row with the parts before and after the page header in columns of their own. */
  sideBySide: string[] | null;
}

/**
 * Puts rows together that were wrapped over several lines or pages: a row is open until it has seven cells, and
 * text without tabs after it goes on with its last cell. A row that never gets seven cells is an error.
 */
export class RowJoiner<Place> {
  readonly rows: TableRow<Place>[] = [];
  readonly #findings: Findings;
  #open: OpenRow<Place> | null = null;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  get isAcrossPages(): boolean {
    return this.#open?.afterBreak ?? false;
  }

  /** The first cell of the row that is open. */
  get details(): string | null {
    return this.#open?.cells[0] ?? null;
  }

  /** A line with nothing in it; with tabs in it, it may be the empty columns of a row that a page broke. */
  blank(cells: readonly string[]): void {
    const open = this.#open;
    if (open === null) return;
    if (!open.afterBreak) open.blanks += 1;
    else if (
      cells.length > 1 &&
      open.cells.length < ROW_WIDTH &&
      open.cells.length + cells.length <= ROW_WIDTH + 1
    ) {
      this.#join(open, cells);
    }
  }

  /** A page header stands here; the row may go on after it. */
  pageBreak(line: number): void {
    const open = this.#open;
    if (open === null) return;
    open.brokenAt ??= line;
    open.afterBreak = true;
    // The blank lines around a page header belong to it, not to the text that it interrupts.
    open.blanks = 0;
  }

  /** `startsRow` says that the line cannot be the rest of the row before it. */
  add(line: number, cells: string[], place: Place, startsRow: boolean): void {
    const open = this.#open;
    const width = open === null ? 0 : open.cells.length - 1 + cells.length;
    const starts = (startsRow || cells.length >= ROW_WIDTH) && (open === null || !isRestOfTitle(open, cells));
    if (open === null || starts || width > ROW_WIDTH || !goesOn(open, cells)) {
      this.close();
      this.#open = {
        line,
        cells: [...cells],
        place,
        blanks: 0,
        joined: 0,
        brokenAt: null,
        afterBreak: false,
        tail: tailOf(cells),
        sideBySide: null,
      };
      return;
    }
    this.#join(open, cells);
  }

  /** Adds each cell below the same column of the open row; false where there is none to add to. */
  addBelow(cells: readonly string[]): boolean {
    const open = this.#open;
    if (open === null) return false;
    while (open.cells.length < ROW_WIDTH) open.cells.push('');
    open.cells = open.cells.map((cell, at) => {
      const below = cells[at] ?? '';
      return below.trim() === '' ? cell : cell === '' ? below : `${cell}\n${below}`;
    });
    this.#joined(open, cells);
    return true;
  }

  close(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    const { line, place, joined, brokenAt } = open;
    const cells = open.sideBySide ?? open.cells;
    if (cells.length !== ROW_WIDTH) {
      const one = cells.length === 1;
      this.#findings.error(line, {
        value: cells[0] as string,
        message: one
          ? 'This line is outside the table, and it is no title, date or directorate.'
          : `This row has ${cells.length} columns. A row has ${ROW_WIDTH}.`,
        remedy: one
          ? 'Remove it, or write "Directorate : " before the name of a directorate.'
          : 'Put one tab between columns, also where a cell is empty, and none inside a text.',
      });
      return;
    }
    if (joined > 0) {
      const lines = joined === 1 ? 'one more line' : `${joined} more lines`;
      this.#findings.warning(line, {
        message:
          brokenAt === null
            ? `This row goes on over ${lines}. They were joined.`
            : `This row goes on over ${lines}, with the head of a page in between on line ${brokenAt}. They were joined.`,
        remedy: 'Check that the texts of this measure are complete and in their own columns.',
      });
    }
    this.rows.push({ line, cells, place });
  }

  #join(open: OpenRow<Place>, cells: readonly string[]): void {
    const width = open.cells.length - 1 + cells.length;
    // Cut at a tab, the row lacks the tab that a cut within a cell leaves in place.
    open.sideBySide = open.afterBreak && width === ROW_WIDTH - 1 ? [...open.cells, ...cells] : null;
    const last = open.cells.pop() as string;
    open.cells.push(`${last}${'\n'.repeat(open.blanks + 1)}${cells[0] as string}`, ...cells.slice(1));
    this.#joined(open, cells);
  }

  #joined(open: OpenRow<Place>, cells: readonly string[]): void {
    open.tail = tailOf(cells);
    open.blanks = 0;
    open.joined += 1;
    open.afterBreak = false;
  }
}

/**
 * Whether a line is the rest of the row before it. A row that lacks columns goes on. A complete one does not with
 * a name alone after a blank line: that may be a heading that nobody marked. After the head of a page it goes on
 * only where its last sentence does.
 */
function goesOn(open: OpenRow<unknown>, cells: readonly string[]): boolean {
  if (open.cells.length < ROW_WIDTH) return true;
  const after = (cells[0] as string).trim();
  if (!open.afterBreak) return open.blanks === 0 || !isName(after);
  const before = open.tail;
  if (/^[\p{Ll}\d<(,;–—-]/u.test(after)) return true;
  return before !== '' && !/(?:[.!?:;)"'”’]|<\/[a-z]+>)$/iu.test(before) && !isName(after);
}

/** A title cut in its first cell: a code and words alone, then the other words with all columns but no code. */
function isRestOfTitle(open: OpenRow<unknown>, cells: readonly string[]): boolean {
  const [first = ''] = open.cells;
  return (
    open.cells.length === 1 &&
    takeCode(first.trim())?.sure === true &&
    takeCode((cells[0] as string).trim()) === null
  );
}

const tailOf = (cells: readonly string[]): string => (cells.at(-1) ?? '').trimEnd().slice(-TAIL);

/** `People`, `Adult Social Care and Health`: a few capitalised words without a full stop. */
function isName(text: string): boolean {
  if (text.length > 60) return false;
  return text.split(' ').every((word) => /^(?:\p{Lu}[\p{L}'’,-]*|and|of|the|for|&|[-–])$/u.test(word));
}
