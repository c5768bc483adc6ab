import type { ForecastQuestion } from '../../domain/forecast-questions.ts';
import { blocksBeforeMeasures } from './before-measures.ts';
import type { Column, Report, ReportBlock, Row } from './report.ts';
import { counted } from './sentence.ts';

// For renderers, which may not reach into the domain.
export type { ForecastQuestion } from '../../domain/forecast-questions.ts';

/** Name of the section, as its choice is called where a report is made. */
export const QUESTIONS_TITLE = 'Forecasts to question';

/** The report with the forecasts that somebody should ask about, before its measures; null where the section is left out. */
export function withQuestions(report: Report, questions: readonly ForecastQuestion[] | null): Report {
  if (questions === null) return report;
  return blocksBeforeMeasures({ ...report, questions }, questionBlocks(questions, report.measures.length));
}

const WHAT =
  'A forecast is listed where it promises the target or a better status, and the rest of the year asks for more than was ever done, or the figures as they run would miss the target, or such a forecast came true less than half of the times in the five years before.';

function questionBlocks(questions: readonly ForecastQuestion[], measures: number): ReportBlock[] {
  const heading = { type: 'heading', level: 2, text: QUESTIONS_TITLE, id: 'forecasts-to-question' } as const;
  const note = { type: 'paragraph', role: 'note', text: WHAT } as const;
  if (questions.length === 0) {
    const text = `Nothing speaks against the forecasts of ${measures === 1 ? 'the measure' : `the ${measures} measures`} shown.`;
    return [heading, { type: 'paragraph', role: 'plain', text }, note];
  }
  return [
    heading,
    {
      type: 'table',
      table: {
        id: 'table-forecasts-to-question',
        caption: `${QUESTIONS_TITLE}: ${questions.length} of ${counted(measures, 'measure')}`,
        layout: 'plain',
        isWide: true,
        columns,
        rows: questions.map(rowOf),
        empty: 'No forecasts.',
      },
    },
    note,
  ];
}

const columns: Column[] = [
  { key: 'measure', heading: 'Measure', width: 22, align: 'start' },
  { key: 'forecast', heading: 'Forecast of the service', width: 15, align: 'start' },
  { key: 'computed', heading: 'Worked out from the figures', width: 21, align: 'start' },
  { key: 'pace', heading: 'The rest of the year', width: 23, align: 'start' },
  { key: 'record', heading: 'Past forecasts', width: 19, align: 'start' },
];

function rowOf(question: ForecastQuestion, index: number): Row {
  const { measure, title, now, forecastStatus, forecast } = question;
  const cells = [
    `${measure}, ${title}`,
    `${forecastStatus} forecast at ${forecast}; ${now} now`,
    computedInWords(question),
    question.pace,
    `${question.record}.`,
  ];
  return {
    id: `forecast-to-question-${index + 1}`,
    cells: cells.map((text) => ({ type: 'text', text })),
  };
}

/** The figure worked out, and what it says of the target. */
export const computedInWords = ({ computed, prospect }: ForecastQuestion): string =>
  prospect === null ? computed : `${computed} ${prospect}.`;
