import type { SheetContents } from '../../formats/xlsx/workbook-contents.ts';
import type { Column } from '../table/column.ts';
import type { ColumnPlan } from './sheet-plan.ts';

/** The sheet that explains a template: what it is for, how to fill it in, and each column in a sentence. */
export function notesSheet(
  title: string,
  paragraphs: readonly string[],
  columns: readonly Column[],
  plans: Readonly<Record<string, ColumnPlan>>,
): SheetContents {
  const line = (text: string) => ({
    cells: [{ kind: 'text' as const, text, style: { wrap: true, vertical: 'top' as const } }],
  });
  return {
    name: 'Notes',
    columnWidths: [28, 90],
    protected: true,
    printedTitleRows: '$1:$1',
    rows: [
      { cells: [{ kind: 'text', text: title, style: { bold: true, size: 14 } }] },
      ...paragraphs.map((text) => ({ cells: [null, ...line(text).cells] })),
      {
        cells: ['Column', 'What to put there'].map((text) => ({
          kind: 'text' as const,
          text,
          style: { bold: true },
        })),
      },
      ...columns.map((column) => ({
        cells: [
          ...line(`${column.heading}${column.required === true ? ' (needed)' : ''}`).cells,
          ...line(meaningOf(column, plans)).cells,
        ],
      })),
    ],
  };
}

function meaningOf(column: Column, plans: Readonly<Record<string, ColumnPlan>>): string {
  const help = plans[column.key]?.help;
  if (help !== undefined) return help;
  return column.shownOnly === true ? 'For your information; it is not imported.' : 'Optional.';
}
