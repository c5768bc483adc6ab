import { columnLetters } from '../../../formats/xlsx/cell.ts';
import type { SheetContents } from '../../../formats/xlsx/workbook-contents.ts';
import type { Report } from '../../model/report.ts';
import { EMPTY, heading, text } from './cells.ts';
import { explanationColumns } from './explanation-columns.ts';
import { type MeasureColumn, measureColumns } from './measure-columns.ts';
import { withHeight } from './row-height.ts';
import { statusMarks, statusRules } from './status-rules.ts';

/** Title and authority stand above the headings, and print with them on every page. */
const HEADING_ROW = 3;

/** One row a measure: typed values, a filter over the headings, statuses that colour themselves. */
export const measuresSheet = (report: Report): SheetContents =>
  sheetOf('Measures', measureColumns(report), report);

/** The same rows with the reasons: of each status, of the direction of travel, of each missing figure. */
export const explanationsSheet = (report: Report): SheetContents =>
  sheetOf('Explanations', explanationColumns(report), report);

function sheetOf(name: string, columns: readonly MeasureColumn[], report: Report): SheetContents {
  const widths = columns.map(({ width }) => width);
  const last = HEADING_ROW + report.measures.length;
  const statusRanges = columns.flatMap(({ holdsStatus }, index) =>
    holdsStatus && report.measures.length > 0
      ? [`${columnLetters(index)}${HEADING_ROW + 1}:${columnLetters(index)}${last}`]
      : [],
  );
  return {
    name,
    columnWidths: widths,
    rows: [
      { cells: [text(report.title, { bold: true, size: 16 })], height: 24 },
      { cells: [text(headLine(report), {})], height: 18 },
      withHeight(
        columns.map((column) => heading(column.heading, alignment(column))),
        widths,
      ),
      ...report.measures.map((measure) =>
        withHeight(
          columns.map(({ cell }) => cell(measure) ?? EMPTY),
          widths,
        ),
      ),
    ],
    frozen: { rows: HEADING_ROW, columns: NAME_COLUMNS },
    autoFilter: `A${HEADING_ROW}:${columnLetters(columns.length - 1)}${last}`,
    highlights: statusRules(statusMarks(report), statusRanges),
    landscape: true,
    printedTitleRows: `$1:$${HEADING_ROW}`,
    ...onPaper(columns),
  };
}

/** Code and title stand on every page; a sheet that would be too small on one page goes over several. */
function onPaper(columns: readonly MeasureColumn[]): Pick<SheetContents, 'printedAcross'> {
  const pagesBegin = columns.flatMap(({ pageBegins }, index) => (pageBegins ? [index] : []));
  if (pagesBegin.length === 0) return {};
  const names = sum(columns.slice(0, NAME_COLUMNS));
  const pages = [0, ...pagesBegin].map(
    (from, index) => sum(columns.slice(from, pagesBegin[index])) + (from === 0 ? 0 : names),
  );
  const scale = Math.floor((100 * PAGE_WIDTH) / Math.max(...pages));
  return {
    printedAcross: {
      scale: Math.min(100, Math.max(40, scale)),
      titleColumns: `$A:$${columnLetters(NAME_COLUMNS - 1)}`,
      pagesBegin,
    },
  };
}

/** Code and title. */
const NAME_COLUMNS = 2;
/**
 * Characters between the margins of a landscape A4 page at full size, in the widest of the faces that stand in for
 * ours on other machines; a column takes a little more than its own.
 */
const PAGE_WIDTH = 118;
const EDGES = 0.8;

const sum = (columns: readonly MeasureColumn[]): number =>
  columns.reduce((all, { width }) => all + width + EDGES, 0);

export const headLine = ({ runningHead, period }: Report): string =>
  `${runningHead.authority}, ${period.label}, to ${runningHead.periodEnd}`;

const alignment = ({ numeric, holdsStatus }: MeasureColumn): 'left' | 'center' | 'right' => {
  if (holdsStatus) return 'center';
  return numeric ? 'right' : 'left';
};
