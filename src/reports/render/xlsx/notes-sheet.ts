import type { SheetContents, SheetRow } from '../../../formats/xlsx/workbook-contents.ts';
import type { Report } from '../../model/report.ts';
import { heading, text } from './cells.ts';
import { withHeight } from './row-height.ts';
import { status, statusMarks, statusRules } from './status-rules.ts';

const WIDTHS = [30, 100];

/** What a reader needs to judge the figures: period, scheme and key, basis of the direction of travel, conventions. */
export function notesSheet(report: Report): SheetContents {
  const facts = factRows(report);
  const before = facts.length + 3;
  const key = report.scheme.key.map(
    (line): SheetRow => withHeight([status(line.status), text(line.sentence)], WIDTHS),
  );
  const range = `A${before + 1}:A${before + Math.max(1, key.length)}`;
  return {
    name: 'Notes',
    columnWidths: WIDTHS,
    rows: [
      { cells: [heading('About this report'), heading('')] },
      ...facts,
      { cells: [] },
      { cells: [heading('Status'), heading('What earns it')] },
      ...key,
      { cells: [] },
      { cells: [heading('Notes and sources'), heading('')] },
      ...noteRows(report),
      ...sourceRows(report),
    ],
    highlights: key.length > 0 ? statusRules(statusMarks(report), [range]) : [],
  };
}

const row = (name: string, value: string): SheetRow =>
  withHeight([text(name, { bold: true, vertical: 'top' }), text(value)], WIDTHS);

const factRows = ({ title, authority, period, asAt, summary, scheme, direction }: Report): SheetRow[] => [
  row('Report', title),
  row('Authority', `${authority.name} (${authority.code})`),
  row('Reporting period', `${period.label} (${period.code}), to ${period.endLabel}`),
  row('Figures as known at', asAt ?? 'the time the report was made'),
  ...(summary.shows === undefined ? [] : [row('Measures', summary.shows)]),
  row('Counts', summary.denominators.join(' ')),
  row('Status scheme', `${scheme.name}, version ${scheme.version} (${scheme.id})`),
  row('Direction of travel', direction.basisInWords),
  row('Variance', 'Actual against target, as a percentage of the target. Above zero is better than target.'),
  row('Figures', 'Excel keeps 15 digits of a number. The CSV and JSON files have every digit.'),
  row(
    'Missing figures',
    'A word stands where there is no figure; the sheet Explanations has the code of the reason. Blank is never zero.',
  ),
  row('Statuses', 'The colour follows the word: change the word and the colour changes.'),
];

/** Where the figures came from, and where the status rule was published. */
function sourceRows({ sources }: Report): SheetRow[] {
  return sources.map((source, index) => row(index === 0 ? 'Sources' : '', source));
}

/** What the report prints in notes and lists. */
function noteRows({ blocks }: Report): SheetRow[] {
  const notes = blocks.flatMap((block): readonly string[] => {
    if (block.type === 'list') return block.items;
    return block.type === 'paragraph' && block.role === 'note' ? [block.text] : [];
  });
  return notes.map((note, index) => row(index === 0 ? 'Notes of the report' : '', note));
}
