import type { Turn } from '../../../workflow/remembered/turns.ts';
import { type Content, classes as join } from '../content.ts';
import { type Around, Rendered } from '../rendered.tsx';

export interface TableColumn {
  heading: Content;
  /** Said before the value where a narrow screen stacks the cells; '' where the value says it itself. */
  label: string;
  numeric?: boolean;
}

export interface TableProps {
  /** Every table has one: what a screen reader lists. */
  caption: string;
  captionHidden?: boolean;
  /** A size smaller, where it stands under a heading of the usual size. */
  captionSmall?: boolean;
  columns: readonly TableColumn[];
  /** The first cell of a row names it. */
  rows: readonly { key: string; cells: readonly Content[] }[];
  empty: string;
}

/** Said although the elements say it: `display: block`, which stacks the cells, takes the meaning of a table away. */
const as = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

interface Row {
  key: string;
  cells: readonly (Content | Rendered)[];
}

type RenderedTable = Omit<TableProps, 'rows'> & { rows: RenderedRows };

/** Makes the rows of a long table, out of cells that may have been made before. */
export const rowsWith = (columns: readonly TableColumn[]): Around =>
  Rendered.around(columns.length, (cells) => <Rows columns={columns} rows={[{ key: '', cells }]} />);

/** Rows of a long table: made a few at a time, so that nobody else's page waits for all of them. */
export class RenderedRows {
  readonly rows: Rendered;
  readonly count: number;
  private constructor(rows: readonly Rendered[]) {
    this.rows = Rendered.joined(rows);
    this.count = rows.length;
  }

  static async of<T>(items: readonly T[], turn: Turn, rowOf: (item: T) => Rendered): Promise<RenderedRows> {
    const rows: Rendered[] = [];
    for (const [index, item] of items.entries()) {
      if (index > 0 && index % AT_ONCE === 0) await turn();
      rows.push(rowOf(item));
    }
    return new RenderedRows(rows);
  }
}

/** A millisecond or two of work: see how a scorecard is judged. */
const AT_ONCE = 3;

/** One markup: a table on a wide screen, stacked entries on a narrow one. */
export function Table({
  caption,
  captionHidden = false,
  captionSmall = false,
  columns,
  rows,
  empty,
}: TableProps | RenderedTable) {
  if ((rows instanceof RenderedRows ? rows.count : rows.length) === 0)
    return <p class="govuk-body">{empty}</p>;
  return (
    <table class="govuk-table ot-stack-table" {...as.table}>
      <caption
        class={join(
          'govuk-table__caption',
          captionSmall ? 'govuk-table__caption--s' : 'govuk-table__caption--m',
          captionHidden && 'govuk-visually-hidden',
        )}
      >
        {caption}
      </caption>
      <thead class="govuk-table__head" {...as.rowgroup}>
        <tr class="govuk-table__row" {...as.row}>
          {columns.map(({ heading, label, numeric }) => (
            <th
              scope="col"
              key={label}
              {...as.columnheader}
              class={join('govuk-table__header', numeric && 'govuk-table__header--numeric')}
            >
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <Body columns={columns} rows={rows} />
    </table>
  );
}

function Body({ columns, rows }: { columns: readonly TableColumn[]; rows: readonly Row[] | RenderedRows }) {
  const shared = { class: 'govuk-table__body', ...as.rowgroup };
  if (rows instanceof RenderedRows) {
    return <tbody {...shared} dangerouslySetInnerHTML={rows.rows.within} />;
  }
  return (
    <tbody {...shared}>
      <Rows columns={columns} rows={rows} />
    </tbody>
  );
}

function Rows({ columns, rows }: { columns: readonly TableColumn[]; rows: readonly Row[] }) {
  return (
    <>
      {rows.map(({ key, cells }) => (
        <tr class="govuk-table__row" key={key} {...as.row}>
          {cells.map((cell, index) => {
            const column = columns[index];
            const numeric = column?.numeric;
            if (index === 0) {
              return (
                <th
                  scope="row"
                  class="govuk-table__header"
                  key="row"
                  {...as.rowheader}
                  {...contentOf(cell)}
                />
              );
            }
            return (
              <td
                key={column?.label}
                {...as.cell}
                class={join('govuk-table__cell', numeric && 'govuk-table__cell--numeric')}
              >
                {column?.label ? (
                  <span class="ot-stack-label" aria-hidden="true">
                    {column.label}
                  </span>
                ) : null}
                <span {...contentOf(cell)} />
              </td>
            );
          })}
        </tr>
      ))}
    </>
  );
}

const contentOf = (cell: Content | Rendered) =>
  cell instanceof Rendered ? { dangerouslySetInnerHTML: cell.within } : { children: cell };
