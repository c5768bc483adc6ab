import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { unitText } from '../measures/unit-text.ts';
import { SERIES_COLUMNS } from '../series/import-series.ts';
import { TARGET_COLUMNS, TARGET_ROLES } from '../targets/import-targets.ts';
import { inputFigure } from './figure-cell.ts';
import type { ColumnPlan, TemplateCell } from './sheet-plan.ts';
import { type TemplateFor, writeTemplate } from './template.ts';

export interface FiguresTemplate extends TemplateFor {
  readonly measures: readonly MeasureVersion[];
  /** One row for each measure and each of these. */
  readonly periods: readonly ReportingPeriod[];
  readonly blankRows?: number;
}

/** A workbook for the targets of a year: every measure in every period, and empty rows for floors and the rest. */
export function targetsTemplate(template: FiguresTemplate): Promise<Uint8Array> {
  const rows = pairs(template, (measure, period) => ({
    code: { text: measure.code },
    title: { text: measure.title, locked: true },
    unit: { text: unitText(measure.unit), locked: true },
    period: { text: period.code },
    role: { text: 'Target' },
    value: inputFigure(null, measure.unit),
  }));
  return writeTemplate(
    {
      sheet: 'Targets',
      title: `${template.authorityName}: targets`,
      paragraphs: [
        'One row for each measure, period and kind of target. The target for the year end has the year as its period, such as 2018-19. Rows without a value are passed over.',
      ],
      columns: TARGET_COLUMNS,
      plans: targetPlans(template.measures),
      rows,
      blankRows: template.blankRows ?? 50,
    },
    template,
  );
}

/** A workbook for the history of measures: one row for each measure and past period. */
export function seriesTemplate(template: FiguresTemplate): Promise<Uint8Array> {
  const rows = pairs(template, (measure, period) => ({
    code: { text: measure.code },
    period: { text: period.code },
    value: inputFigure(null, measure.unit),
    target: inputFigure(null, measure.unit),
  }));
  return writeTemplate(
    {
      sheet: 'Series',
      title: `${template.authorityName}: past values`,
      paragraphs: ['One row for each measure and period. Rows without a value are passed over.'],
      columns: SERIES_COLUMNS,
      plans: seriesPlans(template.measures),
      rows,
      blankRows: template.blankRows ?? 200,
    },
    template,
  );
}

type Row = Readonly<Record<string, TemplateCell>>;

const pairs = (
  template: FiguresTemplate,
  rowOf: (measure: MeasureVersion, period: ReportingPeriod) => Row,
): Row[] => template.measures.flatMap((measure) => template.periods.map((period) => rowOf(measure, period)));

const codePlan = (measures: readonly MeasureVersion[]): ColumnPlan => ({
  width: 16,
  offers: measures.map((measure) => measure.code),
  help: 'The code of a known measure.',
});

const periodPlan: ColumnPlan = { width: 13, help: 'A period such as 2018-19/Q2, or a year such as 2018-19.' };

function targetPlans(measures: readonly MeasureVersion[]): Readonly<Record<string, ColumnPlan>> {
  return {
    code: codePlan(measures),
    title: { width: 44 },
    unit: { width: 18 },
    period: periodPlan,
    role: {
      width: 12,
      offers: Object.keys(TARGET_ROLES),
      help: 'Target, unless the value is another of the measure’s comparators, or a tolerance of its own: with a year as its period for the measure, with a quarter or month for that period alone.',
    },
    value: {
      width: 14,
      help: 'The promised figure, in the unit of the measure. A tolerance is in the unit of the status scheme, such as 10%.',
    },
    approvedBy: { width: 24, help: 'Who approved it.' },
    approvedOn: { width: 14, help: 'When, such as 31-Mar-2018.' },
    reason: {
      width: 40,
      wrap: true,
      help: 'Why it changed, or the reference of the decision. A tolerance needs one.',
    },
  };
}

function seriesPlans(measures: readonly MeasureVersion[]): Readonly<Record<string, ColumnPlan>> {
  return {
    code: codePlan(measures),
    period: periodPlan,
    value: { width: 14, help: 'The figure for this period alone.' },
    target: { width: 14, help: 'The target of the period, where it is known.' },
    numerator: { width: 13, help: 'The number above the line, where the figure is a share or a rate.' },
    denominator: { width: 13, help: 'The number below the line.' },
  };
}
