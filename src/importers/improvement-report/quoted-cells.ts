/** One line of a tab-separated text: the number on which it starts, and its cells. */
export interface CutLine {
  line: number;
  cells: string[];
}

const CELL_START = /(?:^|[\t\n\r\f])"/;
const PLAIN_CELL = /[^\t\n\r\f]*/y;
const LINE_BREAK = /\r\n|[\r\n\f]/g;

/**
 * Whether the cells of a text stand in quotation marks as spreadsheets write them: a cell that holds a quotation
 * mark, a tab or a line break (Excel: also a comma) is put in marks, and those within it are doubled. Honest
 * text may begin and end with a quotation mark too, so one cell proves nothing that another contradicts.
 */
export function hasQuotedCells(text: string): boolean {
  if (!CELL_START.test(text)) return false;
  let proven = false;
  let likely = false;
  let commaOutside = false;
  for (let at = 0; at <= text.length; at += 1) {
    const end = text[at] === '"' ? closingMark(text, at) : -1;
    if (end < 0) {
      const cell = plainCell(text, at);
      // A spreadsheet would have put this one in marks.
      if (cell.includes('"')) return false;
      commaOutside ||= cell.includes(',');
      at += cell.length;
    } else {
      const inside = text.slice(at + 1, end);
      proven ||= /[\t\n\r"]/.test(inside);
      likely = true;
      at = end + 1;
    }
  }
  return proven || (likely && !commaOutside);
}

/** Cuts a text with quoted cells into lines; a line break within a cell stays in it. */
export function* quotedLines(text: string, mostCells: number): Generator<CutLine> {
  let line = 1;
  let current: CutLine = { line, cells: [] };
  for (let at = 0; at <= text.length; at += 1) {
    const end = text[at] === '"' ? closingMark(text, at) : -1;
    let cell: string;
    if (end < 0) {
      cell = plainCell(text, at);
      at += cell.length;
    } else {
      const inside = text.slice(at + 1, end);
      line += inside.match(LINE_BREAK)?.length ?? 0;
      cell = inside.replaceAll('""', '"').replaceAll('\t', ' ');
      at = end + 1;
    }
    if (current.cells.length <= mostCells) current.cells.push(cell);
    if (text[at] === '\t') continue;
    yield current;
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    line += 1;
    current = { line, cells: [] };
  }
}

function plainCell(text: string, at: number): string {
  PLAIN_CELL.lastIndex = at;
  return PLAIN_CELL.exec(text)?.[0] ?? '';
}

/** Where the mark stands that closes the cell, or -1 where it is not closed at the end of a cell. */
function closingMark(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const mark = text.indexOf('"', at);
    if (mark < 0) return -1;
    const next = text[mark + 1];
    if (next === '"') at = mark + 2;
    else return next === undefined || '\t\n\r\f'.includes(next) ? mark : -1;
  }
}
