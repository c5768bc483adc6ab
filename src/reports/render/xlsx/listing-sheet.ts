import type { SheetContents } from '../../../formats/xlsx/workbook-contents.ts';
import type { Report, Table } from '../../model/report.ts';
import { figure, heading, text } from './cells.ts';
import { withHeight } from './row-height.ts';

const CHARACTERS_ACROSS = 150;

/** Rows that are no measures, as a sheet of their own under the report's title and sentence. */
export function listingSheet({ title, authority, summary, period }: Report, listing: Table): SheetContents {
  const widths = listing.columns.map(({ width }) =>
    Math.max(10, Math.ceil((width * CHARACTERS_ACROSS) / 100)),
  );
  return {
    name: listing.caption.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
    columnWidths: widths,
    rows: [
      { cells: [text(title, { bold: true, size: 16 })], height: 24 },
      { cells: [text(`${authority.name}, ${period.label}`, {})] },
      { cells: [text(summary.sentence, {})] },
      { cells: [] },
      { cells: listing.columns.map((column) => heading(column.heading)) },
      ...listing.rows.map(({ cells }) =>
        withHeight(
          cells.map((cell) =>
            cell.type === 'figure' ? figure(cell.figure) : text(cell.type === 'text' ? cell.text : ''),
          ),
          widths,
        ),
      ),
    ],
    landscape: true,
  };
}
