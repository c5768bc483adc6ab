import type { CommentaryPart, CommentaryText } from '../../domain/commentary/text-tree.ts';
import type { EvaluatedMeasure } from '../../domain/evaluate.ts';
import { periodLabel, shortPeriodLabel } from '../../domain/period/label.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { directionMark, statusMark } from './marks.ts';
import { measureRecord } from './measure-record.ts';
import type { Row, Table } from './report.ts';
import { standardWording } from './wording.ts';

/** A measure in one period, with what was said then. */
export interface SurgeryPoint {
  period: ReportingPeriod;
  measure: EvaluatedMeasure;
  texts: Partial<Record<CommentaryPart, CommentaryText>>;
}

/** Every period with its figure, target, statuses and direction of travel. */
export const seriesTable = (points: readonly SurgeryPoint[], id: string): Table => ({
  id: `series-${id}`,
  caption: 'Figures by period, the latest first',
  layout: 'plain',
  isWide: true,
  columns: [
    { key: 'period', heading: 'Period', width: 16, align: 'start' },
    { key: 'actual', heading: 'Actual', width: 14, align: 'end' },
    { key: 'target', heading: 'Target', width: 14, align: 'end' },
    { key: 'status', heading: 'Status', width: 14, align: 'start' },
    { key: 'forecast', heading: 'Year-end forecast', width: 14, align: 'end' },
    { key: 'forecastStatus', heading: 'Forecast status', width: 14, align: 'start' },
    { key: 'direction', heading: 'Direction of travel', width: 14, align: 'start' },
  ],
  rows: [...points].reverse().map((point) => seriesRow(point, `${id}-${point.period.code}`)),
  empty: 'There are no figures yet.',
});

/** One period of a measure as the cells of a row; what names the row comes first. */
export function seriesRow(
  { period, measure }: SurgeryPoint,
  id: string,
  name = shortPeriodLabel(period),
): Row {
  const record = measureRecord({ measure, because: '' });
  return {
    id: `row-${id.replace(/[^A-Za-z0-9-]+/g, '-')}`,
    cells: [
      { type: 'text', text: name },
      { type: 'figure', figure: record.actual },
      { type: 'figure', figure: record.target },
      { type: 'status', status: { ...statusMark(measure.status), explanation: '', brief: '', distance: '' } },
      { type: 'figure', figure: record.forecast },
      {
        type: 'status',
        status: { ...statusMark(measure.forecastStatus), explanation: '', brief: '', distance: '' },
      },
      {
        type: 'direction',
        direction: { ...directionMark(measure.direction), explanation: '', brief: '' },
        detail: 'brief',
      },
    ],
  };
}

/** The latest quarters are read; the rest is on the page of the measure. */
const PERIODS_SAID = 3;

export function commentaryRows(points: readonly SurgeryPoint[], id: string): Row[] {
  const said = [...points].reverse().filter(({ texts }) => Object.keys(texts).length > 0);
  return said.slice(0, PERIODS_SAID).flatMap(({ period, texts }) =>
    (['context', 'actions', 'intervention'] as const).flatMap((part): Row[] => {
      const text = texts[part];
      if (text === undefined || text.tree.length === 0) return [];
      return [
        {
          id: `said-${id}-${period.code.replace('/', '-')}-${part}`,
          cells: [
            { type: 'text', text: `${periodLabel(period)}: ${standardWording.columns[part]}` },
            { type: 'commentary', tree: text.tree, missing: '' },
          ],
        },
      ];
    }),
  );
}
