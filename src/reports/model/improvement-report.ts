import type { Evaluation } from '../../domain/evaluate.ts';
import { byDirectorate, selectExceptions, selectPublished } from '../../domain/scorecard/selection.ts';
import { tallyOf } from '../../domain/scorecard/tally.ts';
import { countsBlocks, notJudgedNote, statusCounts } from './counts.ts';
import { measureId } from './ids.ts';
import { exceptionsInWords, keyBlocks } from './key-blocks.ts';
import { measureRecord } from './measure-record.ts';
import type { Column, MeasureRecord, Report, ReportBlock, Row } from './report.ts';
import { asAtNote, fileStem, reportBase } from './report-base.ts';
import { measureCell, sectionBlocks } from './section.ts';
import { counted, improvementSentence } from './sentence.ts';
import { countedOnRevised } from './target-change.ts';
import { type ReportWording, worded } from './wording.ts';

/**
 * The Improvement Report: the measures of a scorecard whose status now or forecast is an exception, by directorate,
 * with the three texts; at the front the sentence, the counts, the key and the basis of the direction of travel.
 */
export function improvementReport(evaluation: Evaluation, wording: ReportWording): Report {
  const { snapshot, scheme } = evaluation;
  const selected = snapshot.scorecard.exceptionsOnly
    ? selectPublished(evaluation.measures)
    : selectExceptions(evaluation.measures);
  const base = reportBase(evaluation, wording, wording.improvementTitle);
  const tally = tallyOf(
    selected.map((each) => each.measure),
    scheme.outcomes,
  );
  const counts = statusCounts(evaluation, selected);
  const { exceptionsOnly } = snapshot.scorecard;
  const whole = exceptionsOnly ? null : tallyOf(evaluation.measures, scheme.outcomes);
  const notJudged = exceptionsOnly ? null : notJudgedNote(evaluation);
  const denominators = [denominator(evaluation, selected.length)];
  const onRevised = countedOnRevised(selected.map(({ measure }) => measure));
  const notes = [...denominators, notJudged, onRevised].filter((note) => note !== null);
  const records: MeasureRecord[] = [];
  const sections = byDirectorate(selected, snapshot.directorates).flatMap(
    ({ directorate, selected: some }) => {
      const rows = some.map((each) => {
        const record = measureRecord(each);
        records.push(record);
        return measureRow(record, records.length - 1, evaluation, wording);
      });
      const which = tally.otherExceptions === 0 && !exceptionsOnly ? ' off target now or in forecast' : '';
      const holds = `${counted(rows.length, 'measure')}${which}`;
      return sectionBlocks(directorate.name, holds, columnsOf(base.columns), rows);
    },
  );
  const sentence = improvementSentence(tally, base.period.endLabel, whole);
  const nothing: ReportBlock = {
    type: 'paragraph',
    role: 'plain',
    text: 'There is nothing to report by exception.',
  };
  return {
    kind: 'improvement-report',
    fileStem: fileStem(snapshot.authority.code, 'improvement-report', snapshot.period.code),
    ...base,
    blocks: [
      { type: 'paragraph', role: 'lead', text: sentence },
      ...asAtNote(snapshot),
      ...(selected.length === 0 ? [nothing] : []),
      ...countsBlocks(counts, scheme, notes),
      ...keyBlocks(base, evaluation, exceptionsInWords(evaluation)),
      ...sections,
    ],
    measures: records,
    summary: { sentence, denominators, counts },
  };
}

/** Exceptions alone are never a share of a scorecard that is not held. */
function denominator({ snapshot, measures }: Evaluation, exceptions: number): string {
  if (snapshot.scorecard.exceptionsOnly) {
    return `Counts are of ${counted(exceptions, 'exception')} reported; the rest of the scorecard is not held here.`;
  }
  return `Counts are of the ${counted(exceptions, 'measure')} in this report, out of ${measures.length} on the ${snapshot.scorecard.name}.`;
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
      measureCell(record),
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
        direction: record.direction,
        detail: 'brief',
      },
      { type: 'commentary', tree: record.commentary.context, missing },
      { type: 'commentary', tree: record.commentary.actions, missing },
      { type: 'commentary', tree: record.commentary.intervention, missing },
    ],
  };
}
