import type { EvaluatedMeasure, Evaluation } from '../../../domain/evaluate.ts';
import { periodLabel, shortPeriodLabel } from '../../../domain/period/label.ts';
import { type Movement, type Mover, movementBetween } from '../../../domain/scorecard/movement.ts';
import { figureCell } from '../figure-cell.ts';
import { outcomeMark } from '../marks.ts';
import type { Column, FigureCell, ReportBlock, Row } from '../report.ts';
import { counted, listed } from '../sentence.ts';

/** What a report is held against: the period, and its scorecard judged by the same rules, or why it cannot be. */
export interface EarlierPeriod {
  id: 'before' | 'lastYear';
  label: string;
  evaluation: Evaluation | null;
  /** Said where there is nothing to compare with. */
  reason: string;
}

/** How the statuses moved since an earlier period, with every mover named. */
export function movementBlocks(evaluation: Evaluation, earlier: EarlierPeriod): ReportBlock[] {
  const heading: ReportBlock = {
    type: 'heading',
    level: 2,
    text: `Movement since ${earlier.label}`,
    id: `movement-${earlier.id}`,
  };
  if (earlier.evaluation === null) {
    return [heading, { type: 'paragraph', role: 'plain', text: earlier.reason }];
  }
  const movement = movementBetween(evaluation.measures, earlier.evaluation.measures);
  const moved = { evaluation, before: earlier.evaluation, id: earlier.id };
  return [
    heading,
    { type: 'paragraph', role: 'plain', text: movementSentence(movement, earlier.label) },
    ...moversTable(movement, moved),
    ...otherChanges(movement, earlier.label),
  ];
}

/** `Since Quarter 1, 2018-19, 4 measures have a better status and 6 a worse one; 49 have the same.` */
export function movementSentence(movement: Movement, since: string): string {
  const { better, worse, alike } = movement;
  if (better.length + worse.length + alike.length === 0) {
    return `No measure was judged both now and in ${since}, so nothing can be said of how the statuses moved.`;
  }
  const have = better.length === 1 ? 'has' : 'have';
  return (
    `Since ${since}, ${counted(better.length, 'measure')} ${have} a better status and ${worse.length} a worse one; ` +
    `${alike.length} ${alike.length === 1 ? 'has' : 'have'} the same.`
  );
}

const columnsOf = (then: string, now: string): Column[] => [
  { key: 'measure', heading: 'Measure', width: 31, align: 'start' },
  { key: 'moved', heading: 'Status has become', width: 11, align: 'start' },
  { key: 'statusThen', heading: `Status, ${then}`, width: 11, align: 'start' },
  { key: 'statusNow', heading: `Status, ${now}`, width: 11, align: 'start' },
  { key: 'figureThen', heading: `Figure, ${then}`, width: 12, align: 'end' },
  { key: 'figureNow', heading: `Figure, ${now}`, width: 12, align: 'end' },
  { key: 'targetNow', heading: `Target, ${now}`, width: 12, align: 'end' },
];

interface Moved {
  evaluation: Evaluation;
  before: Evaluation;
  id: string;
}

/** What became worse first. */
function moversTable({ worse, better }: Movement, { evaluation, before, id }: Moved): ReportBlock[] {
  if (worse.length + better.length === 0) return [];
  const [then, now] = [before, evaluation].map(({ snapshot }) => shortPeriodLabel(snapshot.period));
  return [
    {
      type: 'table',
      table: {
        id: `movers-${id}`,
        caption: `Measures whose status became worse (${worse.length}) or better (${better.length})`,
        layout: 'plain',
        isWide: true,
        columns: columnsOf(then ?? '', now ?? ''),
        rows: [
          ...worse.map((mover, index) => moverRow(mover, 'Worse', `${id}-worse-${index + 1}`)),
          ...better.map((mover, index) => moverRow(mover, 'Better', `${id}-better-${index + 1}`)),
        ],
        empty: '',
      },
    },
  ];
}

const moverRow = ({ now, before }: Mover, moved: string, id: string): Row => ({
  id: `mover-${id}`,
  cells: [
    { type: 'text', text: named(now) },
    { type: 'text', text: moved },
    { type: 'status', status: outcomeMark(before.status.outcome) },
    { type: 'status', status: outcomeMark(now.status.outcome) },
    { type: 'figure', figure: actualOf(before) },
    { type: 'figure', figure: actualOf(now) },
    { type: 'figure', figure: targetOf(now) },
  ],
});

const actualOf = ({ snapshot: { position, version } }: EvaluatedMeasure): FigureCell =>
  figureCell(position.figure, version.unit, { display: 'None', reason: 'blank' });

const targetOf = ({ snapshot: { periodTargets, version } }: EvaluatedMeasure): FigureCell =>
  figureCell(periodTargets.target?.figure ?? null, version.unit, {
    display: 'No target',
    reason: 'noTarget',
  });

const named = ({ snapshot: { version } }: EvaluatedMeasure): string => `${version.code} ${version.title}`;

/** What neither improved nor worsened and yet changed: each named, or the sums would not add up. */
function otherChanges(movement: Movement, since: string): ReportBlock[] {
  const { newlyJudged, noLongerJudged, notComparable, joined, left, notJudged } = movement;
  const of = (movers: readonly Mover[]) => movers.map(({ now }) => now);
  const items = [
    said(of(newlyJudged), `judged now but not in ${since}`),
    said(of(noLongerJudged), `judged in ${since} but not now`),
    said(of(notComparable), `not comparable with ${since}, since the definition changed`),
    said(joined, `not on the scorecard in ${since}`),
    said(left, `on the scorecard in ${since} but no longer`),
    notJudged.length === 0 ? '' : `${counted(notJudged.length, 'measure')}: judged in neither period.`,
  ].filter((item) => item !== '');
  return items.length === 0 ? [] : [{ type: 'list', items }];
}

const said = (measures: readonly EvaluatedMeasure[], what: string): string =>
  measures.length === 0
    ? ''
    : `${counted(measures.length, 'measure')}, ${what}: ${listed(measures.map(named))}.`;

/** The words for an earlier period that cannot be compared with. */
export const earlierPeriod = (
  id: EarlierPeriod['id'],
  period: Evaluation['snapshot']['period'],
  evaluation: Evaluation | null,
  scorecard: string,
): EarlierPeriod => ({
  id,
  label: periodLabel(period),
  evaluation,
  reason: `The ${scorecard} holds no measures for ${periodLabel(period)}, so there is nothing to compare with.`,
});
