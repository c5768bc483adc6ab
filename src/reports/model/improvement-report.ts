import type { Evaluation } from '../../domain/evaluate.ts';
import { standardChoice } from '../../domain/scorecard/choice.ts';
import { tallyOf } from '../../domain/scorecard/tally.ts';
import { arranged, type Chosen, groupHeading } from './arrangement.ts';
import { chartSection } from './charts/chart-section.ts';
import { countsBlocks, notJudgedNote, statusCounts } from './counts.ts';
import { measureId } from './ids.ts';
import { exceptionsInWords, keyBlocks } from './key-blocks.ts';
import { measureRecord } from './measure-record.ts';
import type { Cell, Column, MeasureRecord, Report, ReportBlock, Row } from './report.ts';
import { asAtNote, fileStem, reportBase } from './report-base.ts';
import { measureCell, sectionBlocks } from './section.ts';
import { counted, improvementSentence } from './sentence.ts';
import { withSignal } from './signal-record.ts';
import { countedOnRevised } from './target-change.ts';
import { type ReportWording, worded } from './wording.ts';

/**
 * The Improvement Report: the measures of a scorecard whose status now or forecast is an exception, by directorate,
 * unless something else was chosen, with the three texts; at the front the sentence, the counts, the key and the basis of the direction of travel.
 */
export function improvementReport(
  evaluation: Evaluation,
  wording: ReportWording,
  chosen: Chosen = { choice: standardChoice('improvement'), outside: 0 },
): Report {
  const { snapshot, scheme } = evaluation;
  const arrangement = arranged('improvement', evaluation, chosen);
  const { choice, scope, selected, shows, whose, isWhole, onScorecard } = arrangement;
  const base = reportBase(scope, wording, wording.improvementTitle);
  const tally = tallyOf(
    selected.map((each) => each.measure),
    scheme.outcomes,
  );
  const counts = statusCounts(scope, selected);
  const { exceptionsOnly } = snapshot.scorecard;
  const whole = exceptionsOnly ? null : tallyOf(scope.measures, scheme.outcomes);
  const notJudged = exceptionsOnly ? null : notJudgedNote(scope, isWhole ? null : whose);
  const denominators = [denominator(evaluation, selected.length, onScorecard)];
  const onRevised = countedOnRevised(selected.map(({ measure }) => measure));
  const notes = [...denominators, notJudged, onRevised].filter((note) => note !== null);
  const records: MeasureRecord[] = [];
  const isExceptions = choice.show === 'exceptions';
  const sections = arrangement.groups.flatMap((group) => {
    const rows = group.selected.map((each) => {
      const record = measureRecord(each);
      records.push(record);
      const cell = measureCell(record, choice.groupBy);
      return measureRow(record, cell, records.length - 1, evaluation, wording);
    });
    const which =
      isExceptions && tally.otherExceptions === 0 && !exceptionsOnly ? ' off target now or in forecast' : '';
    const holds = `${counted(rows.length, 'measure')}${which}`;
    return sectionBlocks(groupHeading(group, choice), holds, columnsOf(base.columns), rows, choice.groupBy);
  });
  const sentence = improvementSentence(tally, base.period.endLabel, whole, whose);
  const nothing: ReportBlock = {
    type: 'paragraph',
    role: 'plain',
    text: isExceptions ? 'There is nothing to report by exception.' : 'There is no measure to report.',
  };
  return {
    kind: 'improvement-report',
    fileStem: fileStem(snapshot.authority.code, 'improvement-report', snapshot.period.code),
    ...base,
    blocks: [
      { type: 'paragraph', role: 'lead', text: sentence },
      ...arrangement.showsBlocks,
      ...asAtNote(snapshot),
      ...(selected.length === 0 ? [nothing] : []),
      ...countsBlocks(counts, scheme, notes),
      ...keyBlocks(base, evaluation, isExceptions ? exceptionsInWords(evaluation) : null),
      ...sections,
      ...chartSection(selected, records, choice),
    ],
    measures: records,
    summary: { sentence, shows, denominators, counts },
  };
}

/** Exceptions alone are never a share of a scorecard that is not held. */
function denominator({ snapshot }: Evaluation, exceptions: number, onScorecard: number): string {
  if (snapshot.scorecard.exceptionsOnly) {
    return `Counts are of ${counted(exceptions, 'exception')} reported; the rest of the scorecard is not held here.`;
  }
  return `Counts are of the ${counted(exceptions, 'measure')} in this report, out of ${onScorecard} on the ${snapshot.scorecard.name}.`;
}

/** The seven columns of the founding document. */
function columnsOf(columns: Report['columns']): Column[] {
  return [
    { key: 'measure', heading: columns.measure, width: 13, align: 'start' },
    { key: 'status', heading: columns.status, width: 10, align: 'start' },
    { key: 'forecastStatus', heading: columns.forecastStatus, width: 10, align: 'start' },
    { key: 'performance', heading: columns.performance, width: 13, align: 'start' },
    { key: 'context', heading: columns.context, width: 19, align: 'start' },
    { key: 'actions', heading: columns.actions, width: 18, align: 'start' },
    { key: 'intervention', heading: columns.intervention, width: 17, align: 'start' },
  ];
}

function measureRow(
  record: MeasureRecord,
  cell: Cell,
  index: number,
  evaluation: Evaluation,
  wording: ReportWording,
): Row {
  const { span } = evaluation.snapshot.period;
  const word = (text: string) => worded(text, span, evaluation.snapshot.scorecard.name);
  const missing = 'None supplied.';
  return {
    id: measureId(record, index),
    cells: [
      cell,
      { type: 'status', status: record.status },
      { type: 'status', status: record.forecastStatus },
      {
        type: 'performance',
        groups: [
          {
            heading: word(wording.currentData),
            entries: [
              { label: wording.target, figure: record.target },
              { label: wording.actual, figure: record.actual },
            ],
          },
          {
            heading: word(wording.forecastData),
            entries: [
              { label: wording.target, figure: record.forecastTarget },
              { label: wording.forecast, figure: record.forecast },
            ],
          },
        ],
        direction: withSignal(record, 'sentence'),
        detail: 'brief',
      },
      { type: 'commentary', tree: record.commentary.context, missing },
      { type: 'commentary', tree: record.commentary.actions, missing },
      { type: 'commentary', tree: record.commentary.intervention, missing },
    ],
  };
}
