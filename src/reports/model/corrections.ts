import { formatDate } from '../../domain/number/date.ts';
import type { Correction, Corrections } from '../../domain/restatement/corrections.ts';
import { blocksBeforeMeasures } from './before-measures.ts';
import type { Column, Report, ReportBlock, Row } from './report.ts';
import { counted } from './sentence.ts';

// For renderers, which may not reach into the domain.
export type { Corrections } from '../../domain/restatement/corrections.ts';

/**
 * A table, or one sentence that nothing stands otherwise.
 */
function correctionsBlocks(corrections: Corrections): ReportBlock[] {
  const { edition, items } = corrections;
  const published = `${edition.name.toLowerCase()} of ${edition.title}, ${edition.periodLabel}`;
  if (items.length === 0) {
    const text = `No figure in ${published} has been corrected since it was published.`;
    return [{ type: 'paragraph', role: 'note', text }];
  }
  return [
    { type: 'heading', level: 2, text: 'Corrections to published figures', id: 'published-corrections' },
    {
      type: 'table',
      table: {
        id: 'table-published-corrections',
        caption: `Corrections to published figures: ${counted(items.length, 'figure')}`,
        layout: 'plain',
        isWide: true,
        columns,
        rows: items.map(rowOf),
        empty: 'No corrections.',
      },
    },
    {
      type: 'paragraph',
      role: 'plain',
      text: `These figures were published in ${published}, and stand otherwise now. What was published stays as it was.`,
    },
  ];
}

const columns: Column[] = [
  { key: 'measure', heading: 'Measure', width: 24, align: 'start' },
  { key: 'figure', heading: 'Figure', width: 15, align: 'start' },
  { key: 'was', heading: 'Was', width: 11, align: 'end' },
  { key: 'is', heading: 'Is', width: 11, align: 'end' },
  { key: 'status', heading: 'Status', width: 13, align: 'start' },
  { key: 'why', heading: 'Why', width: 26, align: 'start' },
];

function rowOf(correction: Correction, index: number): Row {
  const { measure, title, periodLabel, was, is } = correction;
  const text = (value: string) => ({ type: 'text', text: value }) as const;
  return {
    id: `published-correction-${index + 1}`,
    cells: [
      text(`${measure}, ${title}`),
      text(`${figureName(correction)}, ${periodLabel}`),
      text(was),
      text(isInWords(correction, is)),
      text(statusInWords(correction)),
      text(whyInWords(correction)),
    ],
  };
}

const figureName = ({ figure }: Correction): string => (figure === 'actual' ? 'Actual' : 'Year-end forecast');

const isInWords = ({ change }: Correction, is: string): string =>
  change === 'final' ? `${is}, now final` : change === 'provisional' ? `${is}, now provisional` : is;

const statusInWords = ({ statusWas, statusIs }: Correction): string =>
  statusWas === statusIs ? `Stays ${statusIs}` : `${statusWas} becomes ${statusIs}`;

/** What was said, by which post and when; that nothing was said is said too. */
function whyInWords({ why, by, on, change }: Correction): string {
  const words = why ?? (change === 'received' ? 'Came in later' : 'No reason was recorded');
  const recorded = [by, on === null ? null : formatDate(on)].filter((part) => part !== null).join(', ');
  return recorded === '' ? words : `${words.replace(/\.$/, '')}. ${recorded}`;
}

/**
 * The report with what was published and stands otherwise now: before its measures, or in a report without a table of
 * them after the changes of targets and definitions; and for data formats as records.
 */
export const withCorrections = (report: Report, corrections: Corrections | null): Report =>
  corrections === null
    ? report
    : blocksBeforeMeasures({ ...report, corrections }, correctionsBlocks(corrections));
