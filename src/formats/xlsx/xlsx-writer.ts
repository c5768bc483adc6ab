import { type Cell, type CellValue, type WriteSheet, writeXlsx as writeWithHucre } from 'hucre/xlsx';
import { serialOf } from './date-text.ts';
import { FACE, wholeCellStyle } from './look.ts';
import { escapedString } from './markup-text.ts';
import { significantDigits } from './number-text.ts';
import { conditionalRule, dataValidation } from './rules.ts';
import type { SheetCell, SheetContents, WorkbookContents } from './workbook-contents.ts';

const LONGEST_CELL = 32_767;
const EXACT_DIGITS = 15;
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;
const FORMAT_OF_DATES = 'dd mmm yyyy';

/** Writes a workbook. The same contents give the same bytes: no clock, no random names, fixed times inside. */
export async function writeXlsx(workbook: WorkbookContents): Promise<Uint8Array> {
  const madeAt = new Date(workbook.madeAt);
  return writeWithHucre({
    sheets: workbook.sheets.map(sheetOf),
    // The default look of every cell; also the reason that widths in characters hold everywhere.
    defaultFont: FACE,
    properties: {
      title: escapedString(workbook.title),
      creator: escapedString(workbook.author),
      lastModifiedBy: escapedString(workbook.author),
      ...(workbook.subject === undefined ? {} : { subject: escapedString(workbook.subject) }),
      ...(workbook.description === undefined ? {} : { description: escapedString(workbook.description) }),
      created: madeAt,
      modified: madeAt,
    },
  });
}

function sheetOf(sheet: SheetContents): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const heights = new Map<number, { height: number }>();
  const rows = sheet.rows.map((row, rowIndex) => {
    if (row.height !== undefined) heights.set(rowIndex, { height: row.height });
    return row.cells.map((cell, column): CellValue => {
      if (cell === null) return null;
      const detail = cellDetail(cell);
      if (detail !== undefined) cells.set(`${rowIndex},${column}`, detail);
      return detail?.richText === undefined ? cellValue(cell) : null;
    });
  });
  return {
    name: sheet.name,
    columns: sheet.columnWidths.map((width) => ({ width })),
    rows,
    cells,
    rowDefs: heights,
    ...(sheet.hidden === true ? { hidden: true } : {}),
    ...(sheet.frozen === undefined ? {} : { freezePane: sheet.frozen }),
    ...(sheet.autoFilter === undefined ? {} : { autoFilter: { range: sheet.autoFilter } }),
    ...(sheet.lists === undefined ? {} : { dataValidations: sheet.lists.map(dataValidation) }),
    ...(sheet.highlights === undefined ? {} : { conditionalRules: sheet.highlights.map(conditionalRule) }),
    ...(sheet.protected === true ? { protection: PROTECTION } : {}),
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.landscape === true ? 'landscape' : 'portrait',
      margins: MARGINS,
      ...(sheet.printedAcross === undefined
        ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
        : { scale: sheet.printedAcross.scale }),
      ...printedTitles(sheet),
    },
    ...(sheet.printedAcross === undefined
      ? {}
      : { colBreaks: sheet.printedAcross.pagesBegin.map((begin) => begin - 1) }),
    headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
  };
}

/**
 * The library writes the name of the sheet without the quotation marks that one of several words needs, which
 * Excel takes for damage: such a sheet is refused here rather than there.
 */
function printedTitles({ name, printedTitleRows, printedAcross }: SheetContents) {
  if (printedTitleRows === undefined && printedAcross === undefined) return {};
  if (!/^[A-Za-z_]+$/.test(name)) {
    throw new RangeError(`rows are repeated in print only on a sheet named in one word, not "${name}"`);
  }
  return {
    ...(printedTitleRows === undefined ? {} : { printTitlesRow: printedTitleRows }),
    ...(printedAcross === undefined ? {} : { printTitlesColumn: printedAcross.titleColumns }),
  };
}

/** Inches: as little as most office printers can do. */
const MARGINS = { top: 0.45, bottom: 0.6, left: 0.4, right: 0.4, header: 0.2, footer: 0.3 };

/** Without a password: it prevents slips, and anyone who must may take it off. */
const PROTECTION = {
  sheet: true,
  formatColumns: true,
  formatRows: true,
  sort: true,
  autoFilter: true,
} as const;

function cellValue(cell: SheetCell): CellValue {
  switch (cell.kind) {
    case 'empty':
      return null;
    case 'text':
      return checkedText(cell.text);
    case 'number':
      if (!PLAIN_NUMBER.test(cell.text))
        throw new RangeError(`not a plain decimal: ${JSON.stringify(cell.text)}`);
      return significantDigits(cell.text) > EXACT_DIGITS ? cell.text : Number(cell.text);
    case 'date':
      return serialOf(cell.date);
    case 'boolean':
      return cell.value;
  }
}

function checkedText(text: string): string {
  if (text.length > LONGEST_CELL)
    throw new RangeError(`a cell holds at most ${LONGEST_CELL} characters, not ${text.length}`);
  return escapedString(text);
}

/** The library reads these texts as error values; as a run of rich text they stay the words they are. */
const ERROR_WORDS = new Set([
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#REF!',
  '#VALUE!',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
]);

function cellDetail(cell: SheetCell): Partial<Cell> | undefined {
  const look = cell.kind === 'date' ? { format: FORMAT_OF_DATES, ...cell.style } : cell.style;
  const errorWord = cell.kind === 'text' && ERROR_WORDS.has(cell.text);
  if (look === undefined && cell.note === undefined && !errorWord) return undefined;
  return {
    ...(look === undefined ? {} : { style: wholeCellStyle(look) }),
    ...(cell.note === undefined ? {} : { comment: { author: '', text: checkedText(cell.note) } }),
    ...(errorWord ? { richText: [{ text: cell.text }] } : {}),
  };
}
