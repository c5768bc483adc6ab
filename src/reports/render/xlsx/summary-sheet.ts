import type { SheetCell, SheetContents, SheetRow } from '../../../formats/xlsx/workbook-contents.ts';
import type { Report, StatusMark } from '../../model/report.ts';
import { count, heading, text } from './cells.ts';
import { headLine } from './measures-sheet.ts';
import { statusFormat, statusLook } from './status-rules.ts';

/** The sentence that a reader must know, and how many measures have which status, by directorate. */
export function summarySheet(report: Report): SheetContents {
  const { sentence, shows, denominators, counts } = report.summary;
  const shown = outcomesShown(report);
  const directorates = [...new Set(counts.map(({ directorate }) => directorate))].sort(
    (left, right) => Number(left === null) - Number(right === null),
  );
  return {
    name: 'Summary',
    columnWidths: [38, 20, ...shown.map(({ label }) => Math.max(12, Math.min(24, label.length + 3))), 10],
    rows: [
      { cells: [text(report.title, { bold: true, size: 16 })], height: 24 },
      { cells: [text(headLine(report), {})] },
      { cells: [] },
      // A sentence a row, so that none runs off the page.
      ...sentence.split(/(?<=\.) (?=[A-Z0-9])/).map((each) => ({ cells: [text(each, { bold: true })] })),
      ...(shows === undefined ? [] : [{ cells: [text(shows, {})] }]),
      ...denominators.map((each) => ({ cells: [text(each, {})] })),
      { cells: [] },
      {
        cells: [
          heading('Directorate'),
          heading('When'),
          ...shown.map(outcomeHeading),
          heading('All', 'right'),
        ],
      },
      ...directorates.flatMap((directorate) => countRows(report, directorate, shown)),
    ],
    landscape: true,
  };
}

interface Shown {
  outcome: string;
  label: string;
  status: StatusMark | null;
}

/** Every status of the scheme, and what else occurs. */
function outcomesShown({ scheme, summary }: Report): Shown[] {
  const occurs = (outcome: string) =>
    summary.counts.some((line) => line.outcome === outcome && line.now + line.forecast > 0);
  const key = scheme.key
    .map(({ status }) => ({ outcome: status.outcome, label: status.label, status }))
    .filter(({ status, outcome }) => status.isStatus || occurs(outcome));
  const others = summary.counts
    .filter(({ outcome }) => occurs(outcome) && !key.some((each) => each.outcome === outcome))
    .map(({ outcome, label }) => [outcome, { outcome, label, status: null }] as const);
  return [...key, ...new Map(others).values()];
}

const outcomeHeading = ({ label, status }: Shown): SheetCell =>
  status === null
    ? heading(label, 'right')
    : {
        kind: 'text',
        text: label,
        style: {
          ...statusLook(status),
          format: statusFormat(status),
          border: '8A949B',
          horizontal: 'right',
          vertical: 'bottom',
          wrap: true,
        },
      };

function countRows({ summary }: Report, directorate: string | null, shown: readonly Shown[]): SheetRow[] {
  const look = directorate === null ? { bold: true, border: BORDER } : { border: BORDER };
  return (['now', 'forecast'] as const).map((when) => {
    const counts = shown.map(
      ({ outcome }) =>
        summary.counts.find((each) => each.directorate === directorate && each.outcome === outcome)?.[when] ??
        0,
    );
    return {
      cells: [
        text(directorate ?? 'All directorates', look),
        text(when === 'now' ? 'Now' : 'Year-end forecast', look),
        ...[...counts, counts.reduce((sum, each) => sum + each, 0)].map((each) => count(each, look)),
      ],
    };
  });
}

const BORDER = 'D5DADD';
