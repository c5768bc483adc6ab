import type { ComponentChild } from 'preact';
import type { Cell, Column, Row, Table } from '../../model/report.ts';
import { CellContent } from './cell.tsx';
import type { Appearance } from './report-style.ts';
import { StatusChip } from './status.tsx';
import { crowdOf } from './style-sheet.ts';

interface TableProps {
  table: Table;
  appearance: Appearance;
}

/** Written out because `display: block` takes the meaning of table elements away in some browsers. */
const as = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/** A real table on a wide screen and on paper, stacked articles on a narrow screen, from one markup. */
export function TableView({ table, appearance }: TableProps) {
  const { id, caption, layout, columns, rows, empty } = table;
  if (rows.length === 0) return <p class="empty">{empty}</p>;
  return (
    <table id={id} class={layout === 'plain' ? `plain ${crowdOf(columns.length)}` : layout} {...as.table}>
      <caption>{caption}</caption>
      <colgroup>
        {columns.map((column) => (
          <col key={column.key} class={appearance.widthClass(column.width)} />
        ))}
      </colgroup>
      <thead {...as.rowgroup}>
        <tr {...as.row}>
          {columns.map((column) => (
            <th key={column.key} scope="col" {...as.columnheader} class={column.align}>
              <ColumnHeading column={column} appearance={appearance} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as.rowgroup}>
        {rows.map((row) => (
          <RowView key={row.id} row={row} columns={columns} appearance={appearance} />
        ))}
      </tbody>
    </table>
  );
}

interface HeadingProps {
  column: Column;
  appearance: Appearance;
}

/** A column of counts is headed by its status: word, shape and colour. */
function ColumnHeading({ column: { heading, status }, appearance }: HeadingProps): ComponentChild {
  return status === undefined ? heading : <StatusChip status={status} appearance={appearance} />;
}

interface RowProps {
  row: Row;
  columns: readonly Column[];
  appearance: Appearance;
}

function RowView({ row: { id, cells, isTotal }, columns, appearance }: RowProps) {
  const name = nameOf(cells[0]);
  return (
    <tr id={id} {...as.row} class={isTotal ? 'total' : undefined}>
      {cells.map((cell, index) => {
        const column = columns[index];
        const className = `${cell.type} ${column?.align ?? 'start'}`;
        if (index === 0) {
          return (
            <th key={index} scope="row" {...as.rowheader} class={className}>
              <CellContent cell={cell} about={name} appearance={appearance} />
            </th>
          );
        }
        return (
          <td key={index} {...as.cell} class={className}>
            {column === undefined ? null : (
              // Screen readers are told the column by its header; this is for the eye, where there are no columns.
              <span class="label" aria-hidden="true">
                <ColumnHeading column={column} appearance={appearance} />
              </span>
            )}
            <CellContent cell={cell} about={`${name}, ${column?.heading ?? ''}`} appearance={appearance} />
          </td>
        );
      })}
    </tr>
  );
}

/** What a row is called where a control needs a name of its own. */
function nameOf(cell: Cell | undefined): string {
  if (cell?.type === 'measure') return cell.code;
  return cell?.type === 'text' ? cell.text : '';
}
