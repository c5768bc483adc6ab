import type { SheetContents } from '../../formats/xlsx/workbook-contents.ts';
import { writeXlsx } from '../../formats/xlsx/xlsx-writer.ts';
import type { Column } from '../table/column.ts';
import { notesSheet } from './notes-sheet.ts';
import { type ColumnPlan, type TemplateCell, templateSheets } from './sheet-plan.ts';

/** Whose template it is and when it was made; the clock is an argument, so that the same template has the same bytes. */
export interface TemplateFor {
  readonly authorityName: string;
  /** ISO instant. */
  readonly madeAt: string;
}

interface TemplateContents {
  /** Also the name of the sheet that the importer reads. */
  readonly sheet: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly columns: readonly Column[];
  readonly plans: Readonly<Record<string, ColumnPlan>>;
  readonly rows: readonly Readonly<Record<string, TemplateCell>>[];
  /** Empty rows below that people may fill in. */
  readonly blankRows: number;
}

const HOW_TO = [
  'Fill in the white cells. The grey cells are given, and locked so that they are not changed by mistake; there is no password.',
  'Type figures as numbers, not formulas: formulas are not evaluated on import. If you calculate elsewhere, paste the values.',
  'A blank cell means that nothing is said. It is never read as zero.',
];

export function writeTemplate(contents: TemplateContents, who: TemplateFor): Promise<Uint8Array> {
  const { columns, plans } = contents;
  const [filled, lists] = templateSheets(contents.sheet, columns, plans, contents.rows, contents.blankRows);
  const notes = notesSheet(contents.title, [...contents.paragraphs, ...HOW_TO], columns, plans);
  return writeXlsx({
    title: contents.title,
    author: who.authorityName,
    madeAt: who.madeAt,
    sheets: [filled, notes, lists].filter((sheet): sheet is SheetContents => sheet !== undefined),
  });
}
