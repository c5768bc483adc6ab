import type { Evaluation } from '../../domain/evaluate.ts';
import { standardChoice } from '../../domain/scorecard/choice.ts';
import { type ScorecardTally, tallyOf } from '../../domain/scorecard/tally.ts';
import { arranged, type Chosen, groupHeading } from './arrangement.ts';
import { chartSection } from './charts/chart-section.ts';
import { countsBlocks, notJudgedNote, statusCounts } from './counts.ts';
import { measureId } from './ids.ts';
import { keyBlocks } from './key-blocks.ts';
import { measureRecord } from './measure-record.ts';
import type { Cell, Column, MeasureRecord, Report, Row } from './report.ts';
import { asAtNote, fileStem, reportBase } from './report-base.ts';
import { measureCell, sectionBlocks } from './section.ts';
import { counted, judgedInWords, percentage, scorecardSentence } from './sentence.ts';
import { withSignal } from './signal-record.ts';
import { countedOnRevised } from './target-change.ts';
import type { ReportWording } from './wording.ts';

/**
 * A scorecard whole: every measure, the same columns without the texts, a small line of recent periods, and shares
 * on both denominators (of all; of those with a figure and a target).
 *
 * @throws RangeError where only an exception report is held: a full scorecard would be an invention.
 */
export function scorecardReport(
  evaluation: Evaluation,
  wording: ReportWording,
  chosen: Chosen = { choice: standardChoice('scorecard'), outside: 0 },
): Report {
  const { snapshot, scheme } = evaluation;
  if (snapshot.scorecard.exceptionsOnly) {
    throw new RangeError(
      `Only the exceptions of the ${snapshot.scorecard.name} are held for ${snapshot.period.code}, so there is no full ` +
        'scorecard to report. Ask for the improvement report, or import the other measures first.',
    );
  }
  const arrangement = arranged('scorecard', evaluation, chosen);
  const { choice, scope, selected, shows, whose, isWhole } = arrangement;
  const base = reportBase(scope, wording, wording.scorecardTitle);
  // How a scorecard does is said of all that it is about, also where only some of it is listed.
  const tally = tallyOf(scope.measures, scheme.outcomes);
  const counts = statusCounts(scope, selected);
  const notJudged = notJudgedNote(scope, isWhole ? null : whose);
  const denominators = [...shares(tally, whose), ...countedOf(selected.length, scope.measures.length, whose)];
  const onRevised = countedOnRevised(selected.map(({ measure }) => measure));
  const notes = [...denominators, notJudged, onRevised].filter((note) => note !== null);
  const records: MeasureRecord[] = [];
  const sections = arrangement.groups.flatMap((group) => {
    const rows = group.selected.map((each) => {
      const record = measureRecord(each);
      records.push(record);
      return row(record, measureCell(record, choice.groupBy), records.length - 1);
    });
    const holds = counted(rows.length, 'measure');
    return sectionBlocks(groupHeading(group, choice), holds, columnsOf(base.columns), rows, choice.groupBy);
  });
  const sentence = scorecardSentence(tally, base.period.endLabel, whose);
  return {
    kind: 'scorecard',
    fileStem: fileStem(snapshot.authority.code, 'scorecard', snapshot.period.code),
    ...base,
    blocks: [
      { type: 'paragraph', role: 'lead', text: sentence },
      ...arrangement.showsBlocks,
      ...asAtNote(snapshot),
      ...countsBlocks(counts, scheme, notes),
      ...keyBlocks(base, evaluation, null),
      ...sections,
      ...chartSection(selected, records, choice),
    ],
    measures: records,
    summary: { sentence, shows, denominators, counts },
  };
}

function shares(tally: ScorecardTally, whose: string): string[] {
  const { measures, judged, onTarget } = tally;
  return [
    `On target or better, of all ${counted(measures, 'measure')}${whose}: ${onTarget} (${percentage(onTarget, measures)}).`,
    `On target or better, of the ${judged} ${judgedInWords(tally)}: ${onTarget} (${percentage(onTarget, judged)}).`,
  ];
}

/** Shares are of the whole; the table of counts is of what is listed. */
const countedOf = (shown: number, all: number, whose: string): string[] =>
  shown === all ? [] : [`The table counts the ${counted(shown, 'measure')} shown, out of ${all}${whose}.`];

function columnsOf(columns: Report['columns']): Column[] {
  return [
    { key: 'measure', heading: columns.measure, width: 21, align: 'start' },
    { key: 'status', heading: columns.status, width: 10.5, align: 'start' },
    { key: 'forecastStatus', heading: columns.forecastStatus, width: 10.5, align: 'start' },
    { key: 'target', heading: 'Target', width: 7.5, align: 'end' },
    { key: 'actual', heading: 'Actual', width: 11, align: 'end' },
    { key: 'forecastTarget', heading: 'Year-end target', width: 7.5, align: 'end' },
    { key: 'forecast', heading: 'Year-end forecast', width: 7.5, align: 'end' },
    { key: 'direction', heading: 'Direction of travel', width: 13, align: 'start' },
    { key: 'recent', heading: 'Recent periods', width: 11.5, align: 'start' },
  ];
}

function row(record: MeasureRecord, cell: Cell, index: number): Row {
  return {
    id: measureId(record, index),
    cells: [
      cell,
      { type: 'status', status: record.status, detail: 'brief' },
      { type: 'status', status: record.forecastStatus, detail: 'brief' },
      { type: 'figure', figure: record.target },
      { type: 'figure', figure: record.actual },
      { type: 'figure', figure: record.forecastTarget },
      { type: 'figure', figure: record.forecast },
      { type: 'direction', direction: withSignal(record, 'brief'), detail: 'brief' },
      { type: 'chart', chart: record.recent },
    ],
  };
}
