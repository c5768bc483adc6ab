import { drawsCharts, type ReportChoice } from '../../../domain/scorecard/choice.ts';
import { type Selected, selectExceptions } from '../../../domain/scorecard/selection.ts';
import { measureId } from '../ids.ts';
import type { MeasureRecord, ReportBlock, ReportChart } from '../report.ts';

/**
 * What a report has drawn of its measures, after their tables: small charts of those that are off target now or in forecast.
 * @param records of the selected measures, in their order
 * @param choice may leave them out
 */
export function chartSection(
  selected: readonly Selected[],
  records: readonly MeasureRecord[],
  choice: Pick<ReportChoice, 'charts'>,
): ReportBlock[] {
  if (!drawsCharts(choice)) return [];
  const offTarget = new Set(
    selectExceptions(selected.map(({ measure }) => measure)).map(({ measure }) => measure),
  );
  const isOffTarget = (index: number) => {
    const measure = selected[index]?.measure;
    return measure !== undefined && offTarget.has(measure);
  };
  const charts = records.flatMap((record, index): ReportChart[] =>
    record.chart !== null && isOffTarget(index)
      ? [{ id: `${measureId(record, index)}-chart`, code: record.code, chart: record.chart }]
      : [],
  );
  if (charts.length === 0) return [];
  const hasLimits = charts.some(({ chart }) => chart.kind === 'xmr');
  // A reader would hold the figure at the end of the line against the one in the table.
  const hasPeriodsAlone = selected.some(
    ({ measure }, index) =>
      isOffTarget(index) && records[index]?.chart?.kind === 'xmr' && measure.signal().points !== null,
  );
  return [
    { type: 'heading', level: 2, text: 'Charts of the measures off target', id: 'charts' },
    {
      type: 'paragraph',
      role: 'note',
      text:
        'The measures that are off target now or in forecast and have at least two figures, in the order of the report: their last periods and their targets. ' +
        (hasLimits
          ? 'Where a control chart can say something, its mean and its limits are drawn too. '
          : '') +
        (hasPeriodsAlone
          ? 'Of figures to date it shows what each period added, or the figure of each period by itself, and of a season the change on the year before. '
          : '') +
        'The figures of each chart are in the web page and the spreadsheet of this report.',
    },
    { type: 'charts', size: 'small', charts },
  ];
}
