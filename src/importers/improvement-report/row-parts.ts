import { type Decoder, oneLine } from './cell-text.ts';
import type { Columns } from './headings.ts';
import { LEGACY_COLUMNS, type LegacyColumn } from './legacy-report.ts';

/**
 * What a line of the table is to the row before it: the `start` of another row, its texts going on `below` in
 * their own columns, or `any`: as its number of cells says.
 */
export type RowPart = 'start' | 'below' | 'any';

const LONGEST_STATUS = 200;
const LONGEST_DETAILS = 1_000;
const FIGURES = /actual|outturn|result|target|^\s*n\/a\s*$/i;
const CONTINUED = /\s*\(?\s*\b(?:continued|cont(?:'d|’d|d)?\.?)\s*\)?$/i;

/** @param details the first cell of the row before, where one is open */
export function partOfRow(
  cells: readonly string[],
  columns: Columns,
  details: string | null,
  isStatus: (text: string) => boolean,
  decode: Decoder,
): RowPart {
  if (cells.length <= LEGACY_COLUMNS.indexOf('performance')) return 'any';
  const cell = (column: LegacyColumn): string => {
    const at = columns.order.indexOf(column);
    return cells[at < 0 ? LEGACY_COLUMNS.indexOf(column) : at] ?? '';
  };
  const isBlank = (column: LegacyColumn) => cell(column).trim() === '';
  const statuses = [cell('status'), cell('forecastStatus')];
  const noFigures = isBlank('status') && isBlank('forecastStatus') && isBlank('performance');
  if (cells.length === LEGACY_COLUMNS.length && noFigures && details !== null) {
    if (isBlank('details')) return 'below';
    if (details.length > LONGEST_DETAILS || cell('details').length > LONGEST_DETAILS) return 'any';
    const [before, now] = [details, cell('details')].map((text) =>
      oneLine(text).replace(CONTINUED, '').toLowerCase(),
    );
    if (before === now) return 'below';
  }
  const filled = statuses.some((status) => status.trim() !== '');
  const areStatuses = statuses.every((status) => status.length < LONGEST_STATUS && isStatus(decode(status)));
  // "N/A" may stand in the texts too, so the figures must be there as well.
  const hasFigures = FIGURES.test(cell('performance').slice(0, LONGEST_STATUS));
  return filled && areStatuses && hasFigures ? 'start' : 'any';
}
