import type { Afterwards } from '../../domain/commitment/afterwards.ts';
import { formatDate, formatLongDate } from '../../domain/number/date.ts';
import type { Authority } from '../../domain/organisation/organisation.ts';
import { periodLabel } from '../../domain/period/label.ts';
import { keyOf } from '../../domain/status/key.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { slug } from './ids.ts';
import { directionMark, outcomeMark } from './marks.ts';
import { measureRecord } from './measure-record.ts';
import { withoutStatuses } from './no-statuses.ts';
import { predecessorBlocks } from './predecessor-records.ts';
import type { MeasureRecord, Report, ReportBlock, Table } from './report.ts';
import { counted } from './sentence.ts';
import { afterwardsBlocks } from './surgery-afterwards.ts';
import { commentaryRows, type SurgeryPoint, seriesTable } from './surgery-series.ts';

/** A commitment as the pack prints it. It names posts, never people. */
export interface SurgeryCommitment {
  what: string;
  due: string;
  ownerPost: string | null;
  forumName: string | null;
  /** `Overdue`, `Open`, `Done`, `Dropped` */
  standing: string;
  /** What came of it, why it was dropped, or how it goes; '' where nothing was said. */
  said: string;
}

/** One measure of the pack. */
export interface SurgeryMeasure {
  /** Oldest first; the last is where it stands now. */
  points: readonly [SurgeryPoint, ...SurgeryPoint[]];
  scheme: StatusScheme;
  commitments: readonly SurgeryCommitment[];
  /** Of each commitment that is done: where performance stood then and has stood since. */
  done: readonly { what: string; doneOn: string; afterwards: Afterwards<SurgeryPoint> }[];
}

const questions = [
  'What are the causes, and which of them are in our hands?',
  'What has been tried, and what came of it?',
  'Where does it go better, here or elsewhere, and why?',
  'What will be done now, by whom and by when?',
  'How and when shall we see that it works?',
] as const;

/**
 * The pack of a performance surgery: for each measure its series, statuses, what the service said, what was promised,
 * whether performance turned afterwards, and the questions that the surgery is to answer.
 */
export function surgeryPack(
  authority: Authority,
  measures: readonly SurgeryMeasure[],
  today: string,
): Report {
  const title = 'Performance surgery';
  const records = measures.map(({ points }) =>
    measureRecord({ measure: lastOf(points).measure, because: 'chosen for the performance surgery' }),
  );
  const latest = measures
    .map(({ points }) => lastOf(points).period)
    .sort((a, b) => (a.end < b.end ? 1 : -1))[0];
  const sentence = sentenceOf(records, measures, today);
  const [first] = records;
  const { scheme, direction, ...base } = withoutStatuses(authority, title, {
    code: latest?.code ?? '',
    label: latest === undefined ? formatLongDate(today) : periodLabel(latest),
    end: latest?.end ?? today,
  });
  const rule = measures[0]?.scheme;
  return {
    kind: 'performance-surgery',
    fileStem: `${authority.code}-performance-surgery-${records.length === 1 ? slug(first?.code ?? '') : `${records.length}-measures`}-${today}`,
    title,
    ...base,
    scheme:
      rule === undefined
        ? scheme
        : {
            id: rule.id,
            name: rule.name,
            version: rule.version,
            key: keyOf(rule, []).map(({ outcome, sentence: meaning }) => ({
              status: outcomeMark(outcome),
              sentence: meaning,
            })),
          },
    direction: first === undefined ? direction : { scheme: '', basisInWords: first.direction.basis },
    blocks: [
      { type: 'paragraph', role: 'lead', text: sentence },
      ...measures.flatMap((measure, index) => measureBlocks(measure, records[index] as MeasureRecord)),
    ],
    measures: records.map((record, index) => withPromises(record, measures[index]?.commitments ?? [])),
    summary: { sentence, denominators: [], counts: [] },
    listing: listingOf(records, measures),
  };
}

/** Two years of quarters: as many as stand on one page beside the chart. */
const PERIODS_SHOWN = 8;

const lastOf = (points: SurgeryMeasure['points']): SurgeryPoint => points.at(-1) ?? points[0];

function sentenceOf(
  records: readonly MeasureRecord[],
  measures: readonly SurgeryMeasure[],
  today: string,
): string {
  const promised = measures.flatMap(({ commitments }) => commitments);
  const late = promised.filter(({ standing }) => standing === 'Overdue').length;
  const what = records.length === 1 ? records[0]?.title : counted(records.length, 'measure');
  const held =
    promised.length === 0
      ? 'Nothing has been promised so far.'
      : `${counted(promised.length, 'commitment')} so far, ${late === 0 ? 'none' : late} overdue.`;
  const stands = records.length === 1 ? 'as it stands' : 'as they stand';
  return `${what}, ${stands} on ${formatLongDate(today)}. ${held}`;
}

/** The same in the data formats, where there is one record a measure. */
const withPromises = (record: MeasureRecord, commitments: readonly SurgeryCommitment[]): MeasureRecord => ({
  ...record,
  notes: [
    ...record.notes,
    ...commitments.map(({ what, due, standing }) => `${standing}: ${what} (due ${formatDate(due)})`),
  ],
});

