import { slug } from './ids.ts';
import { predecessorBlocks } from './predecessor-records.ts';
import type { Cell, FigureCell, MeasureRecord, Report, ReportBlock, Row, TextTree } from './report.ts';

/** A report about one measure of a report: what its page shows, made of the same records. */
export interface MeasurePage {
  /** Last part of its address, unique within the report: `hom-2-4`. */
  address: string;
  record: MeasureRecord;
  report: Report;
}

/** A page for each measure of a report, for whoever renders HTML. */
export function measurePages(report: Report, back: Report['back']): MeasurePage[] {
  const taken = new Set<string>();
  return report.measures.map((record) => {
    const address = freeAddress(slug(record.code), taken);
    return { address, record, report: pageOf(report, record, back) };
  });
}

/** Codes are free text, and two of them may come to the same letters and digits. */
function freeAddress(wanted: string, taken: Set<string>): string {
  let address = wanted;
  for (let next = 2; taken.has(address); next++) address = `${wanted}-${next}`;
  taken.add(address);
  return address;
}

function pageOf(report: Report, record: MeasureRecord, back: Report['back']): Report {
  const title = record.title;
  const { runningHead } = report;
  return {
    ...report,
    ...(back === undefined ? {} : { back }),
    title,
    runningHead: { ...runningHead, title },
    fileStem: slug(record.code),
    measures: [record],
    blocks: [
      { type: 'paragraph', role: 'lead', text: sentence(report, record) },
      ...(report.edition === null
        ? []
        : [
            {
              type: 'paragraph' as const,
              role: 'note' as const,
              text: `${report.title}. ${report.edition.label}.`,
            },
          ]),
      { type: 'heading', level: 2, text: 'Figures', id: 'figures' },
      factsTable(report, record),
      { type: 'heading', level: 2, text: 'How it was judged', id: 'judged' },
      {
        type: 'list',
        items: [
          ...whyItems('Now', record.status.explanation, record.status.distance),
          ...whyItems('At the year end', record.forecastStatus.explanation, record.forecastStatus.distance),
          ...whyItems('Direction of travel', record.direction.explanation || record.direction.basis, ''),
          `Statuses are judged by ${report.scheme.name}, version ${report.scheme.version}.`,
          ...(report.edition === null ? [] : [tracedInWords(report, record)]),
        ],
      },
      { type: 'heading', level: 2, text: 'Recent periods', id: 'recent' },
      ...recentBlocks(record),
      ...predecessorBlocks(record, { level: 2, id: 'before' }),
      ...commentaryBlocks(report, record),
      ...notesBlocks(record),
    ],
  };
}

/** In words, because the page is a file for everybody, wherever it lies: those who work here sign in elsewhere. */
const tracedInWords = ({ authority, title }: Report, { code }: MeasureRecord): string =>
  `Officers and auditors of ${authority.name} can trace this figure to its entry, source, evidence and approval: they sign in to Outturn, open ${title} there, and choose Trace beside ${code}.`;

/** A control chart may be drawn of other figures than those reported, so these stay beside it; a line is drawn of them. */
function recentBlocks({ code, recent, chart }: MeasureRecord): ReportBlock[] {
  const small: ReportBlock = { type: 'chart', chart: recent };
  if (chart === null) return [small];
  const drawn: ReportBlock = { type: 'charts', size: 'full', charts: [{ id: 'chart', code, chart }] };
  if (chart.kind === 'line') return [drawn];
  return [small, { type: 'heading', level: 2, text: 'Has it really changed?', id: 'control-chart' }, drawn];
}

const sentence = ({ period }: Report, { actual, target, status }: MeasureRecord): string => {
  if (actual.missing !== null) return `${period.label}: ${actual.display}.`;
  const against = target.missing === null ? ` against a target of ${target.display}` : '';
  return `${period.label}: ${actual.display}${against}. Status: ${status.label}.`;
};

function whyItems(when: string, explanation: string, distance: string): string[] {
  if (explanation === '') return [];
  return [`${when}: ${explanation}${distance === '' ? '' : ` ${distance}`}`];
}

function factsTable({ columns, period }: Report, record: MeasureRecord): ReportBlock {
  const line = (id: string, name: string, cell: Cell): Row => ({
    id: `fact-${id}`,
    cells: [{ type: 'text', text: name }, cell],
  });
  const figure = (id: string, name: string, of: FigureCell) => line(id, name, { type: 'figure', figure: of });
  const text = (id: string, name: string, of: string | null) =>
    of === null || of === '' ? [] : [line(id, name, { type: 'text', text: of })];
  return {
    type: 'table',
    table: {
      id: 'facts',
      caption: `${record.code} in ${period.label}`,
      layout: 'plain',
      columns: [
        { key: 'name', heading: 'What', width: 40, align: 'start' },
        { key: 'value', heading: 'Figure', width: 60, align: 'start' },
      ],
      rows: [
        line('status', columns.status, { type: 'status', status: record.status }),
        figure('actual', 'Actual', record.actual),
        figure('target', 'Target', record.target),
        line('forecast-status', columns.forecastStatus, { type: 'status', status: record.forecastStatus }),
        figure('forecast', 'Year-end forecast', record.forecast),
        figure('forecast-target', 'Year-end target', record.forecastTarget),
        line('direction', 'Direction of travel', { type: 'direction', direction: record.direction }),
        ...text('code', 'Code', [record.code, ...record.aliases].join('; ')),
        ...text('directorate', 'Directorate', record.directorate),
        ...text('service', 'Service', record.service),
        ...text('unit', 'Counted in', record.unit),
      ],
      empty: '',
    },
  };
}

/** The three texts, where there are any; a scorecard prints none of them, and its pages do. */
function commentaryBlocks({ columns, period }: Report, { commentary }: MeasureRecord): ReportBlock[] {
  const parts: [id: string, heading: string, tree: TextTree][] = [
    ['context', columns.context, commentary.context],
    ['actions', columns.actions, commentary.actions],
    ['intervention', columns.intervention, commentary.intervention],
  ];
  const rows = parts.flatMap(([id, heading, tree]): Row[] =>
    tree.length === 0
      ? []
      : [
          {
            id: `text-${id}`,
            cells: [
              { type: 'text', text: heading },
              { type: 'commentary', tree, missing: '' },
            ],
          },
        ],
  );
  if (rows.length === 0) return [];
  return [
    { type: 'heading', level: 2, text: 'What the service says', id: 'commentary' },
    {
      type: 'table',
      table: {
        id: 'commentary-table',
        caption: `Commentary for ${period.label}`,
        layout: 'plain',
        columns: [
          { key: 'part', heading: 'About', width: 25, align: 'start' },
          { key: 'text', heading: 'Text', width: 75, align: 'start' },
        ],
        rows,
        empty: '',
      },
    },
  ];
}

const notesBlocks = ({ notes }: MeasureRecord): ReportBlock[] =>
  notes.length === 0
    ? []
    : [
        { type: 'heading', level: 2, text: 'Notes', id: 'notes' },
        { type: 'list', items: notes },
      ];
