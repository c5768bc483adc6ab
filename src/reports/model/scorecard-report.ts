import type { Evaluation } from '../../domain/evaluate.ts';
import { byDirectorate, selectAll } from '../../domain/scorecard/selection.ts';
import { type ScorecardTally, tallyOf } from '../../domain/scorecard/tally.ts';
import { countsBlocks, notJudgedNote, statusCounts } from './counts.ts';
import { measureId } from './ids.ts';
import { keyBlocks } from './key-blocks.ts';
import { measureRecord } from './measure-record.ts';
import type { Column, MeasureRecord, Report, Row } from './report.ts';
import { asAtNote, fileStem, reportBase } from './report-base.ts';
import { measureCell, sectionBlocks } from './section.ts';
import { counted, judgedInWords, percentage, scorecardSentence } from './sentence.ts';
import { countedOnRevised } from './target-change.ts';
import type { ReportWording } from './wording.ts';

/**
 * A scorecard whole: every measure, the same columns without the texts, a small line of recent periods, and shares
 * on both denominators (of all; of those with a figure and a target).
 *
 * @throws RangeError where only an exception report is held: a full scorecard would be an invention.
 */
export function scorecardReport(evaluation: Evaluation, wording: ReportWording): Report {
  const { snapshot, scheme, measures } = evaluation;
  if (snapshot.scorecard.exceptionsOnly) {
    throw new RangeError(
      `Only the exceptions of the ${snapshot.scorecard.name} are held for ${snapshot.period.code}, so there is no full ` +
        'scorecard to report. Ask for the improvement report, or import the other measures first.',
    );
  }
  const selected = selectAll(measures);
  const base = reportBase(evaluation, wording, wording.scorecardTitle);
  const tally = tallyOf(measures, scheme.outcomes);
  const counts = statusCounts(evaluation, selected);
  const notJudged = notJudgedNote(evaluation);
  const denominators = shares(tally);
  const notes = [...denominators, notJudged, countedOnRevised(measures)].filter((note) => note !== null);
  const records: MeasureRecord[] = [];
  const sections = byDirectorate(selected, snapshot.directorates).flatMap(
    ({ directorate, selected: some }) => {
      const rows = some.map((each) => {
        const record = measureRecord(each);
        records.push(record);
        return row(record, records.length - 1);
      });
      return sectionBlocks(directorate.name, counted(rows.length, 'measure'), columnsOf(base.columns), rows);
    },
  );
  const sentence = scorecardSentence(tally, base.period.endLabel);
  return {
    kind: 'scorecard',
    fileStem: fileStem(snapshot.authority.code, 'scorecard', snapshot.period.code),
    ...base,
    blocks: [
      { type: 'paragraph', role: 'lead', text: sentence },
      ...asAtNote(snapshot),
      ...countsBlocks(counts, scheme, notes),
      ...keyBlocks(base, evaluation, null),
      ...sections,
    ],
    measures: records,
    summary: { sentence, denominators, counts },
  };
}

function shares(tally: ScorecardTally): string[] {
  const { measures, judged, onTarget } = tally;
  return [
    `On target or better, of all ${counted(measures, 'measure')}: ${onTarget} (${percentage(onTarget, measures)}).`,
    `On target or better, of the ${judged} ${judgedInWords(tally)}: ${onTarget} (${percentage(onTarget, judged)}).`,
  ];
}

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

function row(record: MeasureRecord, index: number): Row {
  return {
    id: measureId(record, index),
    cells: [
      measureCell(record),
      { type: 'status', status: record.status, detail: 'brief' },
      { type: 'status', status: record.forecastStatus, detail: 'brief' },
      { type: 'figure', figure: record.target },
      { type: 'figure', figure: record.actual },
      { type: 'figure', figure: record.forecastTarget },
      { type: 'figure', figure: record.forecast },
      { type: 'direction', direction: record.direction, detail: 'brief' },
      { type: 'chart', chart: record.recent },
    ],
  };
}
