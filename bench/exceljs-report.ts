import ExcelJS from 'exceljs';
import { serialOf } from '../src/formats/xlsx/date-text.ts';
import type { CellLook, Highlight, SheetCell, SheetContents } from '../src/formats/xlsx/workbook-contents.ts';
import type { Report } from '../src/reports/model/report.ts';
import { workbookOf } from '../src/reports/render/xlsx/render-xlsx.ts';
import type { Case } from './case.ts';

/** The peer writing the same workbook: the same cells, looks, widths, heights, rules, notes and printing on every sheet. */
export function writePeer(report: Report): Case {
  return {
    warm: 1,
    times: 5,
    run: async () => {
      const contents = workbookOf(report);
      const workbook = new ExcelJS.Workbook();
      workbook.title = contents.title;
      workbook.creator = contents.author;
      workbook.lastModifiedBy = contents.author;
      workbook.subject = contents.subject ?? '';
      workbook.created = new Date(contents.madeAt);
      workbook.modified = new Date(contents.madeAt);
      const styles = new Map<CellLook, Partial<ExcelJS.Style>>();
      for (const sheet of contents.sheets) addSheet(workbook, sheet, styles);
      return workbook.xlsx.writeBuffer();
    },
  };
}

type Styles = Map<CellLook, Partial<ExcelJS.Style>>;

function addSheet(workbook: ExcelJS.Workbook, contents: SheetContents, styles: Styles): void {
  const { frozen } = contents;
  const sheet = workbook.addWorksheet(contents.name, {
    state: contents.hidden === true ? 'hidden' : 'visible',
    ...(frozen === undefined
      ? {}
      : { views: [{ state: 'frozen' as const, xSplit: frozen.columns, ySplit: frozen.rows }] }),
    pageSetup: {
      paperSize: 9,
      orientation: contents.landscape === true ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(contents.printedTitleRows === undefined
        ? {}
        : { printTitlesRow: contents.printedTitleRows.replaceAll('$', '') }),
    },
  });
  sheet.columns = contents.columnWidths.map((width) => ({ width }));
  contents.rows.forEach(({ cells, height }, index) => {
    const row = sheet.getRow(index + 1);
    if (height !== undefined) row.height = height;
    cells.forEach((cell, column) => {
      if (cell === null) return;
      const written = row.getCell(column + 1);
      written.value = valueIn(cell);
      if (cell.style !== undefined) written.style = styleOf(cell.style, styles);
      if (cell.note !== undefined) written.note = cell.note;
    });
  });
  if (contents.autoFilter !== undefined) sheet.autoFilter = contents.autoFilter;
  for (const [index, highlight] of (contents.highlights ?? []).entries()) {
    sheet.addConditionalFormatting({ ref: highlight.range, rules: [ruleOf(highlight, index + 1)] });
  }
}

function valueIn(cell: SheetCell): ExcelJS.CellValue {
  switch (cell.kind) {
    case 'empty':
      return null;
    case 'text':
      return cell.text;
    case 'number':
      return Number(cell.text);
    case 'date':
      return serialOf(cell.date);
    case 'boolean':
      return cell.value;
  }
}

/** Each look is translated once, as somebody would who writes with exceljs. */
function styleOf(look: CellLook, styles: Styles): Partial<ExcelJS.Style> {
  const known = styles.get(look);
  if (known !== undefined) return known;
  const side = { style: 'thin' as const, color: { argb: `FF${look.border}` } };
  const style: Partial<ExcelJS.Style> = {
    font: {
      name: 'Calibri',
      size: look.size ?? 11,
      bold: look.bold === true,
      italic: look.italic === true,
      ...(look.colour === undefined ? {} : { color: { argb: `FF${look.colour}` } }),
    },
    alignment: {
      wrapText: look.wrap === true,
      ...(look.horizontal === undefined ? {} : { horizontal: look.horizontal }),
      ...(look.vertical === undefined
        ? {}
        : { vertical: look.vertical === 'center' ? 'middle' : look.vertical }),
    },
    ...(look.format === undefined ? {} : { numFmt: look.format }),
    ...(look.fill === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${look.fill}` } } }),
    ...(look.border === undefined ? {} : { border: { top: side, right: side, bottom: side, left: side } }),
  };
  styles.set(look, style);
  return style;
}

function ruleOf({ when, style }: Highlight, priority: number): ExcelJS.ConditionalFormattingRule {
  const base = {
    priority,
    style: {
      ...(style.bold === undefined && style.colour === undefined
        ? {}
        : {
            font: {
              bold: style.bold === true,
              ...(style.colour === undefined ? {} : { color: { argb: `FF${style.colour}` } }),
            },
          }),
      ...(style.fill === undefined
        ? {}
        : {
            fill: {
              type: 'pattern' as const,
              pattern: 'solid' as const,
              bgColor: { argb: `FF${style.fill}` },
            },
          }),
      ...(style.format === undefined ? {} : { numFmt: style.format }),
    },
  };
  return 'equals' in when
    ? {
        ...base,
        type: 'cellIs',
        operator: 'equal',
        formulae: [`"${when.equals.replaceAll('"', '""')}"`],
      }
    : { ...base, type: 'expression', formulae: [when.formula] };
}
