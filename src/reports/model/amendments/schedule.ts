import type { Evaluation } from '../../../domain/evaluate.ts';
import { formatLongDate } from '../../../domain/number/date.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { successor } from '../../../domain/period/relate.ts';
import { slug } from '../ids.ts';
import type { Cell, Column, FigureCell, Report, ReportBlock, Row } from '../report.ts';
import { asAtNote, fileStem, reportBase } from '../report-base.ts';
import { counted, listed } from '../sentence.ts';
import { type ReportWording, worded } from '../wording.ts';
import { amendmentListing } from './listing.ts';
import {
  type AmendmentRecord,
  amendmentRecords,
  effectInWords,
  type ScheduledChange,
} from './scheduled-change.ts';

const TITLE = 'Schedule of amendments - {scorecard}';

/**
 * The schedule of amendments: what was proposed after a period's review and before it in the year, the old target beside
 * the new one, why, what was decided, and what it does to the status now and in the forecast. A document by itself.
 */
export function amendmentSchedule(
  evaluation: Evaluation,
  wording: ReportWording,
  changes: readonly ScheduledChange[],
): Report {
  const { snapshot } = evaluation;
  const base = reportBase(evaluation, wording, worded(TITLE, snapshot.period.span, snapshot.scorecard.name));
  const inOrder = byDirectorate(changes, evaluation);
  const sentence = scheduleSentence(changes, evaluation);
  return {
    kind: 'amendment-schedule',
    fileStem: fileStem(snapshot.authority.code, 'amendments', snapshot.period.code),
    ...base,
    blocks: [
      { type: 'paragraph', role: 'lead', text: sentence },
      ...asAtNote(snapshot),
      ...amendmentBlocks(inOrder, evaluation),
    ],
    measures: [],
    listing: amendmentListing(inOrder),
    summary: { sentence, denominators: [counted(changes.length, 'change')], counts: [] },
  };
}

/** What a reader must know: how much was asked for, and what became of it. */
export function scheduleSentence(
  changes: readonly ScheduledChange[],
  { snapshot: { period } }: Evaluation,
): string {
  const until = formatLongDate(successor(period).end);
  if (changes.length === 0)
    return `No change of a target or a measure was put forward in ${period.year} by ${until}.`;
  const of = (state: string) => changes.filter(({ proposal }) => proposal.state === state).length;
  const said = (['approved', 'refused'] as const).flatMap((state) =>
    of(state) === 0 ? [] : [`${of(state)} ${of(state) === 1 ? 'was' : 'were'} ${state}`],
  );
  const waiting = of('proposed');
  if (waiting > 0) said.push(`${waiting} ${waiting === 1 ? 'waits' : 'wait'} for a decision`);
  return `${counted(changes.length, 'change')} of targets and measures ${changes.length === 1 ? 'was' : 'were'} put forward in ${period.year} by ${until}: ${listed(said)}.`;
}

/** The changes by directorate, for this document or as a part of another. */
export function amendmentBlocks(changes: readonly ScheduledChange[], evaluation: Evaluation): ReportBlock[] {
  const label = periodLabel(evaluation.snapshot.period);
  const groups = new Map<string, ScheduledChange[]>();
  for (const change of byDirectorate(changes, evaluation)) {
    const { name } = change.directorate;
    groups.set(name, [...(groups.get(name) ?? []), change]);
  }
  if (groups.size === 0) return [];
  return [
    ...[...groups].flatMap(([name, some]): ReportBlock[] => [
      { type: 'heading', level: 2, text: name, id: `amendments-${slug(name)}` },
      {
        type: 'table',
        table: {
          id: `amendments-table-${slug(name)}`,
          caption: `${name}: ${counted(some.length, 'change')}`,
          layout: 'measures',
          columns,
          rows: some.flatMap(rowsOf),
          empty: 'No changes.',
        },
      },
    ]),
    {
      type: 'paragraph',
      role: 'note',
      text: `The effect is what the statuses of ${label} are without the change and with it. An approved change holds from the quarter that it names: reports on earlier quarters stay as they were.`,
    },
  ];
}

const columns: Column[] = [
  { key: 'measure', heading: 'Measure', width: 17, align: 'start' },
  { key: 'change', heading: 'Change', width: 13, align: 'start' },
  { key: 'was', heading: 'Old target', width: 9, align: 'end' },
  { key: 'proposed', heading: 'New target', width: 9, align: 'end' },
  { key: 'reason', heading: 'Why', width: 20, align: 'start' },
  { key: 'decision', heading: 'Decision', width: 14, align: 'start' },
  { key: 'effect', heading: 'Effect on status', width: 18, align: 'start' },
];

const nothing: FigureCell = {
  display: 'Not changed',
  kind: 'missing',
  exact: null,
  format: null,
  missing: 'noTarget',
  notes: [],
};

function rowsOf(change: ScheduledChange): Row[] {
  return amendmentRecords(change).map((record, index) => ({
    id: `amendment-${record.proposal}-${index + 1}`,
    cells: cellsOf(record, index === 0),
  }));
}

/** What is the same for every target of a change is said in its first row. */
function cellsOf(record: AmendmentRecord, isFirst: boolean): Cell[] {
  const { code, title, change, about, fromLabel, becomes, was, proposed, reason, state, decision, effect } =
    record;
  const text = (words: string): Cell => ({ type: 'text', text: words });
  const said = [`${change}, from ${fromLabel}.`, becomes].filter((part) => part !== '').join(' ');
  const effects =
    effect === null
      ? 'Nothing to judge.'
      : `Now: ${effectInWords(effect.now, state)}. Year-end forecast: ${effectInWords(effect.forecast, state)}.`;
  return [
    { type: 'measure', code, aliases: [], title, notes: [] },
    text([about === null ? '' : `${about}.`, isFirst ? said : 'As above.'].filter(Boolean).join(' ')),
    { type: 'figure', figure: was ?? nothing },
    { type: 'figure', figure: proposed ?? nothing },
    text(isFirst ? reason : 'As above.'),
    text(isFirst ? `${state === 'Proposed' ? 'Waits for a decision' : state}: ${decision}` : 'As above.'),
    text(isFirst ? effects : 'As above.'),
  ];
}

/** In the declared order of the directorates, and within one in the order in which they were proposed. */
function byDirectorate(changes: readonly ScheduledChange[], { snapshot }: Evaluation): ScheduledChange[] {
  const place = new Map(snapshot.directorates.map(({ code }, index) => [code, index]));
  const placeOf = ({ directorate }: ScheduledChange) => place.get(directorate.code) ?? place.size;
  return [...changes].sort((a, b) => placeOf(a) - placeOf(b) || a.proposal.number - b.proposal.number);
}
