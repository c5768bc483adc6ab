import {
  AlignmentType,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  Table as WordTable,
} from 'docx';
import type { Column, Inline, Row, Table, TextTree } from '../../model/report.ts';
import { type CellContext, cellContent, statusWord } from './cells.ts';
import { columnWidths } from './column-widths.ts';
import { wordText } from './marks.ts';
import { TEXT_WIDTH } from './page-size.ts';
import { statusStyle } from './styles.ts';
import { CELL_SIDES, TABLE_STYLE } from './table-style.ts';

/** A table as Word knows it: its first row repeats on every page and its first column names the row. */
export function wordTable(table: Table, context: CellContext): WordTable {
  const total = tableWidth(table);
  const widths = columnWidths(table.columns, total);
  return new WordTable({
    style: TABLE_STYLE,
    layout: TableLayoutType.FIXED,
    width: { size: total, type: WidthType.DXA },
    columnWidths: widths,
    tableLook: {
      firstRow: true,
      lastRow: false,
      firstColumn: true,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: [
      headerRow(table.columns, widths),
      ...table.rows.map((row, index) =>
        // A small table is never parted from itself.
        bodyRow(row, table, widths, context, table.layout === 'plain' && index < table.rows.length - 1),
      ),
    ],
  });
}

/** Kept with the row below it, so that neither heading nor header row stands apart from the first measure. */
const headerRow = (columns: readonly Column[], widths: readonly number[]): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index]!, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.BOTTOM,
          children: [heading(column)],
        }),
    ),
  });

/** A column of counts is headed by its status: word, shape and colour. */
const heading = (column: Column): Paragraph =>
  column.status === undefined
    ? new Paragraph({
        style: 'TableHeading',
        ...aligned(column),
        children: [new TextRun(wordText(column.heading))],
      })
    : new Paragraph({
        style: statusStyle(column.status),
        keepNext: true,
        ...aligned(column),
        children: [new TextRun(statusWord(column.status))],
      });

/** Tables of counts need half a page; a number far from its directorate is hard to read. */
const tableWidth = ({ columns }: Table): number => {
  const counted = columns.filter(({ status }) => status !== undefined).length;
  return counted === 0 ? TEXT_WIDTH : Math.min(TEXT_WIDTH, 5000 + counted * 1100);
};

const bodyRow = (
  row: Row,
  { columns, layout }: Table,
  widths: readonly number[],
  context: CellContext,
  keepNext: boolean,
): TableRow =>
  new TableRow({
    keepNext,
    cantSplit: textLength(row) <= KEPT_WHOLE,
    children: row.cells.map(
      (cell, index) =>
        new TableCell({
          width: { size: widths[index]!, type: WidthType.DXA },
          ...(layout === 'plain' ? { verticalAlign: VerticalAlignTable.CENTER } : {}),
          ...(row.isTotal ? { borders: { top: TOTAL_LINE } } : {}),
          children: cellContent(
            cell,
            columns[index]?.align ?? 'start',
            { ...context, strong: row.isTotal === true },
            widths[index]! - CELL_SIDES,
          ),
        }),
    ),
  });

const TOTAL_LINE = { style: 'single', size: 8, color: '1B1F23' } as const;

/** Characters of the longest commentary: up to about half a page a row stays whole, a longer one may break. */
const KEPT_WHOLE = 700;
const CHARACTERS_OF_A_BREAK = 40;

const textLength = (row: Row): number =>
  Math.max(0, ...row.cells.map((cell) => (cell.type === 'commentary' ? treeLength(cell.tree) : 0)));

const treeLength = (tree: TextTree): number =>
  tree.reduce((sum, block) => {
    if (block.type !== 'p') return block.items.reduce((all, item) => all + treeLength(item), sum);
    return (
      sum + CHARACTERS_OF_A_BREAK + block.children.reduce((all, inline) => all + inlineLength(inline), 0)
    );
  }, 0);

const inlineLength = (inline: Inline): number =>
  inline.type === 'text'
    ? inline.text.length
    : inline.children.reduce((sum, child) => sum + inlineLength(child), 0);

/** Nothing for the usual side, so that the paragraph keeps to its style. */
const aligned = (column: Column): { alignment?: 'right' | 'center' } => {
  if (column.align === 'start') return {};
  return { alignment: column.align === 'end' ? AlignmentType.RIGHT : AlignmentType.CENTER };
};