function measureBlocks(measure: SurgeryMeasure, record: MeasureRecord): ReportBlock[] {
  const { points, commitments, done } = measure;
  const id = slug(record.code);
  const { period, measure: now } = lastOf(points);
  const direction = directionMark(now.direction);
  return [
    { type: 'heading', level: 2, text: `${record.code} ${record.title}`, id: `measure-${id}` },
    {
      type: 'paragraph',
      role: 'plain',
      text: `${periodLabel(period)}: ${record.actual.display} against ${record.target.display}, ${record.status.label}. ${record.status.explanation} Year-end forecast ${record.forecast.display} against ${record.forecastTarget.display}, ${record.forecastStatus.label}. Direction of travel: ${direction.label} (${lowerFirst(direction.basis)}).`,
    },
    record.chart === null
      ? { type: 'chart', chart: record.recent }
      : {
          type: 'charts',
          size: 'full',
          charts: [{ id: `chart-${id}`, code: record.code, chart: record.chart }],
        },
    { type: 'table', table: seriesTable(points.slice(-PERIODS_SHOWN), id) },
    ...predecessorBlocks(record, { level: 3, id: `before-${id}` }),
    { type: 'heading', level: 3, text: 'What the service said', id: `said-${id}` },
    {
      type: 'table',
      table: {
        id: `said-table-${id}`,
        caption: 'Commentary, the latest period first',
        layout: 'plain',
        isWide: true,
        columns: [
          { key: 'about', heading: 'Period and part', width: 25, align: 'start' },
          { key: 'text', heading: 'Text', width: 75, align: 'start' },
        ],
        rows: commentaryRows(points, id),
        empty: 'Nothing was written.',
      },
    },
    { type: 'heading', level: 3, text: 'What was promised', id: `promised-${id}` },
    { type: 'table', table: promisedTable(commitments, id) },
    ...afterwardsBlocks(done, id),
    { type: 'heading', level: 3, text: 'For the surgery to answer', id: `questions-${id}` },
    {
      type: 'table',
      table: {
        id: `questions-table-${id}`,
        caption: 'Causes and questions',
        layout: 'plain',
        isWide: true,
        columns: [
          { key: 'question', heading: 'Question', width: 40, align: 'start' },
          { key: 'answer', heading: 'Answer', width: 60, align: 'start' },
        ],
        rows: questions.map((text, index) => ({
          id: `question-${id}-${index + 1}`,
          cells: [
            { type: 'text', text },
            { type: 'text', text: 'To be filled in' },
          ],
        })),
        empty: '',
      },
    },
  ];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const promisedColumns = [
  { key: 'what', heading: 'What was promised', width: 36, align: 'start' },
  { key: 'due', heading: 'Due', width: 12, align: 'start' },
  { key: 'who', heading: 'Who, and before whom', width: 22, align: 'start' },
  { key: 'standing', heading: 'Where it stands', width: 30, align: 'start' },
] as const;

const promisedTable = (commitments: readonly SurgeryCommitment[], id: string): Table => ({
  id: `promised-table-${id}`,
  caption: 'Commitments and what became of them',
  layout: 'plain',
  isWide: true,
  columns: promisedColumns,
  rows: commitments.map(({ what, due, ownerPost, forumName, standing, said }, index) => ({
    id: `promised-${id}-${index + 1}`,
    cells: [
      what,
      formatDate(due),
      [ownerPost ?? 'An officer of the authority', forumName].filter((one) => one !== null).join('; '),
      said === '' ? standing : `${standing}: ${said}`,
    ].map((text) => ({ type: 'text' as const, text })),
  })),
  empty: 'Nothing was promised.',
});

const listingOf = (records: readonly MeasureRecord[], measures: readonly SurgeryMeasure[]): Table => ({
  id: 'commitments',
  caption: 'Commitments',
  layout: 'plain',
  columns: [
    { key: 'measure', heading: 'Measure', width: 12, align: 'start' },
    { key: 'what', heading: 'What was promised', width: 30, align: 'start' },
    { key: 'due', heading: 'Due', width: 8, align: 'start' },
    { key: 'who', heading: 'Who', width: 14, align: 'start' },
    { key: 'forum', heading: 'Forum', width: 12, align: 'start' },
    { key: 'standing', heading: 'Where it stands', width: 8, align: 'start' },
    { key: 'said', heading: 'What became of it', width: 16, align: 'start' },
  ],
  rows: measures.flatMap(({ commitments }, index) =>
    commitments.map(({ what, due, ownerPost, forumName, standing, said }, at) => ({
      id: `commitment-${index + 1}-${at + 1}`,
      cells: [records[index]?.code ?? '', what, due, ownerPost ?? '', forumName ?? '', standing, said].map(
        (text) => ({
          type: 'text' as const,
          text,
        }),
      ),
    })),
  ),
  empty: 'Nothing was promised.',
});
