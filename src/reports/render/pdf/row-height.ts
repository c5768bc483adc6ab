import type { Cell, Column, TextTree } from '../../model/report.ts';

/** Points between the margins of a landscape A4 page, and lost at the sides of a cell. */
const pageWidth = 768;
const cellSides = 8.5;

/** Averages of the text face at the table's size and at the size of notes, in points, on English text. */
const normal = { character: 3.95, line: 10.6 };
const small = { character: 3.6, line: 9.4 };
const gap = 3;

/** About a third of a page: the most that may stay white at its foot. */
const tallestRow = 175;
/** Of the first row of a section, whose heading goes over the page with it. */
const tallestFirstRow = 110;
/** Safely under a page: what is taller could be cut off if it were kept in one piece. */
const tallestCell = 280;

/**
 * Whether a row is short enough to be kept on one page. Longer ones may run over: kept whole they would
 * leave pages half empty. An estimate is enough, and laying every row out twice would double the time.
 */
export function fitsWhole(cells: readonly Cell[], columns: readonly Column[], isFirst: boolean): boolean {
  const tallest = isFirst ? tallestFirstRow : tallestRow;
  return cells.every((cell, index) => cellHeight(cell, widthOf(columns, index)) <= tallest);
}

/** Whether a cell of a long row stays in one piece, so that the row starts only where this much fits. */
export function staysWhole(cell: Cell, columns: readonly Column[], index: number): boolean {
  return cell.type !== 'commentary' && cellHeight(cell, widthOf(columns, index)) <= tallestCell;
}

function widthOf(columns: readonly Column[], index: number): number {
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  return Math.max(10, (pageWidth * (columns[index]?.width ?? 0)) / shares - cellSides);
}

function cellHeight(cell: Cell, width: number): number {
  switch (cell.type) {
    case 'count':
      return normal.line;
    case 'chart':
      return 50;
    case 'text':
      return textHeight(cell.text.length, width);
    case 'measure':
      return (
        textHeight([cell.code, ...cell.aliases, cell.title].join('    ').length, width) +
        notesHeight(cell.notes, width)
      );
    case 'status':
      return (
        22 +
        notesHeight(
          [cell.detail === 'brief' ? cell.status.brief : cell.status.explanation, cell.status.original ?? ''],
          width,
        )
      );
    case 'direction':
      return (
        normal.line +
        notesHeight(
          cell.detail === 'brief'
            ? [cell.direction.brief, cell.direction.signal ?? '']
            : [cell.direction.basis, cell.direction.explanation, cell.direction.signal ?? ''],
          width,
        )
      );
    case 'figure':
      return textHeight(cell.figure.display.length, width) + notesHeight(cell.figure.notes, width);
    case 'performance':
      return cell.groups
        .flatMap(({ entries }) => entries.map(({ figure }) => figure))
        .reduce(
          (sum, figure) =>
            sum + textHeight(figure.display.length, width - 32) + notesHeight(figure.notes, width - 32),
          cell.groups.length * 16 + cellHeight({ ...cell, type: 'direction' }, width),
        );
    case 'commentary':
      return treeHeight(cell.tree, width);
  }
}

function treeHeight(tree: TextTree, width: number): number {
  return tree.reduce((height, block) => {
    if (block.type === 'p') return height + textHeight(textLength(block.children), width) + gap;
    return block.items.reduce((sum, item) => sum + treeHeight(item, Math.max(10, width - 10)), height);
  }, 0);
}

function textHeight(characters: number, width: number, face = normal): number {
  return Math.max(1, Math.ceil((characters * face.character) / Math.max(10, width))) * face.line;
}

function notesHeight(notes: readonly string[], width: number): number {
  return notes.reduce((sum, note) => sum + textHeight(note.length, width, small) + gap, 0);
}

type Inline = Extract<TextTree[number], { type: 'p' }>['children'][number];

function textLength(nodes: readonly Inline[]): number {
  return nodes.reduce(
    (sum, node) => sum + (node.type === 'text' ? node.text.length : textLength(node.children)),
    0,
  );
}
