import type { Evaluation } from '../../../domain/evaluate.ts';
import {
  type CrossedLine,
  type StatusOrNone,
  statusByDirection,
  statusByForecast,
  travelColumns,
} from '../../../domain/scorecard/crossed.ts';
import type { Outcome } from '../../../domain/status/outcome.ts';
import { NOT_JUDGED } from '../counts.ts';
import { outcomeMark } from '../marks.ts';
import type { Cell, Column, ReportBlock, Row } from '../report.ts';
import { counted } from '../sentence.ts';

type Heading = Pick<Column, 'key' | 'heading' | 'status'>;

/** Status now by direction of travel: whether what is off target is at least getting better. */
export function directionBlocks({ measures, scheme, directionScheme }: Evaluation): ReportBlock[] {
  const lines = statusByDirection(measures, scheme.outcomes);
  const { labels } = directionScheme;
  const headings = { ...labels, none: 'Not available' };
  const improving = travelColumns.indexOf('improving');
  return [
    { type: 'heading', level: 2, text: 'Status and direction of travel', id: 'status-by-direction' },
    ...sentencesOf(lines, ({ counts }) => `${someAre(counts[improving] ?? 0)} ${lowered(labels.improving)}`),
    crossTable(
      'status-direction',
      'Measures by status now and direction of travel',
      travelColumns.map((key) => ({ key, heading: headings[key] })),
      lines,
    ),
  ];
}

/** Status now by status in forecast: which of those off target are expected to recover, and which to slip. */
export function forecastBlocks({ measures, scheme }: Evaluation): ReportBlock[] {
  const { columns, lines } = statusByForecast(measures, scheme.outcomes);
  const onTarget = columns.map((outcome) => outcome?.countsAsOnTarget === true && outcome.inDenominator);
  return [
    { type: 'heading', level: 2, text: 'Status now and at the year end', id: 'status-by-forecast' },
    ...sentencesOf(lines, ({ counts }) => {
      const back = counts.reduce((sum, count, index) => sum + (onTarget[index] ? count : 0), 0);
      return `${someAre(back)} forecast to end the year on target`;
    }),
    crossTable(
      'status-forecast',
      'Measures by status now (down) and forecast status (across)',
      columns.map(statusHeading),
      lines,
    ),
  ];
}

const statusHeading = (outcome: StatusOrNone): Heading =>
  outcome === null
    ? { key: NOT_JUDGED.id, heading: NOT_JUDGED.label }
    : { key: outcome.id, heading: outcome.label, status: outcomeMark(outcome) };

const someAre = (count: number): string =>
  count === 0 ? 'none is' : `${count} ${count === 1 ? 'is' : 'are'}`;

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** `Of the 15 Red measures, 6 are improving; of the 7 Amber, 4 are improving.` Worst first. */
function sentencesOf(lines: readonly CrossedLine[], say: (line: CrossedLine) => string): ReportBlock[] {
  const off = lines
    .filter((line): line is CrossedLine & { outcome: Outcome } => line.outcome !== null && line.all > 0)
    .filter(({ outcome }) => outcome.isException && !outcome.countsAsOnTarget)
    .sort((a, b) => b.outcome.rank - a.outcome.rank);
  if (off.length === 0) return [];
  const parts = off.map((line, index) =>
    index === 0
      ? `Of the ${counted(line.all, `${line.outcome.label} measure`)}, ${say(line)}`
      : `of the ${line.all} ${line.outcome.label}, ${say(line)}`,
  );
  return [{ type: 'paragraph', role: 'plain', text: `${parts.join('; ')}.` }];
}

/** The first cell of a line of counts: the status, or the words for the states together. */
export const lineHead = (outcome: StatusOrNone): Cell =>
  outcome === null
    ? { type: 'text', text: NOT_JUDGED.label }
    : { type: 'status', status: outcomeMark(outcome) };

function crossTable(
  id: string,
  caption: string,
  columns: readonly Heading[],
  lines: readonly CrossedLine[],
): ReportBlock {
  const width = 72 / (columns.length + 1);
  const counts = (numbers: readonly number[]) => numbers.map((count): Cell => ({ type: 'count', count }));
  const row = ({ outcome, counts: found, all }: CrossedLine): Row => ({
    id: `${id}-${outcome?.id ?? NOT_JUDGED.id}`,
    cells: [lineHead(outcome), ...counts([...found, all])],
  });
  const sum = (of: (line: CrossedLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  const sums = columns.map((_, index) => sum((line) => line.counts[index] ?? 0));
  const total: Row = {
    id: `${id}-all`,
    isTotal: true,
    cells: [{ type: 'text', text: 'All measures' }, ...counts([...sums, sum(({ all }) => all)])],
  };
  return {
    type: 'table',
    table: {
      id,
      caption,
      layout: 'plain',
      columns: [
        { key: 'status', heading: 'Status now', width: 28, align: 'start' },
        ...columns.map((column): Column => ({ ...column, width, align: 'centre' })),
        { key: 'all', heading: 'All', width, align: 'centre' },
      ],
      rows: lines.length === 0 ? [] : [...lines.map(row), total],
      empty: 'There are no measures to count.',
    },
  };
}
