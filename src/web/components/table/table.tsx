import { type Content, classes as join } from '../content.ts';

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
  columns: readonly TableColumn[];
  /** The first cell of a row names it. */
  rows: readonly { key: string; cells: readonly Content[] }[];
  empty: string;
}

/** One markup: a table on a wide screen, stacked entries on a narrow one. */
export function Table({ caption, captionHidden = false, columns, rows, empty }: TableProps) {
  if (rows.length === 0) return <p class="govuk-body">{empty}</p>;
  return (
    <table class="govuk-table ot-stack-table">
      <caption
        class={join('govuk-table__caption govuk-table__caption--m', captionHidden && 'govuk-visually-hidden')}
      >
        {caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {columns.map(({ heading, label, numeric }) => (
            <th
              scope="col"
              key={label}
              class={join('govuk-table__header', numeric && 'govuk-table__header--numeric')}
            >
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map(({ key, cells }) => (
          <tr class="govuk-table__row" key={key}>
            {cells.map((cell, index) => {
              const column = columns[index];
              const numeric = column?.numeric;
              if (index === 0) {
                return (
                  <th scope="row" class="govuk-table__header" key="row">
                    {cell}
                  </th>
                );
              }
              return (
                <td
                  key={column?.label}
                  class={join('govuk-table__cell', numeric && 'govuk-table__cell--numeric')}
                >
                  {column?.label ? (
                    <span class="ot-stack-label" aria-hidden="true">
                      {column.label}
                    </span>
                  ) : null}
                  <span>{cell}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
