import type { Evaluation } from '../../../domain/evaluate.ts';
import { type StatusOrNone, statusOf } from '../../../domain/scorecard/crossed.ts';
import { type ScorecardTally, tallyOf } from '../../../domain/scorecard/tally.ts';
import { NOT_JUDGED } from '../counts.ts';
import type { Cell, Column, ReportBlock, Row } from '../report.ts';
import { counted, judgedInWords, percentage } from '../sentence.ts';
import { lineHead } from './crossed-blocks.ts';

/** What is on target, now and in forecast, on both denominators: a council that gives one hides the other. */
export function shareSentences(tally: ScorecardTally): string[] {
  const { measures, judged, onTarget, judgedForecast, onTargetForecast } = tally;
  return [
    `Now, ${onTarget} of the ${judged} ${judgedInWords(tally)} ${are(onTarget)} on target or better: ` +
      `${percentage(onTarget, judged)} of those, ${percentage(onTarget, measures)} of all ${counted(measures, 'measure')}.`,
    `In forecast, ${onTargetForecast} of the ${judgedForecast} with a usable forecast and a year-end target ${are(onTargetForecast)} ` +
      `expected to end the year on target or better: ${percentage(onTargetForecast, judgedForecast)} of those, ` +
      `${percentage(onTargetForecast, measures)} of all.`,
  ];
}

const are = (count: number): string => (count === 1 ? 'is' : 'are');

const NOT_COUNTED = 'not counted';

const columns: readonly Column[] = [
  { key: 'status', heading: 'Status', width: 22, align: 'start' },
  { key: 'now', heading: 'Now', width: 13, align: 'end' },
  { key: 'nowJudged', heading: 'Now: of those judged', width: 13, align: 'end' },
  { key: 'nowAll', heading: 'Now: of all', width: 13, align: 'end' },
  { key: 'forecast', heading: 'Forecast', width: 13, align: 'end' },
  { key: 'forecastJudged', heading: 'Forecast: of those judged', width: 13, align: 'end' },
  { key: 'forecastAll', heading: 'Forecast: of all', width: 13, align: 'end' },
];

/** Every status with its count and its share of both denominators, now and in forecast. */
export function sharesTable({ measures, scheme: { outcomes } }: Evaluation): ReportBlock {
  const tally = tallyOf(measures, outcomes);
  const now = measures.map(({ status }) => statusOf(status.outcome, outcomes));
  const forecast = measures.map(({ forecastStatus }) => statusOf(forecastStatus.outcome, outcomes));
  const shown = [...outcomes, null].filter(
    (outcome) => outcome?.inDenominator || now.includes(outcome) || forecast.includes(outcome),
  );
  const rows = shown.map(
    (outcome): Row => ({
      id: `share-${outcome?.id ?? NOT_JUDGED.id}`,
      cells: [
        lineHead(outcome),
        ...shares(now, outcome, tally.judged),
        ...shares(forecast, outcome, tally.judgedForecast),
      ],
    }),
  );
  const all: Row = {
    id: 'share-all',
    isTotal: true,
    cells: [
      { type: 'text', text: 'All measures' },
      ...totals(tally.judged, tally.measures),
      ...totals(tally.judgedForecast, tally.measures),
    ],
  };
  return {
    type: 'table',
    table: {
      id: 'shares',
      caption: 'Measures by status, with their share of those judged and of all',
      layout: 'plain',
      isWide: true,
      columns,
      rows: measures.length === 0 ? [] : [...rows, all],
      empty: 'There are no measures to count.',
    },
  };
}

function shares(found: readonly StatusOrNone[], outcome: StatusOrNone, judged: number): Cell[] {
  const count = found.filter((each) => each === outcome).length;
  return [
    { type: 'count', count },
    { type: 'text', text: outcome?.inDenominator ? percentage(count, judged) : NOT_COUNTED },
    { type: 'text', text: percentage(count, found.length) },
  ];
}

const totals = (judged: number, all: number): Cell[] => [
  { type: 'count', count: all },
  { type: 'text', text: `${judged} judged` },
  { type: 'text', text: percentage(all, all) },
];
